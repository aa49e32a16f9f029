// The memory of a case in words: what its machine calls a thing, and what its values mean to a reader.
import type { FieldSchema } from '../../../machines/narrowing.ts'
import type { Described } from '../../api/procedures.ts'
import { useScope } from '../../ui/form/scope.ts'
import { useCampusName, useEnrolmentName, usePersonName } from '../../ui/names.tsx'
import { useWords } from '../../ui/words.ts'
import type { Change } from './diff.ts'

type Fields = Record<string, FieldSchema>
/** The fields of every form by name: what a form calls a thing, the memory calls it too. */
const fieldsOf = ({ opening, events }: Described): Fields =>
  Object.assign({}, ...Object.values(events).map(({ payload }) => payload.properties), opening.properties)

const ours = [
  ...(['grantedBy', 'grantedOn', 'returns', 'amountFen', 'round', 'basis', 'payee', 'worksheet', 'everConfirmed', 'settledOn'] as const),
  ...(['attempts', 'ended', 'heirActs', 'openedOn', 'enrolments', 'student', 'campus', 'debts'] as const),
]
const facts = ['estimateFen', 'leavingDate', 'proposedBy', 'coApprover', 'minor', 'late'] as const
type Ours = (typeof ours)[number]
type Facts = (typeof facts)[number]
const isOurs = (name: string): name is Ours => (ours as readonly string[]).includes(name)
const isFacts = (name: string): name is Facts => (facts as readonly string[]).includes(name)

/** Values that say nothing where there was nothing before. */
const empty = ['null', '[]', '{}', 'false', '0', '""']
/** The settings in force are copied in at the opening and read in the history; so is what begins empty. */
export const told = ({ path, before, after }: Change) => !path.startsWith('settings.') && !(before === null && empty.includes(after ?? ''))

export function useMemory(procedure: Described) {
  const { t, words, date, money, list } = useWords()
  const person = usePersonName()
  const campus = useCampusName()
  const enrolment = useEnrolmentName()
  const { student, studentName } = useScope()
  const fields = fieldsOf(procedure)
  const nameOf = (path: string) => path.split('.').at(-1)!
  const title = (path: string): string | null => {
    const name = nameOf(path)
    if (isFacts(name)) return t(`facts.${name}`)
    return isOurs(name) ? t(`audit.memory.${name}`) : words(fields[name]?.['x-title']) || null
  }
  const single = (name: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return t('audit.memory.nothing')
    if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no')
    if (typeof value === 'number') return name.endsWith('Fen') ? money(value) : String(value)
    if (typeof value !== 'string') return parts(value).join(' ') || t('audit.memory.nothing')
    if (name === 'campus') return campus(value)
    if (name === 'enrolments') return enrolment(value)
    if (value === student && studentName) return studentName
    const label = fields[name]?.['x-labels']?.[value] ?? fields[name]?.items?.['x-labels']?.[value]
    if (label) return words(label)
    if (name === 'late') return words(procedure.deadlines[value]) || value
    if (/^\d{4}-\d\d-\d\d$/.test(value)) return date(value)
    return people.includes(name) || fields[name]?.format === 'user' ? person(value) : value
  }
  const parts = (tree: object) => Object.entries(tree).map(([key, one]) => single(key, one))
  const value = (path: string, json: string): string => {
    const parsed: unknown = JSON.parse(json)
    const name = nameOf(path)
    if (!Array.isArray(parsed)) return single(name, parsed)
    return parsed.length ? list(parsed.map((one) => single(name, one))) : t('audit.memory.nothing')
  }
  return { title, value }
}
const people = ['grantedBy', 'proposedBy', 'coApprover']
