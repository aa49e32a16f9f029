// The institution's own chain: what changes about its people and their rights, in the same form as the history of a case.
// No machine stands behind it: every event is an act, and the state it repeats is the constant one below.
import { desc, eq, max } from 'drizzle-orm'
import { Type } from 'typebox'
import { Check } from 'typebox/schema'
import { drawMethods, findings, mostDrawn } from '../machines/audit.ts'
import { type Role, roles } from '../machines/departments.ts'
import { caseId, choice, count, date, enrolment, flag, form, line, optional, text, user } from '../machines/form.ts'
import { type Label, say } from '../machines/label.ts'
import { canonical, normalise } from '../machines/proof/canonical.ts'
import { stateDigest } from '../machines/proof/chain.ts'
import { sha256Hex } from '../machines/proof/hash.ts'
import { settingsSchema } from '../machines/settings.ts'
import { type Db, schema, type Write } from './database.ts'
import { prepared } from './prepared.ts'
import { appendEvent, type Sealed, seal } from './write-case.ts'

/** What stands in place of a case's id in the institution's events. */
export const institutionCase = 'institution'
export const institutionProcedure = 'institution@1'

const id = (zh: string, en: string) => Type.String({ 'x-title': say(zh, en), minLength: 1, maxLength: 64 })
const role = choice(
  '角色',
  'Role',
  Object.fromEntries(Object.entries(roles).map(([name, { label }]) => [name, label])) as Record<Role, Label>,
)
/** A person's rights as they are after the event; what is absent, the person does not have. */
const rights = {
  user: user('人员', 'Person'),
  role,
  campus: optional(id('校区', 'Campus')),
  lead: flag('部门负责人', 'Leads the department'),
  reportsTo: optional(user('汇报对象', 'Reports to')),
  active: flag('在职', 'Active'),
}
const name = () => line('姓名', 'Name')
const event = (label: Label, facts: Parameters<typeof form>[0], words: Parameters<typeof form>[1] = {}) => ({
  label,
  payload: form(facts, words),
})

/** The types of events, each with the form of what is said in it; `x-personal` marks the words that enter the chain only as a digest. */
export const institutionEvents = {
  'institution.founded': event(say('建立机构', 'Institution set up'), { name: line('机构名称', 'Name of the institution') }),
  'institution.renamed': event(say('更改机构名称', 'Institution renamed'), { name: line('机构名称', 'Name of the institution') }),
  'user.created': event(say('新增人员', 'Person added'), rights, { name: name(), username: line('用户名', 'Username') }),
  'user.changed': event(say('变更人员或权限', 'Person or rights changed'), rights, { name: optional(name()) }),
  'user.passwordSet': event(say('重设密码', 'Password set'), { user: rights.user }),
  'deputy.named': event(say('指定代理人', 'Deputy named'), {
    deputyship: id('代理记录', 'Deputyship'),
    principal: user('被代理人', 'Principal'),
    deputy: user('代理人', 'Deputy'),
    from: date('开始日期', 'From'),
    until: date('结束日期', 'Until'),
  }),
  'settings.changed': event(say('变更设置', 'Settings changed'), settingsSchema.properties),
  'campus.added': event(say('新增校区', 'Campus added'), { campus: id('校区', 'Campus') }),
  'case.exported': event(say('导出案卷', 'Case exported'), { case: caseId('案件', 'Case'), head: id('末条哈希', 'Newest hash') }),
  'promise.redeemed': event(say('兑现承诺', 'Promise redeemed'), {
    promise: id('承诺', 'Promise'),
    enrolment: optional(enrolment('新的报名', 'New enrolment')),
  }),
  'audit.drawn': event(
    say('抽取审计样本', 'Audit sample drawn'),
    {
      round: id('审计轮次', 'Audit round'),
      from: date('办结日期自', 'Closed from'),
      until: date('办结日期至', 'Closed until'),
      procedures: Type.Array(id('流程', 'Procedure'), { 'x-title': say('流程', 'Procedures') }),
      method: choice('抽取方式', 'Way of drawing', drawMethods),
      size: count('抽取件数', 'How many cases', 1, mostDrawn),
      seed: id('随机种子', 'Seed'),
      population: count('总体件数', 'Size of the population', 0, Number.MAX_SAFE_INTEGER),
      digest: id('总体摘要', 'Digest of the population'),
      cases: Type.Array(caseId('案件', 'Case'), { 'x-title': say('抽中的案件', 'Cases drawn') }),
    },
    { name: line('审计名称', 'Name of the audit') },
  ),
  'audit.found': event(
    say('登记审计结论', 'Audit finding recorded'),
    { round: id('审计轮次', 'Audit round'), case: caseId('案件', 'Case'), finding: choice('结论', 'Finding', findings) },
    { remark: optional(text('说明', 'Remark')) },
  ),
  'audit.closed': event(say('结束审计轮次', 'Audit round closed'), { round: id('审计轮次', 'Audit round') }),
  'deputy.ended': event(say('结束代理', 'Deputyship ended'), { deputyship: id('代理记录', 'Deputyship') }),
}
export type InstitutionEventType = keyof typeof institutionEvents

