// Who may say what in a case: by role and department, never over one's own work, never in one's own cause.
import { type Department, departments, type Role, roles, rolesOf } from './departments.ts'
import { type Label, say } from './label.ts'
import type { EventSpec, Opening, Procedure } from './procedure.ts'
import type { Person, Records } from './records.ts'
import { metaOf, statesOf } from './states.ts'

export type Denial = { code: 'not-yours' | 'four-eyes' | 'conflict-of-interest'; reason: Label }
/** `onBehalfOf` is the principal when a deputy acts. */
export type Leave = { onBehalfOf: string | null }
/** What the rules look at beside the event: its type, the case's context and the institution's records. */
export type Standing = { type: string; context: unknown; records: Records }
/** `principals` are the people this one deputises for today. */
export type Asker = Person & { principals: Person[] }

const handledIt = say('您经办过本案，不能审批', 'You handled this case: somebody else must decide')
const inOwnCause = say('您与本案有利害关系，须回避', 'You are too close to this case to act in it')
const onlyLead = say('只有部门负责人可以办理', 'Only the head of the department may do this')
const nobodyLeft = say('没有符合条件的人员可以办理，须另行指定', 'Nobody eligible is left: somebody must be named')

/** The answer for this person: for themselves if possible, else for somebody they deputise for. */
export function mayRecord(spec: EventSpec, asker: Asker, standing: Standing): Leave | Denial {
  const own = denial(spec, asker, [asker.id], standing)
  if (!own) return { onBehalfOf: null }
  const principal = asker.principals.find((p) => !denial(spec, p, [asker.id, p.id], standing))
  if (principal) return { onBehalfOf: principal.id }
  return own.code !== 'conflict-of-interest' && nobodyMay(spec, standing) ? { ...own, reason: nobodyLeft } : own
}
export const isDenial = (answer: Leave | Denial): answer is Denial => 'code' in answer

/** Nobody in the house may do this: the case says so and management names someone. */
export const nobodyMay = (spec: EventSpec, standing: Standing) =>
  !standing.records.people.some((person) => !denial(spec, person, [person.id], standing))

/** Why this person may not, acting alone or for another (`who` holds both); null when they may. */
function denial(spec: EventSpec, person: Person, who: string[], standing: Standing): Denial | null {
  const { records, context } = standing
  if (who.some((id) => records.barred.includes(id))) return { code: 'conflict-of-interest', reason: inOwnCause }
  const role = roleDenial(spec, person, who, standing)
  if (role) return role
  if (spec.decision && who.some((id) => records.handlers.includes(id))) return { code: 'four-eyes', reason: handledIt }
  if (spec.person && !spec.person.allowed(context, who)) return { code: spec.person.code, reason: spec.person.unmet }
  return null
}

function roleDenial(spec: EventSpec, person: Person, who: string[], standing: Standing): Denial | null {
  if (standing.records.named.some(({ user, events }) => who.includes(user) && events.includes(standing.type))) return null
  const fits = fitting(spec, standing)
  if (fits(person)) return null
  const ofRole = spec.by.includes(person.role) && spec.lead
  return { code: 'not-yours', reason: ofRole ? onlyLead : waitsFor(spec, standing) }
}

const substitutes: Role[] = ['administration', 'management']

/** Who fits by role: the event's own people, or where none of them is left administration, then management. */
function fitting(spec: EventSpec, { context, records }: Standing): (person: Person) => boolean {
  const department = spec.department?.(context)
  const own = (p: Person) => spec.by.includes(p.role) && (!spec.lead || p.lead) && (!department || p.department === department)
  const chain = [own, ...(spec.decision ? [] : substitutes.map((role) => (p: Person) => p.role === role))]
  const isLeft = (fits: (person: Person) => boolean) => records.people.some((p) => fits(p) && !records.barred.includes(p.id))
  return chain.find(isLeft) ?? own
}

const waitsFor = (spec: EventSpec, standing: Standing): Label => {
  const department = spec.department?.(standing.context)
  const names: Label[] = department ? [departments[department]] : spec.by.map((role) => roles[role].label)
  return say(`等待${names.map((n) => n['zh-CN']).join('、')}办理`, `Waits for ${names.map((n) => n.en).join(' or ')}`)
}

const worksIn = (department: Department, { role }: Person) => rolesOf(department).includes(role)
/** By name, or as the head of the department for whoever reports to nobody by name. */
const leads = (above: Person, below: Person) =>
  below.reportsTo === above.id ||
  (below.reportsTo === null && !below.lead && above.lead && worksIn(above.department, above) && worksIn(above.department, below))

/** Whoever a case is about, those who report to them, and who leads them; `people` are also those who have left. */
export const tooClose = (about: string | null, people: readonly Person[]): string[] => {
  if (about === null) return []
  const them = people.find((p) => p.id === about)
  const close = them ? people.filter((p) => leads(them, p) || leads(p, them)) : []
  return [about, ...close.map(({ id }) => id)]
}

const notOpenedByYou = say('您不能发起该流程', 'You cannot open a case of this procedure')
/** Whether this person may open a case; nobody opens the appeal of what they handled while somebody else can. */
export function mayOpen({ by }: Opening, asker: Asker, { people, barred }: Records): Leave | Denial {
  const opens = ({ role }: Person) => by.includes(role)
  const opener = [asker, ...asker.principals].find(opens)
  if (!opener) return { code: 'not-yours', reason: notOpenedByYou }
  const close = [asker.id, opener.id].some((id) => barred.includes(id))
  const others = people.some((p) => opens(p) && !barred.includes(p.id))
  return close && others ? { code: 'conflict-of-interest', reason: inOwnCause } : { onBehalfOf: opener === asker ? null : opener.id }
}

/** Roles that may know of every case. */
const overseers: readonly Role[] = ['auditor', 'administration', 'management']
export const oversees = (role: Role) => overseers.includes(role)

/** The departments that own a state of the procedure: their people may know of its cases. */
export const concerned = (procedure: Procedure): ReadonlySet<Department> => {
  if (!owners.has(procedure))
    owners.set(procedure, new Set([procedure.department, ...statesOf(procedure).flatMap((node) => metaOf(node).owner ?? [])]))
  return owners.get(procedure)!
}
const owners = new WeakMap<Procedure, ReadonlySet<Department>>()
