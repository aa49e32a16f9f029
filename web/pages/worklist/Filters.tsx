// Narrowing the worklist; every choice stands in the address, so that it can be kept and sent.
import { FilterOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { departments, rolesOf } from '../../../machines/departments.ts'
import { shownIn, type ViewName } from '../../../machines/views.ts'
import { type Described, procedureNamesQuery, proceduresQuery } from '../../api/procedures.ts'
import { peopleQuery } from '../../api/records.ts'
import type { Session } from '../../api/session.ts'
import { Button } from '../../ui/Button.tsx'
import { type Option, Pick } from '../../ui/Pick.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Sheet } from '../../ui/Sheet.tsx'
import { useWords, type Words } from '../../ui/words.ts'
import { isBehind, noneBehind, type Sort, sorts, type WorklistSearch } from '../../ui/worklist-views.ts'
import { isClosed } from './columns.ts'

type Change = (patch: Partial<WorklistSearch>) => void
export type FilterProps = { search: WorklistSearch; view: ViewName; reader: Session; wide: boolean; onChange: Change }

const none: Partial<WorklistSearch> = {
  procedure: undefined,
  state: undefined,
  department: undefined,
  assignee: undefined,
  overdue: undefined,
}
const chosenIn = (search: WorklistSearch) => Object.keys(none).filter((name) => search[name as keyof WorklistSearch]).length

export function Filters(props: FilterProps) {
  const { t } = useWords()
  const { search, wide, onChange } = props
  const chosen = chosenIn(search)
  return (
    <search className="filters">
      <Sought q={search.q} onChange={onChange} />
      {wide ? <Choices {...props} /> : <InSheet {...props} chosen={chosen} />}
      {(chosen > 0 || search.q || isBehind(search)) && (
        <Button type="link" onClick={() => onChange({ ...none, ...noneBehind, q: undefined })}>
          {t('worklist.clear')}
        </Button>
      )}
    </search>
  )
}

/** In ms: so long somebody stops typing before what they typed is looked for. */
const pause = 300
function Sought({ q = '', onChange }: { q?: string; onChange: Change }) {
  const { t } = useWords()
  const [text, setText] = useState(q)
  const asked = useRef(q)
  useEffect(() => {
    // Whatever else changes what is looked for also changes what stands here.
    if (q !== asked.current) setText(q)
    asked.current = q
  }, [q])
  const ask = (next: string) => {
    const wanted = next.trim()
    if (wanted === asked.current) return
    asked.current = wanted
    onChange({ q: wanted || undefined })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts the wait anew
  useEffect(() => {
    const waiting = setTimeout(() => ask(text), pause)
    return () => clearTimeout(waiting)
  }, [text])
  return (
    <SearchField
      label={t('worklist.search')}
      value={text}
      onChange={setText}
      data-search
      aria-keyshortcuts="/"
      onKeyDown={({ key, nativeEvent }) => key === 'Enter' && !nativeEvent.isComposing && ask(text)}
    />
  )
}

function InSheet({ chosen, ...props }: FilterProps & { chosen: number }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon={<FilterOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t('worklist.filter')} {chosen > 0 && <span className="tally">{chosen}</span>}
      </Button>
      <Sheet open={open} onClose={() => setOpen(false)} place="foot" title={t('worklist.filter')}>
        <div className="filters stacked">
          <Choices {...props} labelled />
          <Order {...props} />
          <Button type="primary" onClick={() => setOpen(false)}>
            {t('worklist.show')}
          </Button>
        </div>
      </Sheet>
    </>
  )
}

function Choices({ search, view, reader, onChange, labelled = false }: FilterProps & { labelled?: boolean }) {
  const { t, words } = useWords()
  const { data: procedures = [] } = useQuery(procedureNamesQuery)
  const fixed = shownIn(view, reader).procedure
  const procedure = fixed ?? search.procedure
  const { data: described = [] } = useQuery({ ...proceduresQuery, enabled: procedure !== undefined })
  const chosen = described.find(({ name }) => name === procedure)
  const open = !isClosed(view)
  const whole = view === 'all'
  return (
    <>
      {!fixed && (
        <Pick
          label={t('worklist.procedure')}
          labelled={labelled}
          value={search.procedure}
          options={procedures.map(({ name, label }) => ({ value: name, label: words(label) }))}
          onChange={(procedure) => onChange({ procedure, state: undefined, left: undefined, leftIn: undefined, leftLate: undefined })}
        />
      )}
      {chosen && (
        <Pick
          label={t('worklist.state')}
          labelled={labelled}
          value={search.state}
          options={states(chosen, search.state, words)}
          onChange={(state) => onChange({ state })}
        />
      )}
      {whole && (
        <Pick
          label={t('worklist.department')}
          labelled={labelled}
          value={search.department}
          options={Object.entries(departments).map(([value, label]) => ({ value, label: words(label) }))}
          onChange={(department) => onChange({ department })}
        />
      )}
      {(whole || ofDepartment(view)) && <Assignee {...{ search, view, reader, onChange, labelled }} />}
      {open && (
        <label className="choice inline">
          <input type="checkbox" checked={search.overdue ?? false} onChange={(e) => onChange({ overdue: e.target.checked || undefined })} />
          {t('worklist.overdue')}
        </label>
      )}
    </>
  )
}

/** Stages, as the procedure names them, and the step that the address names. */
const states = ({ states }: Described, state: string | undefined, words: Words['words']): Option[] =>
  states.filter(({ path }) => !path.includes('.') || path === state).map(({ path, label }) => ({ value: path, label: words(label) }))

const ofDepartment = (view: ViewName) => view === 'department' || view === 'part'
/** Whoever may have claimed a step: of the reader’s department, or anybody. */
function Assignee({ search, view, reader, onChange, labelled }: Omit<FilterProps, 'wide'> & { labelled: boolean }) {
  const { t } = useWords()
  const { data = [] } = useQuery(peopleQuery)
  const own = data.filter(({ active, role, department }) => active !== false && rolesOf(department).includes(role))
  const people = ofDepartment(view) ? own.filter(({ department }) => department === reader.department) : own
  return (
    <Pick
      label={t('worklist.assignee')}
      labelled={labelled}
      value={search.assignee}
      options={people.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(assignee) => onChange({ assignee })}
    />
  )
}

function Order({ search, view, onChange }: Pick<FilterProps, 'search' | 'view' | 'onChange'>) {
  const { t } = useWords()
  const of = isClosed(view) ? 'sortClosed' : 'sort'
  const options = sorts.map((value) => ({ value, label: t(`worklist.${of}.${value}`) }))
  return (
    <Pick
      label={t('worklist.order')}
      labelled
      value={search.sort ?? 'due'}
      options={options}
      onChange={(sort) => onChange({ sort: sort as Sort })}
      must
    />
  )
}
