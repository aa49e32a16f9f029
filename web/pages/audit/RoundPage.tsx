// One audit round: how it was drawn, what was found in each case, and its report on paper.
import { PrinterOutlined } from '@ant-design/icons'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { type Finding, findings } from '../../../machines/audit.ts'
import { closeRound, roundQuery, type WholeRound } from '../../api/audit.ts'
import { newKey } from '../../api/client.ts'
import { sessionQuery } from '../../api/session.ts'
import { Alert } from '../../ui/Alert.tsx'
import { FindingName } from '../../ui/audit/FindingSaid.tsx'
import { useRoundName } from '../../ui/audit/round-name.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { Gradually } from '../../ui/Gradually.tsx'
import { useMessages } from '../../ui/Messages.tsx'
import { Page } from '../../ui/Page.tsx'
import { Popup } from '../../ui/Popup.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { Failed, Loading } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import './audit.css'
import { DrawnCases } from './DrawnCases.tsx'
import { HowDrawn } from './HowDrawn.tsx'

export function RoundPage() {
  const { id } = useParams({ from: '/house/audit/rounds/$id' })
  const { data: round, error, refetch } = useQuery(roundQuery(id))
  const { data: session } = useQuery(sessionQuery)
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  return round ? <Shown round={round} audits={session?.role === 'auditor'} /> : <Loading />
}

const left = ({ cases }: WholeRound) => cases.filter((one) => one.case && !one.findings.length).length

function Shown({ round, audits }: { round: WholeRound; audits: boolean }) {
  const { t, date } = useWords()
  const nameOf = useRoundName()
  return (
    <Page
      title={nameOf(round)}
      lead={t('audit.rounds.period', { from: date(round.from), until: date(round.until) })}
      extra={<Actions round={round} audits={audits} />}
    >
      <div className="round">
        <HowDrawn round={round} />
        <Results round={round} />
      </div>
      <Card title={t('audit.round.cases')}>
        <Gradually meanwhile={<Loading within />}>
          <DrawnCases round={round} audits={audits && round.open} />
        </Gradually>
      </Card>
      <div className="print-only signature">
        <span>{t('audit.round.signature')}</span>
        <span>{t('audit.round.signedOn')}</span>
      </div>
    </Page>
  )
}

function Actions({ round, audits }: { round: WholeRound; audits: boolean }) {
  const { t } = useWords()
  return (
    <Flex gap={8} wrap className="no-print">
      <Link to="/audit/rounds">
        <Button tabIndex={-1}>{t('audit.round.back')}</Button>
      </Link>
      <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
        {t('audit.round.print')}
      </Button>
      {audits && round.open && <Close round={round} />}
    </Flex>
  )
}

function Close({ round }: { round: WholeRound }) {
  const { t } = useWords()
  const client = useQueryClient()
  const explain = useProblemWords()
  const { message } = useMessages()
  const [key] = useState(newKey)
  const close = () =>
    closeRound(round.id, key).then(
      (closed) => {
        client.setQueryData(roundQuery(round.id).queryKey, closed)
        void message.success(t('audit.round.closeDone'))
      },
      (error) => void message.error(explain(error)),
    )
  const open = left(round)
  const why = open ? t('audit.round.left', { count: open }) : undefined
  return (
    <Popup button={{ type: 'primary', disabled: open > 0, title: why, children: t('audit.round.close') }} label={t('audit.round.close')}>
      {(back) => (
        <Flex vertical gap={12} className="sure">
          <span>{t('audit.round.closeSure')}</span>
          <Flex gap={8}>
            <Button type="primary" onClick={() => void close().then(back)}>
              {t('audit.round.close')}
            </Button>
            <Button onClick={back}>{t('form.cancel')}</Button>
          </Flex>
        </Flex>
      )}
    </Popup>
  )
}

function Results({ round }: { round: WholeRound }) {
  const { t } = useWords()
  const done = Object.values(round.found).reduce((sum, n) => sum + n, 0)
  const open = left(round)
  return (
    <Card title={t('audit.round.result')}>
      <Flex vertical gap={10}>
        <Progress label={t('audit.rounds.progress', { done, all: round.drawn })} done={done} all={round.drawn}>
          {t('audit.rounds.progress', { done, all: round.drawn })}
        </Progress>
        <dl className="counts">
          {(Object.keys(findings) as Finding[]).map((finding) => (
            <div key={finding}>
              <dt>
                <FindingName finding={finding} />
              </dt>
              <dd>{round.found[finding]}</dd>
            </div>
          ))}
        </dl>
        {round.open && open > 0 && <Alert type="info" title={t('audit.round.left', { count: open })} />}
        {!round.open && <Alert type="success" title={t('audit.round.closeDone')} />}
      </Flex>
    </Card>
  )
}
