// A complaint about the head of teaching on the web page: kept from her, handled by administration, reviewed by three (C2.1–C3.3.1).
import { expect } from 'vitest'
import { complaint } from '../../machines/complaint.ts'
import type { Desk } from './desk.ts'
import type { Desks } from './leaving.ts'
import { test, wholeCase } from './office.ts'
import { waitsFor, waitsForDepartment } from './reasons.ts'
import { replay } from './replays.ts'

const paper = (name: string) => [{ name: `${name}.pdf`, text: name }]
const word = { saidBy: 'student', channel: 'phone' } as const

test('a complaint goes from the phone call to the check of its effect', { timeout: wholeCase }, async ({ office }) => {
  const desk: Desks = (username) => office.desk(username)
  const frontDesk = await desk('front-desk')
  const number = await frontDesk.open(complaint, {
    kind: 'complaint',
    channel: 'phone',
    occurredAt: '2026-03-06 19:00',
    student: '学员13',
    name: '学员13',
    contact: '13900001234',
    className: '英语综合一班',
    content: '教学主管多次临时调课，且不予答复。',
    remedy: '固定上课时间。',
  })
  await takeIn(frontDesk)
  await keptFrom(await desk('teaching'), frontDesk.page.url(), office.expectRefusal)
  await investigate(await desk('administration'), number)
  await solve(desk, number)
  await feedBack(desk, number)
  await review(desk, number)

  await (await desk('admin')).moveClock(31)
  await frontDesk.takeUp(number)
  await frontDesk.shows({ steps: ['tracking'], offers: ['effect.confirmed', 'effect.foundMissing'] })
  await frontDesk.act('effect.confirmed', { observed: '一个月来没有再调课。' })
  await frontDesk.showsEnd('closed')

  const auditor = await desk('auditor')
  await auditor.takeUp(number, 'closed')
  const frames = await replay(auditor)
  expect(frames[0]?.toSorted()).toEqual(['待分类', '待告知受理'])
  expect(frames.at(-1)).toEqual(['已办结'])
})

async function takeIn(frontDesk: Desk) {
  const telling = ['acceptance.told', 'acceptance.attempted', 'complaint.withdrawn']
  await frontDesk.shows({
    steps: ['intake.classification.open', 'intake.acceptance.telling'],
    offers: ['complaint.classified', ...telling],
  })
  await frontDesk.act('complaint.classified', { category: 'teaching-quality', severity: 'ordinary', about: '周岚' })
  await frontDesk.shows({ steps: ['intake.acceptance.telling'], offers: telling })
  await frontDesk.act('acceptance.told', { channel: 'phone', expectedBy: '2026-03-20' })
  await frontDesk.shows({ steps: ['assignment'], offers: ['complaint.withdrawn'] })
}

/** Whoever it is about neither finds it nor sees it. */
async function keptFrom({ page, t }: Desk, url: string, expectRefusal: (expected: { status: number; path: string }) => void) {
  await page.getByText(t.worklist.empty.department).waitFor()
  expectRefusal({ status: 404, path: new URL(url).pathname.replace('/cases/', '/api/cases/') })
  await page.goto(url)
  await page.getByRole('link', { name: t.state.toWorklist }).waitFor()
}

async function investigate(administration: Desk, number: string) {
  // The step is still that of teaching, where nobody is left: administration, which acts instead, finds it among all cases only.
  await administration.takeUp(number, 'all')
  await administration.shows({ steps: ['assignment'], offers: ['responsible.assigned', 'assignment.returned'] })
  await administration.act('responsible.assigned', { user: '冯洁' })
  await administration.shows({ steps: ['firstContact'], offers: ['contact.made', 'contact.attempted'] })
  await administration.act('contact.made', { channel: 'phone', details: '两周内被调课三次。' })
  const gathering = ['evidence.added', 'evidence.reasonedNone']
  const { unmet } = complaint.guards.evidenced
  await administration.shows({ steps: ['investigation'], offers: gathering, blocked: { 'investigation.concluded': unmet } })
  await administration.act('evidence.added', { source: 'timetable', attachments: paper('课程表'), content: '课程表确有三次变动。' })
  await administration.shows({ steps: ['investigation'], offers: [...gathering, 'investigation.concluded'] })
  await administration.act('investigation.concluded', { result: 'justified', finding: '调课属实，未提前告知。' })
}

