// What waits, each in a few words: whose case, what is to be decided, the money, until when.

import type { Approval } from '../../api/approvals.ts'
import { Due } from '../../ui/Due.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { useWords } from '../../ui/words.ts'
import { MoneyIn, useLine } from './line.tsx'

type Props = { items: readonly Approval[]; chosen: string | undefined; onChoose: (id: string) => void }

export function WaitingList({ items, chosen, onChoose }: Props) {
  const { t } = useWords()
  return (
    <nav aria-label={t('approvals.waiting')}>
      <ul className="waiting-list">
        {items.map((item) => (
          <li key={item.case.id}>
            <button
              type="button"
              aria-current={item.case.id === chosen ? 'true' : undefined}
              data-waiting={item.case.number}
              onClick={() => onChoose(item.case.id)}
            >
              <Entry item={item} />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Entry({ item }: { item: Approval }) {
  const { t, words } = useWords()
  const { case: of } = item
  const { returns = 0 } = (of.facts.approval ?? {}) as { returns?: number }
  const line = useLine(item)
  return (
    <>
      <Flex justify="space-between" gap={8} wrap>
        <strong>{of.studentName ?? t('case.noStudent')}</strong>
        <Due of={of} />
      </Flex>
      <Flex justify="space-between" gap={8} wrap>
        <span>
          {words(of.label)} {of.number}
        </span>
        <MoneyIn facts={of.facts} />
      </Flex>
      <span className="quiet">
        {line}
        {returns > 0 && ` · ${t('approvals.returnedTimes', { count: returns })}`}
      </span>
    </>
  )
}
