// Looking for words in the handbook: procedures, their steps, what can happen in them, and the clauses.
import type { Label, Locale } from '../../../machines/label.ts'
import { type ClauseInForce, type Described, pinned } from '../../api/procedures.ts'

export const kinds = ['procedure', 'step', 'event', 'clause'] as const
export type Kind = (typeof kinds)[number]
/** `procedure` is the reference to go to, `hash` the place in it; a clause that no step carries out leads nowhere. */
export type Hit = { kind: Kind; key: string; title: string; aside: string; procedure?: string; hash?: string }
type Sources = { procedures: Described[]; clauses: ClauseInForce[] }

const squeezed = (text: string) => text.toLowerCase().replaceAll(/\s+/g, ' ').trim()
/** Every word must be found, in either language or in the code that stands for it. */
const matches = (text: string, ...where: (string | Label)[]) => {
  const all = squeezed(where.map((one) => (typeof one === 'string' ? one : `${one['zh-CN']} ${one.en}`)).join(' '))
  return squeezed(text)
    .split(' ')
    .every((word) => all.includes(word))
}

export function search({ procedures, clauses }: Sources, text: string, locale: Locale): Hit[] {
  if (!squeezed(text)) return []
  return [
    ...procedures.flatMap((procedure) => within(procedure, text, locale)),
    ...clauses.flatMap((clause) => hitOf(clause, procedures, text, locale)),
  ]
}

function within(procedure: Described, text: string, locale: Locale): Hit[] {
  const reference = pinned({ procedure: procedure.name, version: procedure.version })
  const name = procedure.label[locale]
  const at = (kind: Kind, hash: string, title: string): Hit => ({
    kind,
    key: `${kind} ${reference} ${hash}`,
    title,
    aside: name,
    procedure: reference,
    hash,
  })
  return [
    ...(matches(text, procedure.label, procedure.name) ? [{ ...at('procedure', '', name), aside: '' }] : []),
    ...procedure.states.filter(({ path, label }) => matches(text, label, path)).map(({ path, label }) => at('step', path, label[locale])),
    ...Object.entries(procedure.events)
      .filter(([type, { label }]) => matches(text, label, type))
      .map(([type, { label }]) => at('event', type, label[locale])),
  ]
}

function hitOf({ id, text: wording, carriedOut }: ClauseInForce, procedures: Described[], text: string, locale: Locale): Hit[] {
  if (!matches(text, id, wording)) return []
  const place = carriedOut[0]
  const procedure = procedures.find(({ name }) => name === place?.procedure)
  return [
    {
      kind: 'clause',
      key: id,
      title: id,
      aside: wording[locale],
      ...(place && procedure && { procedure: pinned({ procedure: procedure.name, version: procedure.version }), hash: place.state }),
    },
  ]
}