/** The published description of the chain; its digest is the `definition` of the events. */
export const institutionDescription = JSON.parse(
  JSON.stringify({ name: 'institution', version: 1, label: say('机构变更记录', 'Changes of the institution'), events: institutionEvents }),
)
const definition = sha256Hex(canonical(institutionDescription))
const constantState = stateDigest({ status: 'active', value: {}, context: {} })

/** `actor` is the person who did it; `personal` are the words named in the event's form. */
export type Happening = { type: InstitutionEventType; actor: string; facts: Record<string, unknown>; personal?: Record<string, unknown> }
export type ChainHead = Pick<Sealed, 'sequence' | 'hash' | 'at'> | undefined

/**
 * The newest event. Read it before what a change is decided on: whatever happens to the institution's people in between
 * makes a commit built on this head fail with a Conflict, so that nothing is decided on rights that have just changed.
 */
export const chainHead = async (db: Db): Promise<ChainHead> => (await newest(db))[0]
const newest = prepared((q) =>
  q
    .select({ sequence: schema.events.sequence, hash: schema.events.hash, at: schema.events.at })
    .from(schema.events)
    .where(eq(schema.events.caseId, institutionCase))
    .orderBy(desc(schema.events.sequence))
    .limit(1),
)

/** How many events there are: another number whenever people or rights have changed. */
export const changesSoFar = async (db: Db): Promise<number> => (await counted(db))[0]?.sequence ?? 0
const counted = prepared((q) =>
  q
    .select({ sequence: max(schema.events.sequence) })
    .from(schema.events)
    .where(eq(schema.events.caseId, institutionCase)),
)

/** The statements that append events after `head`, dated `at` or later; a Conflict for whoever comes second. Give `salt` 16 fresh random bytes in hex. */
export function appendInstitutionEvents(head: ChainHead, at: Date, salt: () => string, happenings: Happening[]): Write[] {
  let before = head
  return happenings.flatMap((happening) => {
    const sealed = sealAfter(before, at, salt, happening)
    before = sealed
    return appendEvent(sealed)
  })
}

function sealAfter(before: ChainHead, at: Date, salt: () => string, { type, actor, facts, personal }: Happening): Sealed {
  const said = normalise({ facts, personal: personal ?? null })
  if (!Check(institutionEvents[type].payload, { ...said.facts, ...said.personal })) throw new TypeError(`not what ${type} holds`)
  const instant = at.toISOString()
  return seal({
    case: institutionCase,
    sequence: (before?.sequence ?? 0) + 1,
    procedure: institutionProcedure,
    definition,
    type,
    actor,
    onBehalfOf: null,
    at: before && before.at > instant ? before.at : instant,
    facts: said.facts,
    stateDigest: constantState,
    previous: before?.hash ?? null,
    personal: said.personal,
    salt: said.personal && salt(),
  })
}
