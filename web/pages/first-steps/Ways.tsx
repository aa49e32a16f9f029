// The way to each of the first steps: a page, or a form on the spot.
import { useQuery } from '@tanstack/react-query'
import { Link, type LinkProps } from '@tanstack/react-router'
import { type Role, roles } from '../../../machines/departments.ts'
import type { FirstStep, FirstSteps } from '../../api/first-steps.ts'
import { procedureNamesQuery } from '../../api/procedures.ts'
import { useWords } from '../../ui/words.ts'
import { NameForm } from './NameForm.tsx'

export function Ways({ name, beginnings }: { name: FirstStep; beginnings: FirstSteps }) {
  const { t } = useWords()
  if (name === 'institution') return <NameForm />
  if (name === 'people') return <PeopleWays lacking={beginnings.lacking} />
  if (name === 'cases') return <Openers />
  return (
    <p className="ways">
      <Link to="/institution" search={{ tab: name }}>
        {t(`firstSteps.way.${name}`)}
      </Link>
      {name === 'students' && (
        <Link to="/institution" search={{ tab: 'enrolment' }}>
          {t('firstSteps.way.enrolment')}
        </Link>
      )}
    </p>
  )
}

function PeopleWays({ lacking }: Pick<FirstSteps, 'lacking'>) {
  const { t, words, list } = useWords()
  const ways: [LinkProps['to'], 'import' | 'people'][] = [
    ['/people/import', 'import'],
    ['/people', 'people'],
  ]
  return (
    <>
      {lacking.length > 0 && (
        <p className="prose">
          {t('firstSteps.lacking', {
            people: list(
              lacking.map((lack) =>
                t('firstSteps.missing', { who: list(lack.roles.map((role) => words(roles[role].label))), count: lack.missing }),
              ),
            ),
          })}
        </p>
      )}
      <p className="ways">
        {ways.map(([to, name]) => (
          <Link key={name} to={to}>
            {t(`firstSteps.way.${name}`)}
          </Link>
        ))}
      </p>
    </>
  )
}

/** Who can open which case: the administrator opens none. */
function Openers() {
  const { words, list, colon } = useWords()
  const { data = [] } = useQuery(procedureNamesQuery)
  return (
    <ul className="openers">
      {data.map(({ name, label, openedBy }) => (
        <li key={name}>
          {words(label)}
          {colon}
          {list(openedBy.map((role: Role) => words(roles[role].label)))}
        </li>
      ))}
    </ul>
  )
}
