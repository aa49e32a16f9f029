// An event of a replay: what was recorded, what came of it when it was folded again, and whether both agree.
import type { Passage } from '../../../machines/conformance.ts'
import type { Label } from '../../../machines/label.ts'
import type { HistoryEvent } from '../../api/cases.ts'
import type { Change } from './diff.ts'

/** What is recorded beside what was worked out here; `computed` is null where nothing could be. */
export type Check = { recorded: string; computed: string | null }
export type Frame = {
  event: HistoryEvent
  paths: string[]
  hash: Check
  state: Check
  definition: Check
  problems: Label[]
  changes: Change[]
  passage: Passage | null
}
export const agrees = ({ recorded, computed }: Check) => recorded === computed
export const verified = ({ problems, ...checks }: Omit<Frame, 'passage'>) =>
  problems.length === 0 && [checks.hash, checks.state, checks.definition].every(agrees)
