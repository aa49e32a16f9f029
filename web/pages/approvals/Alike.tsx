// Says that some decisions may be taken together, and why.

import type { Approval } from '../../api/approvals.ts'
import { Alert } from '../../ui/Alert.tsx'
import { Button } from '../../ui/Button.tsx'
import { useWords } from '../../ui/words.ts'
import { littleFen } from './alike.ts'

export function Alike({ items, onBegin }: { items: Approval[]; onBegin: () => void }) {
  const { t, words, money } = useWords()
  return (
    <Alert
      type="info"
      title={t('approvals.alike', { count: items.length, what: words(items[0]!.case.label) })}
      description={t('approvals.alikeWhy', { amount: money(littleFen) })}
      action={<Button onClick={onBegin}>{t('approvals.together')}</Button>}
    />
  )
}
