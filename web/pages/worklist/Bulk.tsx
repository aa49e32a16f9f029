// Several cases at once: what is asked for, how far it has come, and of each case whether it worked and why not.
import { CheckCircleFilled, ClockCircleOutlined, CloseCircleFilled, LoadingOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import type { CaseSummary, Offer } from '../../api/cases.ts'
import type { Session } from '../../api/session.ts'
import { Button } from '../../ui/Button.tsx'
import { useMessages } from '../../ui/Messages.tsx'
import { usePersonName } from '../../ui/names.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { Loading } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { type Deed, fetchCase, offerOf, type Told } from './deeds.ts'
import { type Task, useJob } from './use-job.ts'

type Props = { deed: Deed; cases: CaseSummary[]; reader: Session; onClose: (done: CaseSummary[]) => void }

export function Bulk({ deed, cases, reader, onClose }: Props) {
  const { t } = useWords()
  const { tasks, running, run, stop } = useJob(deed, cases, reader)
  const [told, setTold] = useState<Told | null>(deed === 'handOver' ? null : {})
  const begun = useRef(false)
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins once, as soon as everything is told
  useEffect(() => {
    if (!told || begun.current) return
    begun.current = true
    void run(told)
  }, [told])
  const [only] = tasks
  const { message } = useMessages()
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once, when it has come to its end
  useEffect(() => {
    if (cases.length > 1 || running || only?.state !== 'done') return
    void message.success(t(`worklist.bulk.one.${deed}`, { number: only.of.number }))
    onClose(cases)
  }, [running])
  const close = () => (running ? stop() : onClose(tasks.filter(({ state }) => state === 'done').map(({ of }) => of)))
  return (
    <Sheet open onClose={close} place="middle" title={t('worklist.bulk.title', { deed: t(`worklist.bulk.${deed}`), count: cases.length })}>
      {told ? (
        <Progress {...{ tasks, running }} onStop={stop} onRetry={() => void run(told)} onClose={close} />
      ) : (
        <HandOver cases={cases} onTold={setTold} onCancel={close} />
      )}
    </Sheet>
  )
}

/** To whom and why, as one of the cases asks for it. */
function HandOver({ cases, onTold, onCancel }: { cases: CaseSummary[]; onTold: (told: Told) => void; onCancel: () => void }) {
  const ids = cases.map(({ id }) => id)
  const { data: offer, isPending } = useQuery({ queryKey: ['hand-over', ids], queryFn: () => firstOffer(cases), gcTime: 0 })
  const { t } = useWords()
  if (isPending) return <Loading />
  if (offer) return <HandOverForm offer={offer} onTold={onTold} onCancel={onCancel} />
  return (
    <>
      <p>{t('worklist.bulk.nothingToHandOver')}</p>
      <div className="bulk-foot">
        <Button onClick={onCancel}>{t('form.close')}</Button>
      </div>
    </>
  )
}
async function firstOffer(cases: CaseSummary[]): Promise<Offer | null> {
  for (const one of cases) {
    const offer = offerOf(await fetchCase(one), 'handOver')
    if (offer) return offer
  }
  return null
}

function HandOverForm({ offer, onTold, onCancel }: { offer: Offer; onTold: (told: Told) => void; onCancel: () => void }) {
  const { t, words } = useWords()
  const nameOf = usePersonName()
  const id = useId()
  const { user, reason } = offer.payload.properties
  const [told, setTold] = useState({ user: '', reason: '' })
  const send = (event: FormEvent) => {
    event.preventDefault()
    onTold({ user: told.user, reason: told.reason.trim() })
  }
  return (
    <form className="bulk-form" onSubmit={send}>
      <label htmlFor={`${id}-user`}>{words(user?.['x-title'])}</label>
      <select
        id={`${id}-user`}
        className="field"
        required
        value={told.user}
        onChange={(event) => setTold({ ...told, user: event.target.value })}
      >
        <option value="" disabled>
          {t('worklist.bulk.choose')}
        </option>
        {((user?.enum ?? []) as string[]).map((person) => (
          <option key={person} value={person}>
            {nameOf(person)}
          </option>
        ))}
      </select>
      <label htmlFor={`${id}-reason`}>{words(reason?.['x-title'])}</label>
      <textarea
        id={`${id}-reason`}
        className="field"
        required
        rows={3}
        maxLength={reason?.maxLength}
        value={told.reason}
        onChange={(event) => setTold({ ...told, reason: event.target.value })}
      />
      <div className="bulk-foot">
        <Button type="primary" htmlType="submit" disabled={!told.user || !told.reason.trim()}>
          {t('worklist.bulk.handOver')}
        </Button>
        <Button onClick={onCancel}>{t('form.cancel')}</Button>
      </div>
    </form>
  )
}

type ProgressProps = { tasks: Task[]; running: boolean; onStop: () => void; onRetry: () => void; onClose: () => void }
function Progress({ tasks, running, onStop, onRetry, onClose }: ProgressProps) {
  const { t } = useWords()
  const count = (state: Task['state']) => tasks.filter((task) => task.state === state).length
  const [done, failed, waiting] = [count('done'), count('failed'), count('waiting')]
  const all = tasks.length
  return (
    <>
      <progress className="bulk-progress" max={all} value={done + failed} aria-label={t('worklist.bulk.progress')} />
      <p role="status">{running ? t('worklist.bulk.running', { n: done + failed, all }) : t('worklist.bulk.result', { done, failed })}</p>
      <ul className="bulk-results" aria-label={t('worklist.bulk.results')}>
        {tasks
          .toSorted((a, b) => Number(b.state === 'failed') - Number(a.state === 'failed'))
          .map((task) => (
            <Result key={task.of.id} task={task} />
          ))}
      </ul>
      <div className="bulk-foot">
        {running && <Button onClick={onStop}>{t('worklist.bulk.stop')}</Button>}
        {!running && failed + waiting > 0 && <Button onClick={onRetry}>{t('worklist.bulk.retry', { count: failed + waiting })}</Button>}
        {!running && (
          <Button type="primary" onClick={onClose}>
            {t('worklist.bulk.close')}
          </Button>
        )}
      </div>
    </>
  )
}

const signs = {
  waiting: <ClockCircleOutlined aria-hidden className="toned" />,
  running: <LoadingOutlined aria-hidden />,
  done: <CheckCircleFilled aria-hidden className="sign-done" />,
  failed: <CloseCircleFilled aria-hidden className="sign-failed" />,
}
function Result({ task: { of, state, error } }: { task: Task }) {
  const { t, words } = useWords()
  const explain = useProblemWords()
  return (
    <li>
      {signs[state]}
      <span>
        <strong>{of.number}</strong> {words(of.label)} {of.studentName}
      </span>
      <span className={state === 'failed' ? 'why' : 'toned'}>
        {state === 'failed' ? explain(error) : t(`worklist.bulk.state.${state}`)}
      </span>
    </li>
  )
}
