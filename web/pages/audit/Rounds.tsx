// Audit rounds: those drawn so far, and drawing another.
import { PlusOutlined } from '@ant-design/icons'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Suspense, useEffect, useState } from 'react'
import { type Round, roundsQuery } from '../../api/audit.ts'
import { sessionQuery } from '../../api/session.ts'
import { colours } from '../../theme.ts'
import { useRoundName } from '../../ui/audit/round-name.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { later } from '../../ui/later.tsx'
import { More } from '../../ui/More.tsx'
import { Page } from '../../ui/Page.tsx'
import { Progress } from '../../ui/Progress.tsx'
import { Failed, Loading, Nothing } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import './audit.css'
import { Tabs } from './Tabs.tsx'

const NewRound = later(async () => (await import('./NewRound.tsx')).NewRound)

export function Rounds() {
  const { t } = useWords()
  const navigate = useNavigate()
  const { data: session } = useQuery(sessionQuery)
  /** Null until it was first asked for: the form is fetched then. */
  const [drawing, setDrawing] = useState<boolean | null>(null)
  const draws = session?.role === 'auditor'
  return (
    <Page title={t('audit.title')} lead={t('audit.rounds.lead')} extra={draws && <New onClick={() => setDrawing(true)} />}>
      <Tabs />
      <Card>
        <List />
      </Card>
      <Suspense>
        {drawing !== null && (
          <NewRound
            open={drawing}
            onClose={() => setDrawing(false)}
            onDrawn={({ id }) => void navigate({ to: '/audit/rounds/$id', params: { id } })}
          />
        )}
      </Suspense>
    </Page>
  )
}

function New({ onClick }: { onClick: () => void }) {
  const { t } = useWords()
  useEffect(NewRound.soon, [])
  return (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={onClick}>
      {t('audit.rounds.new')}
    </Button>
  )
}

function List() {
  const { t } = useWords()
  const query = useInfiniteQuery(roundsQuery)
  const { data, error, isPending, refetch } = query
  if (isPending) return <Loading />
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  const rounds = data.pages.flatMap((page) => page.items)
  if (!rounds.length) return <Nothing title={t('audit.rounds.none')} hint={t('audit.rounds.noneHint')} />
  return (
    <>
      <ul className="cards">
        {rounds.map((round) => (
          <Row key={round.id} round={round} />
        ))}
      </ul>
      <More of={query} />
    </>
  )
}

const examined = ({ found }: Pick<Round, 'found'>) => Object.values(found).reduce((sum, n) => sum + n, 0)

function Row({ round }: { round: Round }) {
  const { t, date, time } = useWords()
  const nameOf = useRoundName()
  const done = examined(round)
  return (
    <li>
      <Flex wrap gap={8} justify="space-between" align="center">
        <Link to="/audit/rounds/$id" params={{ id: round.id }}>
          <strong>{nameOf(round)}</strong>
        </Link>
        <span className={round.open ? 'tag lively' : 'tag'} style={{ marginInlineEnd: 0 }}>
          {t(round.open ? 'audit.rounds.open' : 'audit.rounds.closed')}
        </span>
      </Flex>
      <span style={{ color: colours.quiet }}>
        {t('audit.rounds.period', { from: date(round.from), until: date(round.until) })} ·{' '}
        {t('audit.round.byWhom', { who: round.drawnBy.name, time: time(round.drawnAt) })}
      </span>
      <Flex gap={12} align="center">
        <Progress label={t('audit.rounds.progress', { done, all: round.drawn })} done={done} all={round.drawn} />
        <span style={{ flex: 2 }}>{t('audit.rounds.progress', { done, all: round.drawn })}</span>
      </Flex>
    </li>
  )
}
