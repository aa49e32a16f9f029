// What shall become of the drafts on this computer when somebody signs out.
import { Modal } from 'antd'
import { useState } from 'react'
import { Button } from '../Button.tsx'
import { Flex } from '../Flex.tsx'
import { useWords } from '../words.ts'
import { keptDays } from './drafts.ts'
import type { Leaving } from './use-leave.tsx'

/** Above the question who signs in again. */
const above = 2100

export function LeaveQuestion({ count, onChoose }: { count: number; onChoose: (what: Leaving) => void }) {
  const { t } = useWords()
  // It closes before it goes: only so it gives the focus back.
  const [open, setOpen] = useState(true)
  const stay = () => setOpen(false)
  return (
    <Modal
      open={open}
      title={t('draft.leaving', { count })}
      zIndex={above}
      closable={{ 'aria-label': t('form.close') }}
      onCancel={stay}
      afterClose={() => onChoose('stay')}
      footer={
        <Flex wrap gap={8} justify="end">
          <Button onClick={stay}>{t('draft.stay')}</Button>
          <Button danger onClick={() => onChoose('drop')}>
            {t('draft.dropAndLeave')}
          </Button>
          <Button type="primary" onClick={() => onChoose('keep')}>
            {t('draft.keepAndLeave')}
          </Button>
        </Flex>
      }
    >
      {t('draft.leavingHint', { days: keptDays })}
    </Modal>
  )
}
