// Decisions that wait for this person: the list of them, and the one at hand with all it stands on. Decided, the next comes up by itself.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Flex, Grid } from 'antd'
import { useRef } from 'react'
import { type Approval, approvalsQuery } from '../../api/approvals.ts'
import { More } from '../../ui/More.tsx'
import { useNow } from '../../ui/now.ts'
import { Page } from '../../ui/Page.tsx'
import { Failed, Loading, Nothing } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { ApprovalCard } from './ApprovalCard.tsx'
import { nextAfter, together } from './alike.ts'
import { Together } from './Together.tsx'
import { WaitingList } from './WaitingList.tsx'

export function Approvals() {
  const { t } = useWords()
  const waiting = useInfiniteQuery(approvalsQuery)
  const { data, error, refetch } = waiting
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />
  const items = data.pages.flatMap((page) => page.items)
  const count = items.length
  return (
    <Page title={t('approvals.title')} lead={count > 0 && t(waiting.hasNextPage ? 'approvals.leadMore' : 'approvals.lead', { count })}>
      {count === 0 ? <Nothing title={t('approvals.none')} hint={t('approvals.noneHint')} /> : <Desk items={items} />}
      <More of={waiting} />
    </Page>
  )
}

function Desk({ items }: { items: Approval[] }) {
  const { t } = useWords()
  const wide = Grid.useBreakpoint().lg ?? true
  const { case: chosen } = useSearch({ from: '/house/approvals' })
  const navigate = useNavigate({ from: '/approvals' })
  const decision = useRef<HTMLElement>(null)
  const at = items.find(({ case: of }) => of.id === chosen) ?? (wide || items.length === 1 ? items[0] : undefined)
  const choose = (id: string | undefined, replace = false) => void navigate({ search: id ? { case: id } : {}, replace })
  const decided = (id: string) => {
    choose(nextAfter(items, id), true)
    decision.current?.focus()
  }
  const groups = together(items, useNow())
  if (at && !wide)
    return (
      <section ref={decision} tabIndex={-1} className="at-hand">
        {items.length > 1 && <Button onClick={() => choose(undefined)}>{t('approvals.toList')}</Button>}
        <ApprovalCard key={at.case.id} item={at} onDecided={() => decided(at.case.id)} />
      </section>
    )
  return (
    <div className={wide ? 'approvals' : undefined}>
      <Flex vertical gap={12}>
        {groups.map((group) => (
          <Together key={group[0]!.case.id} items={group} />
        ))}
        <WaitingList items={items} chosen={at?.case.id} onChoose={choose} />
      </Flex>
      {at && (
        <section ref={decision} tabIndex={-1} className="at-hand">
          <ApprovalCard key={at.case.id} item={at} onDecided={() => decided(at.case.id)} />
        </section>
      )}
    </div>
  )
}
