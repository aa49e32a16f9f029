// The decision at hand: what is decided, who proposed it, what it may cost, the evidence, what was said before; decided on the spot.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Card, Flex, Skeleton } from 'antd'
import { useState } from 'react'
import type { Approval } from '../../api/approvals.ts'
import { historyQuery, type Offer } from '../../api/cases.ts'
import { pinned, procedureQuery } from '../../api/procedures.ts'
import { Due } from '../../ui/Due.tsx'
import { useRecording } from '../../ui/OfferDrawer.tsx'
import { SchemaForm } from '../../ui/SchemaForm.tsx'
import { useWords } from '../../ui/words.ts'
import { Basis } from './Basis.tsx'
import { decisionOf, waitingPaths } from './basis.ts'
import { Earlier } from './Earlier.tsx'

type Props = { item: Approval; onDecided: () => void }

export function ApprovalCard({ item, onDecided }: Props) {
  const { t, words, colon } = useWords()
  const { case: of, offers } = item
  const [chosen, setChosen] = useState<string | null>(null)
  const { data: procedure } = useQuery(procedureQuery(pinned(of)))
  const { data: history } = useQuery(historyQuery(of.id, of.head))
  const main = procedure && decisionOf(procedure, waitingPaths(of)[0] ?? '')
  const offer = offers.find(({ type }) => type === chosen)
  return (
    <Card
      title={
        <Link to="/cases/$id" params={{ id: of.id }}>
          {of.number} {words(of.label)}
          {colon}
          {of.studentName ?? t('case.noStudent')}
        </Link>
      }
      extra={<Due due={of.due} />}
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
              onClick={() => setChosen(chosen === type ? null : type)}
            >
              {words(label)}
            </Button>
          ))}
        </Flex>
        {offer && <Decision key={offer.type} item={item} offer={offer} onCancel={() => setChosen(null)} onDecided={onDecided} />}
      </div>
    </Card>
  )
}

type Deciding = Props & { offer: Offer; onCancel: () => void }
function Decision({ item, offer, onCancel, onDecided }: Deciding) {
  const { t, words } = useWords()
  const { case: of } = item
  const draft = { about: of.id, type: offer.type }
  const submit = useRecording({ of, offer, draft }, onDecided)
  return (
    <section className="decision" aria-label={words(offer.label)}>
      <SchemaForm
        schema={offer.payload}
        submitLabel={t('approvals.confirm', { what: words(offer.label) })}
        onSubmit={submit}
        draft={draft}
        onCancel={onCancel}
        scope={{ student: of.student, studentName: of.studentName }}
      />
    </section>
  )
}
