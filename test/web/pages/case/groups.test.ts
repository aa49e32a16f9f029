// What can be done stands at the step it belongs to.
import { describe, expect, it } from 'vitest'
import { say } from '../../../../machines/label.ts'
import type { Case, Offer, Step } from '../../../../web/api/cases.ts'
import { grouped } from '../../../../web/pages/case/groups.ts'
import { described } from '../../golden.ts'

const procedure = described('withdrawal')
const step = (path: string, waits = true, { states } = procedure): Step => ({
  path,
  label: states.find((s) => s.path === path)!.label,
  clause: 'A6.1.2',
  department: 'customer-service',
  assignee: null,
  enteredAt: waits ? '2026-03-09T02:00:00.000Z' : null,
  due: null,
  workingDaysLeft: null,
  overdue: false,
})
const offer = (type: string, { events } = procedure): Offer => ({
  type,
  label: events[type]!.label,
  href: `/${type}`,
  payload: { type: 'object', properties: {} },
})
const blocked = (type: string) => ({ type, label: procedure.events[type]!.label, reason: say('等待', 'Waits') })
const atAcceptance = {
  open: true,
  steps: [step('acceptance.identity.open'), step('acceptance.enrolment.done', false), step('acceptance.retention.offered')],
  offers: ['retention.failed', 'case.voided', 'identity.confirmed', 'request.returned', 'retention.succeeded'].map((type) => offer(type)),
  blocked: [blocked('genuineness.confirmed')],
} as unknown as Case

describe('what can be done', () => {
  const { groups, anywhere } = grouped(atAcceptance, procedure)
  const at = (path: string) => groups.find((group) => group.path === path)

  it('is put to the step its event leads on from', () => {
    expect(at('acceptance.identity.open')?.offers.map(({ type }) => type)).toEqual(['identity.confirmed'])
    expect(at('acceptance.retention.offered')?.offers.map(({ type }) => type)).toEqual(['retention.failed', 'retention.succeeded'])
  })

  it('for a whole stage is put to the stage, after its steps', () => {
    expect(groups.map(({ path }) => path)).toEqual(['acceptance.identity.open', 'acceptance.retention.offered', 'acceptance'])
    expect(at('acceptance')?.offers.map(({ type }) => type)).toEqual(['request.returned'])
  })

  it('in any step stands apart', () => {
    expect(anywhere.offers.map(({ type }) => type)).toEqual(['case.voided'])
  })

  it('in any step without leaving it is put to the whole procedure, last', () => {
    const arrears = described('arrears')
    const payment = offer('payment.recorded', arrears)
    const dunned = { open: true, steps: [step('notice', true, arrears)], offers: [payment], blocked: [] } as unknown as Case
    expect(grouped(dunned, arrears).groups.map(({ path, offers }) => [path, offers])).toEqual([
      ['notice', []],
      ['', [payment]],
    ])
  })

  it('leaves out steps that are done', () => {
    expect(at('acceptance.enrolment.done')).toBeUndefined()
  })

  it('is each shown once', () => {
    const shown = [...groups.flatMap(({ offers }) => offers), ...anywhere.offers].map(({ type }) => type)
    expect(shown.toSorted()).toEqual(atAcceptance.offers.map(({ type }) => type).toSorted())
  })

  it('of a closed case is nothing', () => {
    const closed = { ...atAcceptance, open: false, steps: [step('withdrawn', false)], offers: [], blocked: [] }
    expect(grouped(closed, procedure).groups).toEqual([])
  })
})
