// What opens on the other pages: approvals, audit, records, handbook, promises, notices.
import { expect, inject } from 'vitest'
import type { FormSchema } from '../../machines/narrowing.ts'
import { withdrawal } from '../../machines/withdrawal.ts'
import { studentForm } from '../../server/institution.ts'
import { left } from '../server/left.ts'
import { type Office, test } from './office.ts'
import { type Row, wholeWalk, wrongWithOpened } from './opened.ts'
import { button, calendar, first, firstPart, fold, list, type Name, part, stands, tab, within } from './opening.ts'
import { drawnRound, openedWithdrawal, proposedTrial, proposedWithdrawal } from './prepared.ts'

const verdict = (type: keyof typeof withdrawal.events) => part(({ words }) => words(withdrawal.events[type]!.label), '.decision')
/** A field of a form. */
const titled =
  (form: object, field: string): Name =>
  ({ words }) =>
    words((form as FormSchema).properties[field]!['x-title']!)

const onAudit: Row[] = [
  ['drawing a round', 'auditor', '/audit/rounds', button(({ t }) => t.audit.rounds.new)],
  [
    'a day of a round',
    'auditor',
    '/audit/rounds',
    within(
      button(({ t }) => t.audit.rounds.new),
      calendar(({ t }) => t.audit.search.until),
    ),
  ],
  ['a finding', 'auditor', '/audit/rounds/$round', button(({ t }) => new RegExp(`^(${t.audit.round.record}|${t.audit.round.change}) `))],
  ['earlier findings', 'auditor', '/audit/rounds/$round', fold('.said details')],
  ['closing a round', 'auditor', '/audit/rounds/$round', button(({ t }) => t.audit.round.close)],
  ['a step of a replay', 'auditor', '/cases/$drawn/replay?round=$round', first('.chart [role=button]')],
]
const onApprovals: Row[] = [
  ['how it is worked out', 'management', '/approvals?case=$proposed', fold('[data-case] details')],
  ['what was recorded', 'management', '/approvals?case=$proposed', fold('[data-case] details[style]')],
  ['like cases', 'management', '/approvals?case=$proposed', fold('details.earlier')],
  ['granting', 'management', '/approvals?case=$proposed', verdict('approval.granted')],
  ['returning', 'management', '/approvals?case=$proposed', verdict('approval.returned')],
  ['deciding together', 'management', '/approvals', button(({ t }) => t.approvals.together)],
  ['figures of the trend', 'management', '/overview', fold('.overview details')],
]
const onRecords: Row[] = [
  ['the clock', 'admin', '/people', button(({ t }) => new RegExp(t.clock.title))],
  ['a new person', 'admin', '/people', button(({ t }) => t.people.add)],
  ['a person', 'admin', '/people', button(() => '许诺')],
  [
    'the roles of a new person',
    'admin',
    '/people',
    within(
      button(({ t }) => t.people.add),
      list(({ t }) => t.person.role),
    ),
  ],
  [
    'the birth date of a new student',
    'admin',
    '/institution?tab=students',
    within(
      part(({ t }) => t.institution.add.student, '[role=tabpanel] form'),
      calendar(titled(studentForm, 'birthDate')),
    ),
  ],
  ['what a setting does', 'admin', '/institution?tab=settings', fold('[role=tabpanel] details')],
  ['enrolments of a student', 'admin', '/institution', fold('[role=tabpanel] details')],
  ['entering an enrolment', 'admin', '/institution', tab(({ t }) => t.institution.enrolment)],
  ['campuses', 'admin', '/institution', tab(({ t }) => t.institution.campuses)],
  ['settings', 'admin', '/institution', tab(({ t }) => t.institution.settings)],
  ['rules of refunds', 'admin', '/institution', tab(({ t }) => t.institution.refunds.title)],
  ['a step of a procedure', 'admin', '/handbook/withdrawal@1', first('.chart [role=button]')],
  ['a step of an event', 'admin', '/handbook/withdrawal@1', first('table button')],
]
const elsewhere: Row[] = [
  ['the students of a form', 'front-desk', '/open/withdrawal', list(titled(withdrawal.opening.payload, 'student'))],
  ['a wished date', 'front-desk', '/open/withdrawal', calendar(titled(withdrawal.opening.payload, 'wishedDate'))],
  ['redeeming', 'front-desk', '/promises', firstPart('.cards > li button', '.cards form')],
  ['what one is told in person', 'finance', '/notices', stands('.tag')],
]
/** A round whose only case was found in order, after all. */
async function examinedRound(office: Office) {
  const round = await drawnRound(office)
  const auditor = await office.as('auditor')
  const { body } = await auditor.get(`/api/audit/rounds/${round}`)
  const drawn: string = body.cases[0].case.id
  const said = [{ finding: 'objection', remark: '缺少凭证。' }, { finding: 'inOrder' }]
  for (const one of said) await auditor.post(`/api/audit/rounds/${round}/findings`, { case: drawn, ...one })
  return { round, drawn }
}

test('whatever opens elsewhere is open to everybody, and closes with Escape', { timeout: wholeWalk }, async ({ office }) => {
  const { round, drawn } = await examinedRound(office)
  const [opened, proposed] = [await openedWithdrawal(office, 'student-03'), await proposedWithdrawal(office, 'student-05')]
  await left(office.as, 'materials.kept', { until: '2026-06-20' })
  for (const n of [1, 2]) await proposedTrial(office, n)
  const comment = { comment: '@钱敏 请看看', mentions: [inject('template').ids.finance!] }
  await (await office.as('customer-service')).act(opened.id, 'comment.added', comment)
  const places = { $round: round, $drawn: drawn, $proposed: proposed.id }
  expect(await wrongWithOpened(office, [...onAudit, ...onApprovals, ...onRecords, ...elsewhere], places)).toEqual([])
})
