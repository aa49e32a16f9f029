// Acts on a case: who may, and what they change beside the history (claims, copies, people named).
import { and, desc, eq } from 'drizzle-orm'
import { type CaseState, departmentOf } from '../db/case-state.ts'
import { type Db, schema, type Write, write } from '../db/database.ts'
import { type ActName, acts } from '../machines/acts.ts'
import { rolesOf, staff } from '../machines/departments.ts'
import { shanghaiDate } from '../machines/due.ts'
import { type Label, say } from '../machines/label.ts'
import { narrowed } from '../machines/narrowing.ts'
import type { Narrowing, Procedure } from '../machines/procedure.ts'
import type { Person, Records } from '../machines/records.ts'
import { type Asker, isDenial, mayRecord } from '../machines/rights.ts'
import type { AskingUser } from './asker.ts'
import { type Offer, stuck } from './offers.ts'

export type Scene = { db: Db; procedure: Procedure; state: CaseState; asker: AskingUser; records: Records; hasPart: boolean }
type Rule = { unmet: Label; form: (scene: Scene) => Narrowing | null }

const open = ({ state }: Scene) => state.row.status === 'active'
const onlyReads = ({ asker }: Scene) => asker.role === 'auditor' || asker.role === 'admin'
const mine = ({ state, asker }: Scene) => state.steps.filter((s) => s.assignee === asker.id)
const ours = ({ state, asker }: Scene) => state.steps.filter((s) => s.department === asker.department)
const oneOf = (steps: { path: string }[]): Narrowing | null =>
  steps.length ? { fields: { step: { enum: steps.map((s) => s.path) } } } : null
/** Whoever may know of a case may remark on it: supervision does so at any time (C2.3). */
const whoeverKnows = (scene: Scene): Narrowing | null => (onlyReads(scene) ? null : {})
const anyone = (scene: Scene): Narrowing | null => (scene.hasPart && !onlyReads(scene) ? {} : null)

/** Steps somebody else works on that were not nudged today (催办, once per working day). */
function nudgeable(scene: Scene) {
  const { events } = schema
  const nudged = scene.db.q
    .select({ facts: events.facts, at: events.at })
    .from(events)
    .where(and(eq(events.caseId, scene.state.row.id), eq(events.type, 'case.nudged')))
    .orderBy(desc(events.sequence))
    .limit(50)
    .all()
    .filter(({ at }) => shanghaiDate(at) === scene.records.today)
    .map(({ facts }) => facts.step)
  return scene.state.steps.filter((s) => s.assignee !== scene.asker.id && !nudged.includes(s.path))
}

const colleagues = ({ records, asker }: Scene) =>
  records.people
    .filter((p) => rolesOf(asker.department).includes(p.role) && p.id !== asker.id && !records.barred.includes(p.id))
    .map((p) => p.id)

/** Management names someone; where every manager is too close to the case, administration does. */
const mayName = ({ asker, records }: Scene) => {
  const managers = records.people.filter((p) => p.role === 'management' && !records.barred.includes(p.id))
  return asker.role === (managers.length ? 'management' : 'administration')
}
/** Staff who could record what nobody in the house may, if they were named. */
function helpful({ procedure, state, records }: Scene): string[] {
  const specs = stuck(procedure, state, records)
  const could = (person: Person) =>
    specs.some((spec) => {
      const named = { ...records, named: [person.id] }
      return !isDenial(mayRecord(spec, { ...person, principals: [] }, { context: state.row.context, records: named }))
    })
  return records.people.filter((person) => staff.includes(person.role) && could(person)).map((person) => person.id)
}

