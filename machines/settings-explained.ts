// Where each setting is felt: found by asking every deadline and guard of the procedures which settings it reads.
import type { ClauseId } from './clauses.ts'
import { common, commonGuards } from './common.ts'
import { describe } from './describe.ts'
import { type Label, say } from './label.ts'
import type { Procedure } from './procedure.ts'
import { defaultSettings, type SettingName, type Settings } from './settings.ts'

/** A deadline that is counted by the setting, or a condition that asks it, with the steps it holds in; steps inside those go without saying. */
export type Felt = {
  procedure: string
  version: number
  label: Label
  deadline?: string
  steps: { path: string; label: Label; clause: ClauseId }[]
}
export type Explained = { name: SettingName; hint?: Label; felt: Felt[] }

/** What title and unit leave open. */
const hints: Partial<Record<SettingName, Label>> = {
  followUpFirstDays: say('从离校之日起算。', 'Counted from the day of leaving.'),
  followUpSecondDays: say('从离校之日起算。', 'Counted from the day of leaving.'),
  followUpThirdDays: say('从离校之日起算。', 'Counted from the day of leaving.'),
  intakeDays: say('0 表示当天完成。', '0 means on the same day.'),
  releaseAboveFen: say(
    '退费在两名财务人员办理后，超过此额的还须由管理层放行才能付款。',
    'Two people of finance handle every refund; one above this amount is paid only after management has released it.',
  ),
  attempts: say(
    '联系达到这个次数仍无人应答，案件按“联系不上”继续办理。',
    'After so many attempts without an answer the case goes on as “not reached”.',
  ),
  arrearsPaymentDays: say('每次催费后，学员有这么多天缴费。', 'How long a student has to pay after each notice.'),
  arrearsMinimumDays: say(
    '最后一轮的缴费期限不早于首次催费后的这一天；在此之前不会作退学处理。',
    'In the last round nobody’s time to pay ends before so many days after the first notice: no dismissal comes earlier.',
  ),
  dunningRounds: say('催缴满这么多轮后，才可以拟定退学处理。', 'Only after so many rounds may a dismissal be proposed.'),
  negotiationRounds: say('协商满这么多轮仍未达成一致的，升级处理。', 'Without agreement after so many rounds the complaint is escalated.'),
  anonymousComplaints: say(
    '不受理时，投诉须先登记投诉人的姓名和联系方式。',
    'If not, name and contact of who complains are asked for before anything else.',
  ),
}

/** Read where an answer is worked out, by way of a date the case remembers. */
const remembered: Partial<Record<SettingName, string>> = { arrearsPaymentDays: 'paymentDue', arrearsMinimumDays: 'paymentDue' }

const names = Object.keys(defaultSettings).filter((name): name is SettingName => name !== 'version')
const moment = '2026-01-05T00:00:00.000Z'
const settled = { round: 1, proposedBy: [], amountFen: 0, basis: 'student', payee: 'originalPayer', worksheet: '', everConfirmed: false }

/** The settings that `ask` reads of a case's context, whatever else it finds missing there. */
function settingsRead(ask: (context: any) => unknown): Set<string> {
  const read = new Set<string>()
  const settings = new Proxy(defaultSettings, {
    get: (all, name) => {
      read.add(String(name))
      return all[name as keyof Settings]
    },
  })
  const context = {
    ...common({ settings, campus: null, at: moment, leavingDate: '2026-01-05' }),
    settlement: { ...settled, settledOn: '2026-01-05' },
    filedOn: '2026-01-05',
    executed: true,
    objected: true,
  }
  try {
    ask(context)
  } catch {
    // What it was after belongs to one case only: what it read until then counts.
  }
  return read
}

function feltIn(procedure: Procedure, setting: SettingName): Felt[] {
  const { name, version, label, states, transitions } = described(procedure)
  const of = (found: (path: string) => boolean) =>
    states
      .filter(({ path }) => found(path) && !(path.includes('.') && found(path.slice(0, path.lastIndexOf('.')))))
      .map(({ path, label, clause }) => ({ path, label, clause: clause as ClauseId }))
  const deadlines = Object.entries(procedure.deadlines)
    .filter(([deadline, { span }]) => remembered[setting] === deadline || settingsRead(span).has(setting))
    .map(([deadline]) => ({ deadline, steps: of((path) => states.some((state) => state.path === path && state.deadline === deadline)) }))
  const guards = Object.entries({ ...commonGuards, ...procedure.guards }).filter(([, { when }]) => settingsRead(when).has(setting))
  const asked = new Set(guards.map(([guard]) => guard))
  const conditions = of((path) => transitions.some(({ from, guard }) => from === path && guard && asked.has(guard)))
  return [...deadlines, ...(conditions.length ? [{ steps: conditions }] : [])].map((found) => ({
    procedure: name,
    version,
    label,
    ...found,
  }))
}

const descriptions = new WeakMap<Procedure, ReturnType<typeof describe>>()
const described = (procedure: Procedure) => {
  const known = descriptions.get(procedure) ?? describe(procedure)
  descriptions.set(procedure, known)
  return known
}

/** Every setting with where it is felt; worked out anew at each call. */
export const explainSettings = (procedures: Record<string, Procedure>): Explained[] =>
  names.map((name) => ({
    name,
    ...(hints[name] && { hint: hints[name] }),
    felt: Object.values(procedures).flatMap((procedure) => feltIn(procedure, name)),
  }))
