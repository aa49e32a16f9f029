// A replay in the browser: the same machine, the same digests; what was changed is found and shown where it stands.
import { describe, expect, it } from 'vitest'
import { procedures } from '../../../../machines/procedures.ts'
import { agrees, verified } from '../../../../web/pages/replay/frame.ts'
import { framesOf } from '../../../../web/pages/replay/frames.ts'
import { golden } from '../../golden.ts'

const withdrawal = procedures.withdrawal!
const history = () => golden('withdrawal', 'refund-with-release-visited-after-a-month')
const notVerified = (events: ReturnType<typeof history>) =>
  framesOf(withdrawal, events).flatMap((frame) => (verified(frame) ? [] : [frame.event.sequence]))

describe('a replayed case', () => {
  it('is verified event by event, and stands where the record says', () => {
    const frames = framesOf(withdrawal, history())
    expect(frames.map(verified)).toEqual(frames.map(() => true))
    expect(frames.map(({ paths }) => paths)).toEqual(history().map(({ paths }) => paths))
    expect(frames.at(-1)!.paths).toEqual(['withdrawn'])
  })

  it('tells what each event made the case remember', () => {
    const frames = framesOf(withdrawal, history())
    const granted = frames.find(({ event }) => event.type === 'approval.granted')!
    expect(granted.changes.map(({ path }) => path)).toEqual(expect.arrayContaining(['approval.grantedBy', 'approval.grantedOn', 'ended']))
    expect(granted.changes.find(({ path }) => path === 'ended')).toEqual({ path: 'ended', before: 'false', after: 'true' })
  })

  it('with a changed amount fails at the event that holds it', () => {
    const events = history()
    const at = events.findIndex(({ type }) => type === 'settlement.proposed')
    events[at] = { ...events[at]!, facts: { ...events[at]!.facts, amountFen: 1 } }
    const frame = framesOf(withdrawal, events)[at]!
    expect([agrees(frame.hash), agrees(frame.state), verified(frame)]).toEqual([false, false, false])
    expect(frame.problems.length).toBeGreaterThan(0)
  })

  it('with an event taken out no longer holds together', () => {
    const events = history().toSpliced(2, 1)
    expect(notVerified(events)).not.toEqual([])
  })

  it('recorded under another wording of the procedure says so', () => {
    const events = history().map((event) => ({ ...event, definition: 'f'.repeat(64) }))
    expect(framesOf(withdrawal, events).every(({ definition }) => !agrees(definition))).toBe(true)
  })

  it('whose events could never have happened has no state and is not verified', () => {
    const [opened, ...rest] = history()
    const forged = [opened!, { ...rest[0]!, type: 'refund.paid' }]
    const frame = framesOf(withdrawal, forged)[1]!
    expect([frame.state.computed, frame.paths, verified(frame)]).toEqual([null, [], false])
  })
})
