// What a figure of the overview narrows the list by: each condition in words, and taken away by itself.
import { CloseOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { campusesQuery } from '../../api/institution.ts'
import { proceduresQuery } from '../../api/procedures.ts'
import { useWords } from '../../ui/words.ts'
import type { Behind, WorklistSearch } from '../../ui/worklist-views.ts'

type Props = { search: WorklistSearch; onChange: (patch: Partial<WorklistSearch>) => void }

export function Narrowed({ search, onChange }: Props) {
  const { t } = useWords()
  return (
    <ul className="narrowed" aria-label={t('overview.narrowed.label')}>
      {useConditions(search).map(({ names, says }) => (
        <li key={names[0]}>
          {says}
          <button
            type="button"
            aria-label={t('overview.narrowed.remove', { what: says })}
            onClick={() => onChange(Object.fromEntries(names.map((name) => [name, undefined])))}
          >
            <CloseOutlined aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  )
}

type Condition = { names: (keyof Behind)[]; says: string }
function useConditions(search: WorklistSearch): Condition[] {
  const { t, words, date } = useWords()
  const { data: campuses = [] } = useQuery(campusesQuery)
  const { data: procedures = [] } = useQuery(proceduresQuery)
  const { campus, stepOverdue, unclaimed, opened, closed, left, leftIn, leftLate } = search
  const dates = (period: string) => {
    const [from, until] = period.split('..').map(date)
    return { from, until }
  }
  const states = procedures.find(({ name }) => name === search.procedure)?.states ?? []
  const step = left && (words(states.find(({ path }) => path === left)?.label) || left)
  const all: (Condition | false | undefined | '')[] = [
    campus && {
      names: ['campus'],
      says: t('overview.narrowed.campus', { name: words(campuses.find(({ id }) => id === campus)?.name) || campus }),
    },
    stepOverdue && { names: ['stepOverdue'], says: t('overview.narrowed.stepOverdue') },
    unclaimed && { names: ['unclaimed'], says: t('overview.narrowed.unclaimed') },
    opened && { names: ['opened'], says: t('overview.narrowed.opened', dates(opened)) },
    closed && { names: ['closed'], says: t('overview.narrowed.closed', dates(closed)) },
    step && {
      names: ['left', 'leftIn', 'leftLate'],
      says: leftLate ? t('overview.narrowed.leftLate', { step }) : t('overview.narrowed.left', { step }),
    },
    leftIn && { names: ['leftIn'], says: t('overview.narrowed.leftIn', dates(leftIn)) },
  ]
  return all.filter((one): one is Condition => Boolean(one))
}
