// From an empty system to the first case, step by step, each with what it is for and the way to it.
import { CheckCircleFilled, RightCircleFilled } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { type FirstSteps as Beginnings, type FirstStep, firstStepsQuery } from '../../api/first-steps.ts'
import { sessionQuery } from '../../api/session.ts'
import { colours } from '../../theme.ts'
import { Card } from '../../ui/Card.tsx'
import { Page } from '../../ui/Page.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Failed, Loading, Nothing } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { Ways } from './Ways.tsx'

export function FirstSteps() {
  const { t } = useWords()
  const { data: session } = useQuery(sessionQuery)
  if (session && session.role !== 'admin') return <Nothing title={t('firstSteps.notYours')} />
  return (
    <Page title={t('firstSteps.title')} lead={t('firstSteps.lead')} narrow>
      <Steps />
    </Page>
  )
}

function Steps() {
  const { t } = useWords()
  const { data, error, refetch } = useQuery(firstStepsQuery)
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  const done = data.steps.filter((step) => step.done).length
  const next = data.steps.find((step) => !step.done)?.name
  return (
    <Card>
      <Progress label={t('firstSteps.progress')} done={done} all={data.steps.length}>{`${done} / ${data.steps.length}`}</Progress>
      {!next && <p className="prose">{t('firstSteps.allDone')}</p>}
      <ol className="steps">
        {data.steps.map((step) => (
          <Step key={step.name} {...step} next={step.name === next} beginnings={data} />
        ))}
      </ol>
    </Card>
  )
}

type Props = { name: FirstStep; done: boolean; next: boolean; beginnings: Beginnings }
function Step({ name, done, next, beginnings }: Props) {
  const { t } = useWords()
  const said = t(done ? 'firstSteps.done' : next ? 'firstSteps.next' : 'firstSteps.later')
  return (
    <li aria-current={next ? 'step' : undefined}>
      <span className="step-sign" role="img" aria-label={said}>
        {done ? (
          <CheckCircleFilled style={{ color: colours.success }} />
        ) : next ? (
          <RightCircleFilled style={{ color: colours.accent }} />
        ) : (
          <i />
        )}
      </span>
      <div className="step-words">
        <h2>{t(`firstSteps.step.${name}`)}</h2>
        <p className="prose quiet">{t(`firstSteps.why.${name}`)}</p>
        <Ways name={name} beginnings={beginnings} />
      </div>
    </li>
  )
}
