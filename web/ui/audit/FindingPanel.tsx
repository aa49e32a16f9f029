// A case as one of an audit round, beside its replay: which one it is, what was found, and the way to the next.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type DrawnCase, roundQuery, type WholeRound } from '../../api/audit.ts'
import { sessionQuery } from '../../api/session.ts'
import { Button } from '../Button.tsx'
import { Card } from '../Card.tsx'
import { Flex } from '../Flex.tsx'
import { useWords } from '../words.ts'
import { FindingForm } from './FindingForm.tsx'
import { FindingSaid } from './FindingSaid.tsx'
import { useRoundName } from './round-name.ts'

export function FindingPanel({ round: id, caseId }: { round: string; caseId: string }) {
  const { data: round } = useQuery(roundQuery(id))
  const at = round?.cases.findIndex((one) => one.case?.id === caseId) ?? -1
  return round && at >= 0 ? <Panel round={round} at={at} /> : null
}

function Panel({ round, at }: { round: WholeRound; at: number }) {
  const { t } = useWords()
  const nameOf = useRoundName()
  const { data: session } = useQuery(sessionQuery)
  const one = round.cases[at]!
  const newest = one.findings.at(-1)
  return (
    <Card
      title={t('audit.finding.title')}
      extra={t('audit.finding.place', { name: nameOf(round), position: one.position, all: round.drawn })}
    >
      <Flex vertical gap={12}>
        {newest && <FindingSaid said={newest} />}
        {round.open && session?.role === 'auditor' && <FindingForm round={round.id} caseId={one.case!.id} newest={newest} />}
        {!round.open && <p>{t('audit.finding.closed')}</p>}
        <Flex gap={8} wrap>
          <Other of={round.cases.slice(0, at).findLast(isShown)} round={round.id} title={t('audit.finding.previous')} />
          <Other of={round.cases.slice(at + 1).find(isShown)} round={round.id} title={t('audit.finding.next')} />
          <Link to="/audit/rounds/$id" params={{ id: round.id }}>
            <Button tabIndex={-1}>{t('audit.finding.all')}</Button>
          </Link>
        </Flex>
      </Flex>
    </Card>
  )
}

const isShown = (one: DrawnCase) => one.case !== null

function Other({ of, round, title }: { of: DrawnCase | undefined; round: string; title: string }) {
  if (!of?.case) return <Button disabled>{title}</Button>
  return (
    <Link to="/cases/$id/replay" params={{ id: of.case.id }} search={{ round }}>
      <Button tabIndex={-1}>{title}</Button>
    </Link>
  )
}