/** A solution that costs money: finance gives an opinion, the student accepts, it is carried out. */
async function solve(desk: Desks, number: string) {
  const [administration, finance, frontDesk] = [await desk('administration'), await desk('finance'), await desk('front-desk')]
  await administration.shows({ steps: ['solution.drawing'], offers: ['solution.proposed'] })
  await administration.act('solution.proposed', {
    responsible: '冯洁',
    completionDate: '2026-03-16',
    costs: true,
    measures: '固定上课时间，补偿两课时。',
  })
  await administration.shows({ steps: ['solution.opinion'], offers: [], blocked: { 'opinion.given': waitsForDepartment('finance') } })
  await finance.takeUp(number)
  await finance.act('opinion.given', { reasonable: true, opinion: '费用合理。' })

  await administration.takeUp(number, 'all')
  await administration.shows({
    steps: ['negotiation'],
    offers: [],
    blocked: { 'solution.accepted': waitsFor('front-desk', 'customer-service') },
  })
  await frontDesk.takeUp(number)
  const answers = ['solution.accepted', 'solution.notAccepted', 'negotiation.attempted', 'complaint.withdrawn']
  await frontDesk.shows({ steps: ['negotiation'], offers: answers })
  await frontDesk.act('solution.accepted', { ...word, evidence: paper('通话录音') })

  await administration.takeUp(number)
  await administration.shows({ steps: ['execution'], offers: ['execution.completed', 'execution.foundImpossible'] })
  await administration.act('execution.completed', { evidence: paper('新课程表'), result: '已固定上课时间。' })
}

async function feedBack(desk: Desks, number: string) {
  const [administration, frontDesk] = [await desk('administration'), await desk('front-desk')]
  const reports = ['result.reportedToIntake', 'result.reportedToSupervision']
  await administration.shows({
    steps: ['feedback.intakeGroup.open', 'feedback.supervisionGroup.open', 'feedback.student.telling'],
    offers: [...reports, 'result.toldStudent', 'telling.attempted'],
  })
  for (const type of reports) await administration.act(type, { result: '调课问题已解决。' })
  await administration.act('result.toldStudent', { channel: 'phone', message: '今后固定上课时间。' })
  await frontDesk.takeUp(number)
  await frontDesk.shows({
    steps: ['feedback.student.asking'],
    offers: ['satisfaction.confirmed', 'satisfaction.denied', 'confirmation.attempted'],
  })
  await frontDesk.act('satisfaction.confirmed', word)
}

/** Administration handled it, so a manager speaks in its place; the student representative sees no names. */
async function review(desk: Desks, number: string) {
  const regions = ['administration', 'finance', 'studentRepresentative'].map((region) => `supervision.${region}.reviewing`)
  const verdicts = (who: string) => [`verdict.${who}.approved`, `verdict.${who}.objected`]
  const administration = await desk('administration')
  await administration.takeUp(number, 'all')
  await administration.shows({
    steps: regions,
    offers: [],
    blocked: { 'verdict.administration.approved': waitsForDepartment('management') },
  })

  const manager = await desk('management-2')
  await manager.takeUp(number)
  await manager.shows({ steps: regions, offers: verdicts('administration') })
  await manager.act('verdict.administration.approved')
  const finance = await desk('finance')
  await finance.takeUp(number)
  await finance.act('verdict.finance.approved')

  const representative = await desk('student-representative')
  await representative.takeUp(number)
  await representative.shows({ steps: regions.slice(2), offers: verdicts('studentRepresentative') })
  expect(await representative.page.getByRole('main').innerText()).not.toContain('学员13')
  await representative.act('verdict.studentRepresentative.approved', { remark: '学员权益得到照顾。' })
}
