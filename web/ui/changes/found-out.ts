// What a case has come to know since it was opened, with titles: from the forms that asked for it, or for what was computed our own.
import type { TFunction } from 'i18next'
import { say } from '../../../machines/label.ts'
import type { FieldSchema } from '../../../machines/narrowing.ts'
import type { Case } from '../../api/cases.ts'
import type { Described } from '../../api/procedures.ts'

type Fields = Record<string, FieldSchema>

/** What no form asks for, because it is computed or remembered by the case itself. */
const computed = {
  estimateFen: { type: 'integer', format: 'fen' },
  settledFen: { type: 'integer', format: 'fen' },
  owedFen: { type: 'integer', format: 'fen' },
  leavingDate: { type: 'string', format: 'date' },
  proposedBy: { type: 'array', items: { type: 'string', format: 'user' } },
  coApprover: { type: 'string', format: 'user' },
  minor: { type: 'boolean' },
  late: { type: 'array', items: { type: 'string' } },
} as const satisfies Fields
export const computedNames = Object.keys(computed) as (keyof typeof computed)[]

const titled = (t: TFunction): Fields =>
  Object.fromEntries(computedNames.map((name) => [name, { ...computed[name], 'x-title': say(t(`facts.${name}`), t(`facts.${name}`)) }]))

/** The procedure's own fields by name: what an event's form calls a thing, the case calls it too. */
export const fieldsOf = ({ opening, events }: Described): Fields =>
  Object.assign({}, ...Object.values(events).map(({ payload }) => payload.properties), opening.properties)

const plain = (value: unknown) => value !== undefined && value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)

export function foundOut({ facts }: Case, procedure: Described, t: TFunction): { schema: FieldSchema; values: Record<string, unknown> } {
  const { approval, settlement, late = [], ...rest } = facts as Record<string, any>
  const missed = [...new Set(late as string[])]
  const remembered = {
    ...rest,
    proposedBy: approval?.proposedBy,
    coApprover: approval?.coApprover,
    settledFen: settlement?.amountFen,
    late: missed,
  }
  const own = titled(t)
  const labels = Object.fromEntries(missed.flatMap((name) => (procedure.deadlines[name] ? [[name, procedure.deadlines[name]]] : [])))
  const properties: Fields = { ...fieldsOf(procedure), ...own, late: { ...own.late!, items: { type: 'string', 'x-labels': labels } } }
  const values = Object.entries(remembered).filter(
    ([name, value]) => !(name in procedure.opening.properties) && name in properties && plain(value),
  )
  return { schema: { type: 'object', properties }, values: Object.fromEntries(values) }
}
