// Where an event led. By itself: whoever shows it needs no machine.
/** The states left and entered between two moments, by their paths. */
export const moved = (before: readonly string[], after: readonly string[]) => ({
  left: before.filter((path) => !after.includes(path)),
  entered: after.filter((path) => !before.includes(path)),
})
