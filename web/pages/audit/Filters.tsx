// What is looked for; every choice stands in the address, so that a search can be kept and sent.
import { useQuery } from '@tanstack/react-query'
import { type Label, say } from '../../../machines/label.ts'
import { type Acts, actsQuery, type Described, proceduresQuery } from '../../api/procedures.ts'
import { peopleQuery } from '../../api/records.ts'
import type { AuditSearch } from '../../router.tsx'
import { Button } from '../../ui/Button.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { type Option, Pick } from '../../ui/Pick.tsx'
import { useWords, type Words } from '../../ui/words.ts'

type Props = { search: AuditSearch; onChange: (patch: Partial<AuditSearch>) => void }
const nothing: AuditSearch = {
  person: undefined,
  event: undefined,
  state: undefined,
  procedure: undefined,
  from: undefined,
  until: undefined,
  late: undefined,
}

export function Filters({ search, onChange }: Props) {
  const { t, words } = useWords()
  const { data: procedures = [] } = useQuery(proceduresQuery)
  const { data: acts } = useQuery(actsQuery)
  const { data: people = [] } = useQuery(peopleQuery)
  const chosen = procedures.find(({ name }) => name === search.procedure)
  return (
    <search className="filters even">
      <Pick
        label={t('audit.search.person')}
        value={search.person}
        options={people.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(person) => onChange({ person })}
      />
      <Pick
        label={t('audit.search.procedure')}
        value={search.procedure}
        options={procedures.map(({ name, label }) => ({ value: name, label: words(label) }))}
        onChange={(procedure) => onChange({ procedure, state: undefined, event: undefined })}
      />
      {chosen && (
        <Pick
          label={t('audit.search.state')}
          value={search.state}
          options={stepsOf(chosen, words)}
          onChange={(state) => onChange({ state })}
        />
      )}
      <Pick
        label={t('audit.search.event')}
        value={search.event}
        options={eventsOf(chosen ? [chosen] : procedures, acts, words)}
        onChange={(event) => onChange({ event })}
      />
      <Pick
        label={t('audit.search.lateness')}
        value={search.late === undefined ? undefined : String(search.late)}
        options={[
          { value: 'true', label: t('audit.search.late') },
          { value: 'false', label: t('audit.search.inTime') },
        ]}
        onChange={(late) => onChange({ late: late === undefined ? undefined : late === 'true' })}
      />
      <span className="period">
        {t('audit.search.from')}
        <DayField label={t('audit.search.from')} date={search.from} most={search.until} onChange={(from) => onChange({ from })} />
        {t('audit.search.until')}
        <DayField label={t('audit.search.until')} date={search.until} least={search.from} onChange={(until) => onChange({ until })} />
      </span>
      {Object.values(search).some((value) => value !== undefined) && (
        <Button type="link" onClick={() => onChange(nothing)}>
          {t('audit.search.clear')}
        </Button>
      )}
    </search>
  )
}

/** Steps and their parts, each with the names of what it is part of. */
const stepsOf = ({ states }: Described, words: Words['words']): Option[] =>
  states.map(({ path }) => ({
    value: path,
    label: around(path)
      .map((one) => words(states.find((s) => s.path === one)?.label))
      .join(' › '),
  }))
const around = (path: string): string[] => path.split('.').map((_, index, names) => names.slice(0, index + 1).join('.'))

/** What the engine itself records has no form of its own. */
const always: Record<string, Label> = { 'case.opened': say('立案', 'Case opened'), 'deadline.passed': say('期限已到', 'Deadline passed') }

/** Each type once; where procedures call it by other names, by all of them. */
function eventsOf(procedures: Described[], acts: Acts | undefined, words: Words['words']): Option[] {
  const names = new Map<string, Set<string>>()
  const add = (type: string, label: Label) => names.set(type, (names.get(type) ?? new Set()).add(words(label)))
  for (const [type, label] of Object.entries(always)) add(type, label)
  for (const { events } of procedures) for (const [type, { label }] of Object.entries(events)) add(type, label)
  for (const [type, { label }] of Object.entries(acts ?? {})) add(type, label)
  return [...names].map(([value, all]) => ({ value, label: [...all].join(' / ') }))
}
