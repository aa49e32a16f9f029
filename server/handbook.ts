// PROCEDURES.md, written from the machines: what happens in each procedure, who does it, by when, and under which clause.
import { carriedOut, nowhere, type Place } from '../machines/carried-out.ts'
import { type Clause, type ClauseId, clauses } from '../machines/clauses.ts'
import { common } from '../machines/common.ts'
import { type Department, departments, type Role, roles } from '../machines/departments.ts'
import { type Description, describe } from '../machines/describe.ts'
import { guardOf } from '../machines/engine.ts'
import { type Label, say } from '../machines/label.ts'
import { mermaid } from '../machines/mermaid.ts'
import { type FormSchema, narrowed } from '../machines/narrowing.ts'
import type { Deadline, Procedure } from '../machines/procedure.ts'
import { defaultSettings } from '../machines/settings.ts'

const both = ({ 'zh-CN': zh, en }: Label) => `${zh} ${en}`
const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.map(cell).join(' | ')} |`).join('\n')
const joined = (parts: string[]) => parts.filter(Boolean).join('\n\n')

/** The whole document as Markdown, ending in a newline. */
export const handbook = (procedures: Record<string, Procedure>): string => {
  const all = Object.values(procedures)
  const contents = all.map(({ name, label }) => `- [${both(label)}](#${name})`).join('\n')
  return `${joined([preface, contents, ...all.map(chapter), clauseChapter(procedures)])}\n`
}

const preface = `# 流程手册 Procedures

本文件由 \`machines/\` 中的流程定义生成（\`npm run generate\`），请勿手工修改。期限为默认值，机构可自行设置。

Generated from the procedures in \`machines/\` by \`npm run generate\`; not edited by hand. Deadlines are defaults that an institution may set.`

const chapter = (procedure: Procedure) => {
  const description = describe(procedure)
  return joined([
    `<a id="${procedure.name}"></a>\n\n## ${both(procedure.label)}`,
    introduction(procedure),
    chart(description),
    `### 环节 States\n\n${states(description, procedure)}`,
    notes(description),
    `### 事件 Events\n\n\`?\` 选填 optional · \`*\` 个人信息，不进入流程 personal, never enters the machine\n\n${events(procedure)}`,
    guards(description, procedure),
  ])
}

const introduction = ({ name, version, department, opening, prefix }: Procedure) =>
  [
    `- \`${name}@${version}\`, ${prefix}-2026-000001`,
    `- 主办 Department: ${both(departments[department])}`,
    `- 立案 Opened by: ${whoOf(opening.by)}`,
    `- 立案表单 Opening form: ${fieldsOf(narrowed(opening.payload, {}))}`,
  ].join('\n')

const chart = (description: Description) => {
  const drawn = (locale: 'zh-CN' | 'en') => `\`\`\`mermaid\n${mermaid(description, locale)}\`\`\``
  return `${drawn('zh-CN')}\n\n<details><summary>English</summary>\n\n${drawn('en')}\n\n</details>`
}

const outcomes = { lost: say('流失', 'Lost'), kept: say('在读', 'Kept'), none: say('不计', 'None') }
const states = ({ states }: Description, procedure: Procedure) =>
  table(
    ['环节 State', '名称 Label', '条款 Clause', '负责 Owner', '期限 Deadline', '结果 Outcome'],
    states.map(({ path, label, clause, owner, outcome, deadline }) => [
      `\`${path}\``,
      both(label),
      clause,
      owner ? both(departments[owner as Department]) : '',
      deadline ? deadlineText(procedure.deadlines[deadline]!) : '',
      outcome ? both(outcomes[outcome]) : '',
    ]),
  )

const deadlineText = ({ label, span }: Deadline<any>) => `${both(label)}: ${spanText(span)}`
const spanText = (span: Deadline<any>['span']) => {
  const days = spanByDefault(span)
  if (days && 'workingDays' in days) return `${days.workingDays} 个工作日 wd`
  if (days && 'calendarDays' in days) return `${days.calendarDays} 天 d`
  return '案件中约定的日期 a date the case sets'
}
/** Null where the deadline reads a date that only a case knows. */
const spanByDefault = (span: Deadline<any>['span']) => {
  try {
    return span(common({ settings: defaultSettings, campus: null, at: '2026-01-01T00:00:00.000Z' }))
  } catch {
    return null
  }
}

const notes = ({ states }: Description) => {
  const noted = states.filter(({ note }) => note)
  if (noted.length === 0) return ''
  return `制度未作规定之处 Where the regulation is silent:\n\n${noted.map(({ path, note }) => `- \`${path}\`: ${note!['zh-CN']} ${note!.en}`).join('\n')}`
}

const whoOf = (by: readonly Role[]) => by.map((role) => both(roles[role].label)).join(', ') || '系统 The system'
const events = ({ events }: Procedure) =>
  table(
    ['事件 Event', '名称 Label', '由谁 Who', '填写 Fields'],
    Object.entries(events).map(([type, { label, by, lead, decision, payload }]) => [
      `\`${type}\`${decision ? ' 审批 decision' : ''}`,
      both(label),
      `${whoOf(by)}${lead ? '（部门负责人 the head of the department）' : ''}`,
      fieldsOf(narrowed(payload, {})),
    ]),
  )
const fieldsOf = ({ properties, required }: FormSchema) =>
  Object.entries(properties)
    .map(([name, field]) => `${both(field['x-title']!)}${required?.includes(name) ? '' : '?'}${field['x-personal'] ? '*' : ''}`)
    .join('; ')

const guards = ({ transitions }: Description, procedure: Procedure) => {
  const names = [...new Set(transitions.flatMap(({ guard }) => guard ?? []))]
  if (names.length === 0) return ''
  const rows = names.map((name) => [`\`${name}\``, both(guardOf(procedure, name).unmet)])
  return `### 条件 Guards\n\n${table(['条件 Guard', '不满足时的说明 What is said when it is not met'], rows)}`
}

const clauseChapter = (procedures: Record<string, Procedure>) => {
  const where = carriedOut(procedures)
  const rows = Object.entries(clauses).map(([id, clause]) => [
    id,
    `${clause.text['zh-CN']}<br>${clause.text.en}`,
    placesText(clause, where[id as ClauseId], procedures),
  ])
  return `## 条款落实 Clauses and where they are carried out\n\n${table(['条款 Clause', '内容 Wording', '落实 Carried out in'], rows)}`
}

const placesText = (clause: Clause, places: Place[], procedures: Record<string, Procedure>) => {
  if (places.length === 0) return both(nowhere(clause))
  const byProcedure = Map.groupBy(places, ({ procedure }) => procedure)
  const lines = [...byProcedure].map(
    ([name, found]) => `${both(procedures[name]!.label)}: ${found.map(({ label }) => both(label)).join(', ')}`,
  )
  return lines.join('<br>')
}
