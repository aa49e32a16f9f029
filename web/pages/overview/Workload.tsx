// Who has how much to do: procedures, departments, people.
import { Link } from '@tanstack/react-router'
import { departments } from '../../../machines/departments.ts'
import type { DepartmentLoad, Load, PersonLoad, ProcedureLoad } from '../../api/overview.ts'
import type { OverviewSearch } from '../../router.tsx'
import { useWords } from '../../ui/words.ts'
import type { WorklistSearch } from '../../ui/worklist-views.ts'
import { type Column, FigureTable } from './FigureTable.tsx'
import { Figure, shareOf } from './figures.tsx'
import { closedIn, openedIn, type Scope, standing } from './links.ts'

type Counted = 'open' | 'overdue' | 'unclaimed' | 'opened' | 'closed'
/** Makes the columns of one kind of rows: `nameOf` is heard with every figure, `search` opens what a column counts. */
function useCounts<R extends Load & Partial<Record<Counted, number>>>(
  nameOf: (row: R) => string,
  search: Record<string, (row: R) => WorklistSearch>,
) {
  const all = useWords()
  const { t } = all
  return (name: Counted): Column<R> => ({
    name,
    title: t(`overview.column.${name}`),
    value: (row) => row[name] ?? 0,
    cell: (row) => {
      const count = row[name] ?? 0
      const figure = name === 'overdue' || name === 'unclaimed' ? shareOf(all, count, row.open) : count
      const what = `${nameOf(row)} ${t(`overview.column.${name}`)}`
      return <Figure figure={figure} what={what} search={search[name]!(row)} strong={name === 'open'} />
    },
  })
}

export function ByProcedure({ rows, scope }: { rows: ProcedureLoad[]; scope: Scope }) {
  const { t, words } = useWords()
  const of = ({ procedure }: ProcedureLoad) => ({ ...scope, procedure })
  const count = useCounts<ProcedureLoad>(({ label }) => words(label), {
    open: (row) => standing(of(row)),
    overdue: (row) => standing(of(row), { overdue: true }),
    opened: (row) => openedIn(of(row)),
    closed: (row) => closedIn(of(row)),
  })
  const name: Column<ProcedureLoad> = {
    name: 'name',
    title: t('overview.column.procedure'),
    value: ({ label }) => words(label),
    cell: ({ procedure, label }) => (
      <Link to="/overview" search={(before: OverviewSearch) => ({ ...before, procedure })}>
        {words(label)}
      </Link>
    ),
  }
  return (
    <section className="panel overview-part">
      <h2>{t('overview.byProcedure')}</h2>
      <FigureTable
        label={t('overview.byProcedure')}
        rows={rows}
        rowKey={({ procedure }) => procedure}
        columns={[name, count('open'), count('overdue'), count('opened'), count('closed')]}
      />
    </section>
  )
}

export function ByDepartment({ rows, scope }: { rows: DepartmentLoad[]; scope: Scope }) {
  const { t, words } = useWords()
  const nameOf = ({ department }: DepartmentLoad) => words(departments[department])
  const count = useCounts<DepartmentLoad>(nameOf, {
    open: ({ department }) => standing(scope, { department }),
    overdue: ({ department }) => standing(scope, { department, stepOverdue: true }),
    unclaimed: ({ department }) => standing(scope, { department, unclaimed: true }),
  })
  const name: Column<DepartmentLoad> = { name: 'name', title: t('overview.column.department'), value: nameOf, cell: nameOf }
  return (
    <section className="panel overview-part">
      <h2>{t('overview.departments')}</h2>
      <p className="quiet note">{t('overview.departmentsNote')}</p>
      <FigureTable
        label={t('overview.departments')}
        rows={rows}
        rowKey={({ department }) => department}
        columns={[name, count('open'), count('overdue'), count('unclaimed')]}
      />
    </section>
  )
}

export function ByPerson({ rows, scope }: { rows: PersonLoad[]; scope: Scope }) {
  const { t } = useWords()
  const nameOf = ({ name }: PersonLoad) => name
  const count = useCounts<PersonLoad>(nameOf, {
    open: ({ person }) => standing(scope, { assignee: person }),
    overdue: ({ person }) => standing(scope, { assignee: person, stepOverdue: true }),
  })
  const name: Column<PersonLoad> = { name: 'name', title: t('overview.column.person'), value: nameOf, cell: nameOf }
  return (
    <section className="panel overview-part">
      <h2>{t('overview.people')}</h2>
      <p className="quiet note">{t('overview.peopleNote')}</p>
      {rows.length ? (
        <FigureTable
          label={t('overview.people')}
          rows={rows}
          rowKey={({ person }) => person}
          columns={[name, count('open'), count('overdue')]}
        />
      ) : (
        <p className="quiet">{t('overview.nobody')}</p>
      )}
    </section>
  )
}
