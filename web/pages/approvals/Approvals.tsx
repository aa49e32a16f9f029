// Decisions that wait for this person: the list of them, and the one at hand with all it stands on. Decided, the next comes up by itself.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Suspense, useRef, useState } from 'react'
import { type Approval, approvalsQuery } from '../../api/approvals.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { Gradually } from '../../ui/Gradually.tsx'
import { later } from '../../ui/later.tsx'
import { More } from '../../ui/More.tsx'
import { useNow } from '../../ui/now.ts'
import { Page } from '../../ui/Page.tsx'
import { Failed, Loading, Nothing } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { Alike } from './Alike.tsx'
import { ApprovalCard } from './ApprovalCard.tsx'
import { nextAfter, together } from './alike.ts'
import { WaitingList } from './WaitingList.tsx'

const Together = later(async () => (await import('./Together.tsx')).Together)

export function Approvals() {
  const { t } = useWords()
  const [inHand, setInHand] = useState<Approval[] | null>(null)
  const [asked, setAsked] = useState(false)
  const waiting = useInfiniteQuery(approvalsQuery)
  const { data, error, refetch } = waiting
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />
  const items = data.pages.flatMap((page) => page.items)
  const count = items.length
  const begin = (group: Approval[]) => {
    setAsked(true)
    setInHand(group)
  }
  return (
    <Page title={t('approvals.title')} lead={count > 0 && t(waiting.hasNextPage ? 'approvals.leadMore' : 'approvals.lead', { count })}>
      {count === 0 ? <Nothing title={t('approvals.none')} hint={t('approvals.noneHint')} /> : <Desk items={items} onTogether={begin} />}
      <More of={waiting} />
      <Suspense>{asked && <Together items={inHand} onClose={() => setInHand(null)} />}</Suspense>
    </Page>
  )
}

/** Side by side; where the screen is narrow, the list until one is chosen. */
function Desk({ items, onTogether }: { items: Approval[]; onTogether: (group: Approval[]) => void }) {
  const { t } = useWords()
  const { case: chosen } = useSearch({ from: '/house/approvals' })
  const navigate = useNavigate({ from: '/approvals' })
  const decision = useRef<HTMLElement>(null)
  const groups = together(items, useNow())
  const picked = items.find(({ case: of }) => of.id === chosen)
  const at = picked ?? items[0]!
  const choose = (id: string | undefined, replace = false) => void navigate({ search: id ? { case: id } : {}, replace })
  const decided = () => {
    choose(nextAfter(items, at.case.id), true)
    decision.current?.focus()
  }
  // Somebody else was first, or the case has moved on: what was typed is kept as a draft.
  const gone = chosen !== undefined && !picked
  return (
    <div className="approvals" data-at-hand={picked !== undefined || items.length === 1}>
      <Flex vertical gap={12} className="approvals-list">
        {gone && (
          <Alert
            type="info"
            title={t('approvals.gone')}
            action={
              <Link to="/cases/$id" params={{ id: chosen }}>
                {t('approvals.seeCase')}
              </Link>
            }
          />
        )}
        {groups.map((group) => (
          <Alike key={group[0]!.case.id} items={group} onBegin={() => onTogether(group)} />
        ))}
        <WaitingList items={items} chosen={at.case.id} onChoose={choose} />
      </Flex>
      <section ref={decision} tabIndex={-1} className="at-hand" aria-label={t('approvals.atHand')}>
        {items.length > 1 && (
          <Button className="to-list" onClick={() => choose(undefined)}>
            {t('approvals.toList')}
          </Button>
        )}
        <Gradually key={at.case.id} meanwhile={<Loading />}>
          <ApprovalCard item={at} onBegun={() => choose(at.case.id, true)} onDecided={decided} />
        </Gradually>
      </section>
    </div>
  )
}