const rules: Record<ActName, Rule> = {
  'step.claimed': {
    unmet: say('没有待您部门认领的步骤', 'No step waits to be claimed by your department'),
    form: (scene) => (onlyReads(scene) ? null : oneOf(ours(scene).filter((s) => s.assignee === null))),
  },
  'step.released': {
    unmet: say('您没有认领步骤', 'You claimed no step'),
    form: (scene) => oneOf(scene.asker.lead && !onlyReads(scene) ? ours(scene).filter((s) => s.assignee !== null) : mine(scene)),
  },
  'step.handedOver': {
    unmet: say('没有可转交的步骤或同事', 'There is no step, or no colleague, to hand over'),
    form: (scene) => {
      const steps = oneOf(scene.asker.lead && !onlyReads(scene) ? ours(scene) : mine(scene))
      const to = colleagues(scene)
      return steps && to.length ? { fields: { ...steps.fields, user: { enum: to } } } : null
    },
  },
  'case.copied': {
    unmet: say('您没有参与本案', 'You have no part in this case'),
    form: (scene) => {
      const whom = scene.records.people.filter((p) => p.id !== scene.asker.id && !scene.records.barred.includes(p.id)).map((p) => p.id)
      return anyone(scene) && open(scene) && whom.length ? { fields: { user: { enum: whom } } } : null
    },
  },
  'case.nudged': {
    unmet: say('每个工作日只能催办一次', 'A step can be nudged once per working day'),
    form: (scene) => anyone(scene) && oneOf(nudgeable(scene)),
  },
  'comment.added': { unmet: say('您只能查看本案', 'You may only read this case'), form: whoeverKnows },
  'attachment.added': { unmet: say('您只能查看本案', 'You may only read this case'), form: whoeverKnows },
  'record.corrected': {
    unmet: say('您没有参与本案', 'You have no part in this case'),
    form: (scene) => anyone(scene) && { fields: { sequence: { maximum: scene.state.row.sequence } } },
  },
  'person.named': {
    unmet: say('仍有符合条件的办理人', 'There are still people who may act'),
    form: (scene) => {
      const whom = mayName(scene) ? helpful(scene) : []
      return whom.length ? { fields: { user: { enum: whom } } } : null
    },
  },
}

export const actHref = (caseId: string, type: string) => `/api/cases/${caseId}/acts/${type}`

/** The form of an act for this person, or why not. */
export function actReadiness(type: ActName, scene: Scene) {
  const { unmet, form } = rules[type]
  const narrowing = form(scene)
  return narrowing ? { payload: narrowed(acts[type].payload, narrowing) } : { code: 'not-now' as const, reason: unmet }
}

export const actsOf = (scene: Scene): Offer[] =>
  (Object.keys(acts) as ActName[]).flatMap((type) => {
    const answer = actReadiness(type, scene)
    return 'payload' in answer ? [{ type, label: acts[type].label, href: actHref(scene.state.row.id, type), payload: answer.payload! }] : []
  })

type Facts = Record<string, any>
const assign = (facts: Facts, assignee: string | null, { steps }: CaseState) =>
  steps.map((step) => (step.path === facts.step ? { ...step, assignee } : step))

/** Who works on which step after the act. */
export function stepsAfterAct(type: ActName, facts: Facts, asker: Asker, state: CaseState) {
  if (type === 'step.claimed') return assign(facts, asker.id, state)
  if (type === 'step.released') return assign(facts, null, state)
  if (type === 'step.handedOver') return assign(facts, facts.user, state)
  return state.steps
}

/** What an act writes beside its event. */
export function actWrites(
  type: ActName,
  facts: Facts,
  { state: { row }, procedure, state }: Scene,
  notice: (to: string, name: string) => Write,
): Write[] {
  if (type === 'case.copied') return participate(row.id, facts.user, 'copy')
  if (type === 'comment.added' && facts.mentions) return participate(row.id, facts.mentions, 'copy')
  if (type === 'person.named') return participate(row.id, facts.user, 'named')
  if (type === 'case.nudged') return [notice(departmentOf(procedure, state.row.context, facts.step), 'nudged')]
  return []
}

const participate = (caseId: string, userId: string, as: 'copy' | 'named'): Write[] => [
  write((tx) =>
    tx.insert(schema.participants).values({ caseId, userId, as }).onConflictDoNothing().returning({ userId: schema.participants.userId }),
  ),
]
