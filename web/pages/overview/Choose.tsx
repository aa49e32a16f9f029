// What the figures are about: a procedure or all of them, a campus, a period. Every choice stands in the address.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { addCalendarDays } from '../../../machines/due.ts'
import { campusesQuery } from '../../api/institution.ts'
import type { Dates } from '../../api/overview.ts'
import { procedureNamesQuery } from '../../api/procedures.ts'
import type { OverviewSearch } from '../../router.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { useWords } from '../../ui/words.ts'

type Change = (patch: Partial<OverviewSearch>) => void

export function ProcedureTabs({ chosen }: { chosen: string | undefined }) {
  const { t, words } = useWords()
  const { data: procedures = [] } = useQuery(procedureNamesQuery)
  const options = [{ name: undefined, label: t('overview.allProcedures') }, ...procedures]
  return (
    <nav className="overview-tabs" aria-label={t('overview.procedures')}>
      {options.map(({ name, label }) => (
        <Link
          key={name ?? ''}
          to="/overview"
          search={(before: OverviewSearch) => ({ ...before, procedure: name })}
          className={name === chosen ? 'chosen' : undefined}
          aria-current={name === chosen ? 'page' : undefined}
          activeProps={{}}
          resetScroll={false}
        >
          {words(label)}
        </Link>
      ))}
    </nav>
  )
}

type Props = { search: OverviewSearch; period: (Dates & { today: string }) | undefined; onChange: Change }
export function Choose({ search, period, onChange }: Props) {
  const { t, words } = useWords()
  const { data: campuses } = useQuery(campusesQuery)
  return (
    <search className="overview-choice" aria-label={t('overview.filters')}>
      {(!campuses || campuses.length > 1) && (
        <select
          className="field"
          aria-label={t('overview.campus')}
          value={search.campus ?? ''}
          onChange={({ target }) => onChange({ campus: target.value || undefined })}
        >
          <option value="">{t('overview.allCampuses')}</option>
          {campuses?.map(({ id, name }) => (
            <option key={id} value={id}>
              {words(name)}
            </option>
          ))}
        </select>
      )}
      <Period {...{ search, period, onChange }} />
    </search>
  )
}

const lengths = [
  ['weeks4', 28],
  ['weeks13', 91],
  ['year', 365],
] as const

/** Stands before its days are known, so that nothing moves when they are. */
function Period({ search, period, onChange }: Props) {
  const { t } = useWords()
  const { from, until, today } = period ?? {}
  const first = (days: number) => today && addCalendarDays(today, 1 - days)
  return (
    <>
      <DayField must label={t('overview.from')} date={from} most={until} onChange={(from) => onChange({ from, until: search.until })} />
      <DayField must label={t('overview.until')} date={until} least={from} most={today} onChange={(until) => onChange({ from, until })} />
      <span className="lengths">
        {lengths.map(([name, days]) => (
          <button
            key={name}
            type="button"
            aria-pressed={today !== undefined && until === today && from === first(days)}
            disabled={!today}
            onClick={() => onChange({ from: days === 91 ? undefined : first(days), until: undefined })}
          >
            {t(`overview.${name}`)}
          </button>
        ))}
      </span>
    </>
  )
}
