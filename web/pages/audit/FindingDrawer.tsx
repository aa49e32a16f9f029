// What was found in a case of a round, to be said or changed.
import { Drawer } from 'antd'
import type { DrawnCase } from '../../api/audit.ts'
import { FindingForm } from '../../ui/audit/FindingForm.tsx'
import { useWords } from '../../ui/words.ts'

/** Closed while it is of no case. */
type Props = { round: string; of: DrawnCase | undefined; onClose: () => void }

export function FindingDrawer({ round, of, onClose }: Props) {
  const { t } = useWords()
  return (
    <Drawer
      open={of !== undefined}
      onClose={onClose}
      size={480}
      title={of?.case?.number}
      closable={{ 'aria-label': t('form.close') }}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      destroyOnHidden
    >
      {of?.case && <FindingForm round={round} caseId={of.case.id} newest={of.findings.at(-1)} onSaved={onClose} />}
    </Drawer>
  )
}
