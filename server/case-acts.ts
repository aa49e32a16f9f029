// Acts on a case: who may, and what they change beside the history (claims, copies, people named).
import type { CaseState, StepRow } from '../db/case-state.ts'
import { schema, type Write, write } from '../db/database.ts'
import { type ActName, acts } from '../machines/acts.ts'
import { roles, rolesOf, staff, worksOn } from '../machines/departments.ts'
import { type Calendar, shanghaiDate, workingDayOf } from '../machines/due.ts'
import { type Label, say } from '../machines/label.ts'
import { narrowed } from '../machines/narrowing.ts'
import type { NoticeName } from '../machines/notices.ts'
import type { Narrowing, Procedure } from '../machines/procedure.ts'
import type { Named, Person, Records } from '../machines/records.ts'
import { isDenial, mayRecord } from '../machines/rights.ts'
import { departmentOf } from '../machines/states.ts'
import type { AskingUser } from './asker.ts'
import { isReady, type NotReady, type Offer, type Ready, stuck } from './offers.ts'

export type Scene = {
  calendar: Calendar
  procedure: Procedure
  state: CaseState
  asker: AskingUser
  records: Records
  hasPart: boolean
}
/** The scene as one person sees it: who asks, or a principal of theirs. */
type Seen = Omit<Scene, 'asker'> & { asker: Person }
/** `barred`: why it is not theirs to do. `form`: what can be chosen, or null where there is nothing to do now, as `unmet` says. */
type Rule = { barred: (scene: Seen) => Label | null; unmet: Label; form: (scene: Seen) => Narrowing | null }

const isOpen = ({ state }: Seen) => state.row.status === 'active'
const mine = ({ state, asker }: Seen) => state.steps.filter((s) => s.assignee === asker.id)
const ours = ({ state, asker }: Seen) => state.steps.filter((s) => s.department === asker.department)
/** What the front desk cannot work on it does not keep from those who can. */
const theirs = (scene: Seen) => (worksOn(scene.asker.role, scene.procedure.name) ? ours(scene) : [])
const oneOf = (steps: { path: string }[]): Narrowing | null =>
  steps.length ? { fields: { step: { enum: steps.map((s) => s.path) } } } : null

const readOnly = say('您只能查看本案', 'You may only read this case')
const noPart = say('您没有参与本案', 'You have no part in this case')
/** Whoever may know of a case may remark on it: supervision does so at any time (C2.3). */
const readers = ({ asker }: Seen) => (asker.role === 'auditor' || asker.role === 'admin' ? readOnly : null)
const outsiders = (scene: Seen) => readers(scene) ?? (scene.hasPart ? null : noPart)
const strangers = (scene: Seen) => readers(scene) ?? (scene.hasPart || ours(scene).length ? null : noPart)

/** Steps somebody else works on that were not nudged on this working day (催办). */
function nudgeable({ calendar, state, asker, records }: Seen) {
  const day = workingDayOf(records.today, calendar)
  const nudged = ({ nudgedAt }: StepRow) => nudgedAt !== null && workingDayOf(shanghaiDate(nudgedAt), calendar) === day
  return state.steps.filter((step) => step.assignee !== asker.id && !nudged(step))
}

/** Those of the department who can go on with it: a step in other hands would lie there. */
const colleagues = ({ records, asker, procedure }: Seen) =>
  records.people
    .filter((p) => rolesOf(asker.department).includes(p.role) && worksOn(p.role, procedure.name))
    .filter((p) => p.id !== asker.id && !records.barred.includes(p.id))
    .map((p) => p.id)

/** Whoever is mentioned is copied in: so it is for who may copy in, and whoever is kept from the case is not to be mentioned. */
function mentionable({ hasPart, records }: Seen): Narrowing {
  if (!hasPart) return { without: ['mentions'] }
  const free = records.people.filter((p) => !records.barred.includes(p.id)).map((p) => p.id)
  return records.barred.length ? { fields: { mentions: { items: { enum: free } } } } : {}
}

/** Management names someone; where everybody of it is kept from the case administration does, and at last the auditor, who handles none. */
const namers = ['management', 'administration', 'auditor'] as const
const naming = ({ asker, records }: Seen) => {
  const left = records.people.filter((p) => !records.barred.includes(p.id))
  const role = namers.find((name) => left.some((p) => p.role === name)) ?? 'management'
  return asker.role === role ? null : say(`由${roles[role].label['zh-CN']}指定`, `${roles[role].label.en} names someone`)
}
/** What nobody in the house may record, and this person could if they were named. */
function helpsWith({ procedure, state, records }: Seen, person: Person, left = stuck(procedure, state, records)): string[] {
  const { context } = state.row
  return left.filter((type) => {
    const named = { ...records, named: [{ user: person.id, events: [type] }] }
    return !isDenial(mayRecord(procedure.events[type]!, { ...person, principals: [] }, { type, context, records: named }))
  })
}
function helpful(scene: Seen): string[] {
  const left = stuck(scene.procedure, scene.state, scene.records)
  const helps = (person: Person) => staff.includes(person.role) && helpsWith(scene, person, left).length > 0
  return left.length ? scene.records.people.filter(helps).map(({ id }) => id) : []
}

