// The decision at hand: what is decided, who proposed it, what it may cost, the evidence, what was said before; decided on the spot.
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Card, Flex, Skeleton } from 'antd'
import { useState } from 'react'
import type { Approval } from '../../api/approvals.ts'
import { type HistoryEvent, historyQuery, type Offer } from '../../api/cases.ts'
import { type Described, pinned, procedureQuery } from '../../api/procedures.ts'
import { Meanwhile } from '../../ui/changes/Meanwhile.tsx'
import { useMeanwhile } from '../../ui/changes/use-meanwhile.ts'
import { Due } from '../../ui/Due.tsx'
import { useRecording } from '../../ui/OfferDrawer.tsx'
import { SchemaForm } from '../../ui/SchemaForm.tsx'
import { useWords } from '../../ui/words.ts'
import { Basis } from './Basis.tsx'
import { decisionOf, waitingPaths } from './basis.ts'
import { Earlier } from './Earlier.tsx'

/** `onBegun`: a verdict was chosen, so this case is to stay at hand. */
type Props = { item: Approval; onBegun: () => void; onDecided: () => void }

export function ApprovalCard({ item, onBegun, onDecided }: Props) {
  const { t, words, colon } = useWords()
  const { case: of, offers } = item
  const [chosen, setChosen] = useState<string | null>(null)
  const { data: procedure } = useQuery(procedureQuery(pinned(of)))
  const { data: history } = useQuery({ ...historyQuery(of.id, of.head), placeholderData: keepPreviousData })
  const main = procedure && decisionOf(procedure, waitingPaths(of)[0] ?? '')
  const offer = offers.find(({ type }) => type === chosen)
  const choose = (type: string) => {
    setChosen(chosen === type ? null : type)
    onBegun()
  }
  return (
    <Card
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
      {procedure && history ? <Basis of={of} procedure={procedure} history={history} /> : <Skeleton active />}
      <Earlier of={of} />
      <div className="verdict">
        <Flex wrap gap={8} role="group" aria-label={t('approvals.decide')}>
          {offers.map(({ type, label }) => (
            <Button
              key={type}
              data-event={type}
              type={type === main && chosen === null ? 'primary' : 'default'}
              aria-expanded={chosen === type}
              onClick={() => choose(type)}
            >
              {words(label)}
            </Button>
          ))}
        </Flex>
        {offer && procedure && history && (
          <Decision key={offer.type} {...{ item, offer, procedure, history, onDecided }} onCancel={() => setChosen(null)} />
        )}
      </div>
    </Card>
  )
}

type Deciding = Omit<Props, 'onBegun'> & { offer: Offer; procedure: Described; history: HistoryEvent[]; onCancel: () => void }
function Decision({ item, offer, procedure, history, onCancel, onDecided }: Deciding) {
  const { t, words } = useWords()
  const { case: of } = item
  const [before] = useState(of)
  const [seen] = useState(history.at(-1)!.sequence)
  const { type } = offer
  const { since, events } = useMeanwhile({ about: of.id, type, seen }, history)
  const draft = { about: of.id, type, seen: since }
  const submit = useRecording({ of, offer, draft }, onDecided)
  return (
    <section className="decision" aria-label={words(offer.label)}>
      <SchemaForm
        schema={offer.payload}
        submitLabel={t('approvals.confirm', { what: words(offer.label) })}
        onSubmit={submit}
        draft={draft}
        after={<Meanwhile {...{ events, of, procedure, type }} still before={since === seen ? before.facts : null} />}
        onCancel={onCancel}
        scope={{ student: of.student, studentName: of.studentName }}
      />
    </section>
  )
}
