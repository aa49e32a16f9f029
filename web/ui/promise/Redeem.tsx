// Redeeming a promise: said once more what it is, since it cannot be taken back.
import { useQueryClient } from '@tanstack/react-query'
import type { Offer } from '../../api/cases.ts'
import { type Promised, redeem } from '../../api/leavers.ts'
import { Alert } from '../Alert.tsx'
import { useMessages } from '../Messages.tsx'
import { SchemaForm } from '../SchemaForm.tsx'
import { useSending } from '../use-sending.ts'
import { useWords } from '../words.ts'

export function Redeem({ promise, offer, onDone }: { promise: Promised; offer: Offer; onDone: () => void }) {
  const { t, words } = useWords()
  const { message } = useMessages()
  const client = useQueryClient()
  const submit = useSending(async (answers, key) => {
    await redeem(offer.href, answers, key)
    void message.success(t('promises.done'))
    onDone()
    await client.invalidateQueries({ queryKey: ['promises'] })
  })
  return (
    <SchemaForm
      schema={offer.payload}
      submitLabel={t('approvals.confirm', { what: words(offer.label) })}
      onSubmit={submit}
      onCancel={onDone}
      nothing={t('promises.nothing')}
      scope={{ student: promise.student, studentName: promise.studentName }}
      notice={<Alert type="info" title={t('promises.once')} style={{ margin: '8px 0 12px' }} />}
    />
  )
}
