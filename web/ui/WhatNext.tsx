// For whoever has nothing to do: what they can begin, and which steps will come to them.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Department, worksOn } from '../../machines/departments.ts'
import { type Described, proceduresQuery, referenceOf } from '../api/procedures.ts'
import { type Session, sessionQuery } from '../api/session.ts'
import { useWords } from './words.ts'

export function WhatNext() {
  const { t, words } = useWords()
  const { data: session } = useQuery(sessionQuery)
  const { data = [] } = useQuery(proceduresQuery)
  if (!session) return null
  const opens = data.filter(({ openedBy }) => openedBy.includes(session.role))
  const waiting = data.filter((procedure) => stepsOf(procedure, session).length > 0)
  return (
    <div className="what-next prose">
      <Begin session={session} opens={opens} />
      {waiting.length > 0 && (
        <>
          <h2>{t('whatNext.comes')}</h2>
          <ul>
            {waiting.map((procedure) => (
              <li key={procedure.name}>
                <Link to="/handbook/$procedure" params={{ procedure: referenceOf(procedure) }}>
                  {words(procedure.label)}
                </Link>{' '}
                <Steps of={procedure} session={session} />
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

/** Steps of somebody's department that are work of theirs, a step inside another of theirs left out. */
function stepsOf({ name, states }: Described, { department, role }: Session) {
  if (role === 'auditor' || role === 'admin' || !worksOn(role, name)) return []
  const mine = states.filter(({ owner }) => owner === (department satisfies Department))
  return mine.filter(({ path }) => !mine.some((other) => path.startsWith(`${other.path}.`)))
}

const most = 4
function Steps({ of, session }: { of: Described; session: Session }) {
  const { t, words, list } = useWords()
  const steps = stepsOf(of, session)
  const names = list(steps.slice(0, most).map(({ label }) => words(label)))
  return <span className="quiet">{steps.length > most ? t('whatNext.andMore', { names, count: steps.length }) : names}</span>
}

function Begin({ session, opens }: { session: Session; opens: Described[] }) {
  const { t, words, list } = useWords()
  if (session.role === 'admin') return <Way to="/first-steps" text={t('whatNext.admin')} link={t('firstSteps.title')} />
  if (session.role === 'auditor') return <p>{t('whatNext.auditor')}</p>
  if (session.role === 'management') return <Way to="/approvals" text={t('whatNext.management')} link={t('nav.approvals')} />
  if (!opens.length) return <p>{t('whatNext.wait')}</p>
  return <Way to="/open" text={t('whatNext.opens', { procedures: list(opens.map(({ label }) => words(label))) })} link={t('nav.open')} />
}

function Way({ to, text, link }: { to: '/first-steps' | '/approvals' | '/open'; text: string; link: string }) {
  return (
    <p>
      {text} <Link to={to}>{link}</Link>
    </p>
  )
}
