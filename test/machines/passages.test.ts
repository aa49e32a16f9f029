// On the way from one place to the next a case passes through others: told as XState's own steps are.

import { describe, expect, it } from 'vitest'
import { getMicrosteps } from 'xstate'
import { paths, snapshotOf } from '../../machines/engine.ts'
import { procedures } from '../../machines/procedures.ts'
import { passages, received, replay } from '../../machines/replay.ts'
import { golden, goldenFiles } from '../web/golden.ts'

describe('what an event led through', () => {
  it('is each step but the last of those that XState takes', () => {
    for (const [name, files] of Object.entries(goldenFiles())) {
      const procedure = procedures[name]!
      for (const file of files) {
        const history = golden(name, file)
        const states = replay(procedure, history)
        const through = passages(procedure, history, states)
        for (const [index, event] of history.entries()) {
          if (index === 0 || event.act || event.type === 'deadline.passed') continue
          const steps = getMicrosteps(procedure.machine, snapshotOf(procedure, states[index - 1]!), received(event) as never)
          const places = steps.map(([now]) => paths((now as { value: Parameters<typeof paths>[0] }).value))
          expect([name, file, event.sequence, [...through[index]!, event.paths]]).toEqual([name, file, event.sequence, places])
        }
      }
    }
  })

  it('is nothing where the case came to rest at once, and the ends of all parts where the last of them was done', () => {
    const history = golden('withdrawal', 'refund-with-release-visited-after-a-month')
    const at = (type: string) => history.find((event) => event.type === type)!
    expect(at('payments.reviewed').through).toEqual([])
    expect(at('retention.failed').paths).toEqual(['financeReview'])
    expect(at('retention.failed').through.at(-1)).toContain('acceptance.retention.talked')
  })

  it('begins with the opening, where a part has nothing to wait for', () => {
    const [opened] = golden('withdrawal', 'refund-with-release-visited-after-a-month')
    expect(opened!.through.flat()).toContain('acceptance.guardian.asking')
    expect(opened!.paths).toContain('acceptance.guardian.settled')
  })
})
