// A case that follows an earlier one: reopening, appeal, or going on another way.
import { caseId, optional } from '../form.ts'
import { say } from '../label.ts'
import type { Answers } from '../procedure.ts'
import type { Impossible, Records } from '../records.ts'

/** The field of an opening form. */
export const follows = () => optional(caseId('承接的原案件', 'Follows the earlier case'))

const impossible = (zh: string, en: string): Impossible => ({ impossible: say(zh, en), path: '/follows' })

/** What speaks against following that case: it must be the same student's, closed, and followed by no other; null where nothing does. */
export const unfollowable = ({ follows, student = null }: Answers, { siblings }: Records): Impossible | null => {
  if (follows === undefined) return null
  const earlier = siblings.find((c) => c.id === follows && c.student === student)
  if (!earlier) return impossible('只能承接同一学员的案件', 'Only a case of the same student can be followed')
  if (earlier.open) return impossible('原案件尚未办结，不能承接', 'The earlier case is still open: there is nothing to follow yet')
  return siblings.some((c) => c.follows === follows)
    ? impossible('原案件已有承接的案件', 'Another case follows the earlier one already')
    : null
}
