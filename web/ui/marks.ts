// What is marked in a statechart: where a case stands, and where it has been.

/**
 * Paths of states, names of lines. `walked` is the way that led here; `earlier` is what was gone before the case came back,
 * and lies beside the way or ahead of it again. How often each was come to or gone stands in `times`.
 */
export type Marks = {
  current: ReadonlySet<string>
  walked: ReadonlySet<string>
  walkedEdges: ReadonlySet<string>
  earlier?: ReadonlySet<string>
  earlierEdges?: ReadonlySet<string>
  times?: ReadonlyMap<string, number>
}
export const noMarks: Marks = { current: new Set(), walked: new Set(), walkedEdges: new Set() }
/** A line is named by the states at its two ends. */
export const edgeName = ({ from, to }: { from: string; to: string }) => `${from}>${to}`
