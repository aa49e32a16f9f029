// What is marked in a statechart: where a case stands, and where it has been.

/** Paths of states; `walkedEdges` are names of lines. */
export type Marks = { current: ReadonlySet<string>; walked: ReadonlySet<string>; walkedEdges: ReadonlySet<string> }
export const noMarks: Marks = { current: new Set(), walked: new Set(), walkedEdges: new Set() }
/** A line is named by the states at its two ends. */
export const edgeName = ({ from, to }: { from: string; to: string }) => `${from}>${to}`
