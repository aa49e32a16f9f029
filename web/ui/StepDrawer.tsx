// One step of a procedure: whose it is, until when, by which clause and in what words, and what can happen in it.
import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import type { ReactNode } from 'react'
import { type Department, departments } from '../../machines/departments.ts'
import { type Described, referenceOf } from '../api/procedures.ts'
import { ClauseText } from './ClauseText.tsx'
import { Fact } from './Fact.tsx'
import { OutcomeTag } from './OutcomeTag.tsx'
import { useWords } from './words.ts'

type State = Described['states'][number]
/** `inCase` is what one case adds: how it stands at this step. */
type Props = { procedure: Described; path: string | null; inCase?: ReactNode; onClose: () => void }

export function StepDrawer({ procedure, path, inCase, onClose }: Props) {
  const { t, words } = useWords()
  const state = procedure.states.find((s) => s.path === path)
  return (
    <Drawer
      open={path !== null}
      onClose={onClose}
      size={420}
      title={words(state?.label)}
      closable={{ 'aria-label': t('form.close') }}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      {inCase}
      {state && <StepFacts procedure={procedure} state={state} />}
    </Drawer>
  )
}

function StepFacts({ procedure, state }: { procedure: Described; state: State }) {
  const { t, words } = useWords()
  return (
    <dl className="stacked">
      {state.owner && <Fact title={t('step.owner')}>{words(departments[state.owner as Department])}</Fact>}
      {state.outcome && (
        <Fact title={t('step.outcome')}>
          <OutcomeTag of={state} />
        </Fact>
      )}
      {state.deadline && <Fact title={t('step.deadline')}>{words(procedure.deadlines[state.deadline])}</Fact>}
      <Fact title={t('step.clause')}>
        <ClauseText id={state.clause} />
      </Fact>
      <Happenings procedure={procedure} state={state} />
      {state.note && <Fact title={t('step.note')}>{words(state.note)}</Fact>}
      <InHandbook procedure={procedure} path={state.path} />
    </dl>
  )
}

/** The step among the others of its procedure. */
function InHandbook({ procedure, path }: { procedure: Described; path: string }) {
  const { t, words } = useWords()
  return (
    <Fact title={t('nav.handbook')}>
      <Link to="/handbook/$procedure" params={{ procedure: referenceOf(procedure) }} hash={path}>
        {t('step.inHandbook', { procedure: words(procedure.label) })}
      </Link>
    </Fact>
  )
}

/** What can happen here, and where it leads when it leads away. */
function Happenings({ procedure, state }: { procedure: Described; state: State }) {
  const { t, words, list } = useWords()
  const ways = procedure.transitions.filter((way) => way.from === state.path && way.event !== '')
  if (!ways.length) return null
  const name = (path: string) => words(procedure.states.find((s) => s.path === path)?.label)
  const target = (to: string[]) => (to.length && to[0] !== state.path ? ` → ${list(to.map(name))}` : '')
  return (
    <Fact title={t('step.events')}>
      <ul style={{ margin: 0, paddingInlineStart: 18 }}>
        {ways.map(({ event, guard, deadline, label, to }) => (
          <li key={`${event}${guard}${deadline}${to}`}>
            {deadline ? t('step.whenDue', { deadline: words(label) }) : words(label)}
            {target(to)}
          </li>
        ))}
      </ul>
    </Fact>
  )
}