const rules: Record<ActName, Rule> = {
  'step.claimed': {
    barred: strangers,
    unmet: say('没有待您部门认领的步骤', 'No step waits to be claimed by your department'),
    form: (scene) => oneOf(theirs(scene).filter((s) => s.assignee === null)),
  },
  'step.released': {
    barred: strangers,
    unmet: say('您没有认领步骤', 'You claimed no step'),
    form: (scene) => oneOf(scene.asker.lead ? ours(scene).filter((s) => s.assignee !== null) : mine(scene)),
  },
  'step.handedOver': {
    barred: strangers,
    unmet: say('没有可转交的步骤或同事', 'There is no step, or no colleague, to hand over'),
    form: (scene) => {
      const steps = oneOf(scene.asker.lead ? ours(scene) : mine(scene))
      const to = colleagues(scene)
      return steps && to.length ? { fields: { ...steps.fields, user: { enum: to } } } : null
    },
  },
  'case.copied': {
    barred: outsiders,
    unmet: say('案件已办结', 'The case is closed'),
    form: (scene) => {
      const whom = scene.records.people.filter((p) => p.id !== scene.asker.id && !scene.records.barred.includes(p.id)).map((p) => p.id)
      return isOpen(scene) && whom.length ? { fields: { user: { enum: whom } } } : null
    },
  },
  'case.nudged': {
    barred: outsiders,
    unmet: say('每个工作日只能催办一次', 'A step can be nudged once per working day'),
    form: (scene) => oneOf(nudgeable(scene)),
  },
  'comment.added': { barred: readers, unmet: readOnly, form: mentionable },
  'attachment.added': { barred: readers, unmet: readOnly, form: () => ({}) },
  'record.corrected': {
    barred: outsiders,
    unmet: noPart,
    form: (scene) => ({ fields: { sequence: { maximum: scene.state.row.sequence } } }),
  },
  'person.named': {
    barred: naming,
    unmet: say('仍有符合条件的办理人', 'There are still people who may act'),
    form: (scene) => {
      const whom = helpful(scene)
      return whom.length ? { fields: { user: { enum: whom } } } : null
    },
  },
}

export const actHref = (caseId: string, type: string) => `/api/cases/${caseId}/acts/${type}`

/** The form of an act for this person, acting for themselves if possible, else for somebody they deputise for; or why not. */
export function actReadiness(type: ActName, scene: Scene): Ready | NotReady {
  const own = actAs(type, scene)
  if (isReady(own)) return own
  for (const principal of scene.asker.principals) {
    const theirs = actAs(type, { ...scene, asker: principal })
    if (isReady(theirs)) return { ...theirs, onBehalfOf: principal.id }
  }
  return own
}

function actAs(type: ActName, scene: Seen): Ready | NotReady {
  const { barred, unmet, form } = rules[type]
  const notYours = barred(scene)
  if (notYours) return { code: 'not-yours', reason: notYours }
  const narrowing = form(scene)
  return narrowing ? { payload: narrowed(acts[type].payload, narrowing), onBehalfOf: null } : { code: 'not-now', reason: unmet }
}

export const actsOf = (scene: Scene): Offer[] =>
  (Object.keys(acts) as ActName[]).flatMap((type) => {
    const answer = actReadiness(type, scene)
    return isReady(answer) ? [{ type, label: acts[type].label, href: actHref(scene.state.row.id, type), payload: answer.payload }] : []
  })

/** What is added to an act's answers: whoever is named is named for what nobody is left to do, and for nothing else. */
export function computedFor(type: ActName, answers: Record<string, unknown>, scene: Scene): Record<string, unknown> {
  const named = type === 'person.named' && scene.records.people.find(({ id }) => id === answers.user)
  return named ? { events: helpsWith(scene, named) } : {}
}

type Facts = Record<string, any>
/** Makes notices about the case, to a department or to a person. */
export type Notify = {
  department: (department: string, notice: NoticeName) => Write[]
  person: (user: string, notice: NoticeName) => Write
}
type Beside = (facts: Facts, scene: Scene, notify: Notify) => Write[]
const beside: Partial<Record<ActName, Beside>> = {
  'case.copied': ({ user }, { state }, notify) => [copyIn(state.row.id, user), notify.person(user, 'copied')],
  'comment.added': (facts, { state, asker }, notify) =>
    mentioned(facts)
      .filter((user) => user !== asker.id)
      .flatMap((user) => [copyIn(state.row.id, user), notify.person(user, 'mentioned')]),
  'step.handedOver': ({ user }, _, notify) => [notify.person(user, 'handedOver')],
  'person.named': (facts, { state, records }, notify) => [
    name(state.row.id, facts as Named, records),
    notify.person((facts as Named).user, 'named'),
  ],
  'case.nudged': ({ step }, { state, procedure }, notify) => notify.department(departmentOf(procedure, state.row.context, step), 'nudged'),
}
/** What an act writes beside its event. */
export const actWrites = (type: ActName, facts: Facts, scene: Scene, notify: Notify): Write[] => beside[type]?.(facts, scene, notify) ?? []

const mentioned = ({ mentions = [] }: Facts): string[] => [...new Set<string>(mentions)]

const { participants } = schema
const copyIn = (caseId: string, userId: string): Write =>
  write((tx) =>
    tx.insert(participants).values({ caseId, userId, as: 'copy' }).onConflictDoNothing().returning({ userId: participants.userId }),
  )

/** Named once more, somebody may do both. */
function name(caseId: string, { user, events }: Named, { named }: Records): Write {
  const before = named.filter((other) => other.user === user).flatMap((other) => other.events)
  const all = [...new Set([...before, ...events])]
  return write((tx) =>
    tx
      .insert(participants)
      .values({ caseId, userId: user, as: 'named', events: all })
      .onConflictDoUpdate({ target: [participants.caseId, participants.userId, participants.as], set: { events: all } })
      .returning({ userId: participants.userId }),
  )
}
