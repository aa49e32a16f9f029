// The clock on a wall in Shanghai, whatever this computer's time zone is.
const aheadOfUtc = 8 * 3_600_000

/** `YYYY-MM-DDTHH:mm:ss` of an instant, or of a date that begins there at eight; a RangeError for anything else. */
export const wallClock = (instant: string) => new Date(Date.parse(instant) + aheadOfUtc).toISOString().slice(0, 19)
