// The decision at hand: what is decided, who proposed it, what it may cost, the evidence, what was said before; decided on the spot.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Suspense, useEffect, useState } from 'react'
import type { Approval } from '../../api/approvals.ts'
import { historyQuery } from '../../api/cases.ts'
import { pinned, withActsQuery } from '../../api/procedures.ts'
import { BlockedList } from '../../ui/BlockedList.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Due } from '../../ui/Due.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { later } from '../../ui/later.tsx'
import { Loading } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { Basis } from './Basis.tsx'
import { Earlier } from './Earlier.tsx'

/** `onBegun`: a verdict was chosen, so this case is to stay at hand. */
type Props = { item: Approval; onBegun: () => void; onDecided: () => void }

const Decision = later(async () => (await import('./Decision.tsx')).Decision)

export function ApprovalCard({ item, onBegun, onDecided }: Props) {
  const { t, words, colon } = useWords()
  const { case: of, offers } = item
  const [chosen, setChosen] = useState<string | null>(null)
  const { data: procedure } = useQuery(withActsQuery(pinned(of)))
  const { data: history } = useQuery({ ...historyQuery(of.id, of.head), placeholderData: keepPreviousData })
  useEffect(Decision.soon, [])
  const offer = offers.find(({ type }) => type === chosen)
  const choose = (type: string) => {
    setChosen(chosen === type ? null : type)
    onBegun()
  }
  return (
    <Card
      roomy
      title={
        <Link to="/cases/$id" params={{ id: of.id }}>
          {of.number} {words(of.label)}
          {colon}
          {of.studentName ?? t('case.noStudent')}
        </Link>
      }
      extra={<Due of={of} />}
      data-case={of.number}
    >
      {procedure && history ? <Basis item={item} procedure={procedure} history={history} /> : <Loading within />}
      <Earlier of={of} />
      <div className="verdict">
        <Flex wrap gap={8} role="group" aria-label={t('approvals.decide')}>
          {offers.map(({ type, label }) => (
            <Button
              key={type}
              data-event={type}
              type={type === item.decision && chosen === null ? 'primary' : 'default'}
              aria-expanded={chosen === type}
              onClick={() => choose(type)}
            >
              {words(label)}
            </Button>
          ))}
        </Flex>
        <BlockedList blocked={of.blocked.filter(({ type }) => procedure?.events[type]?.decision)} />
        {offer && procedure && history && (
          <Suspense>
            <Decision key={offer.type} {...{ item, offer, procedure, history, onDecided }} onCancel={() => setChosen(null)} />
          </Suspense>
        )}
      </div>
    </Card>
  )
}
