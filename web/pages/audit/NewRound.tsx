// Drawing a round, beside those drawn so far.
import { Drawer } from 'antd'
import type { Round } from '../../api/audit.ts'
import { useWords } from '../../ui/words.ts'
import { DrawForm } from './DrawForm.tsx'

type Props = { open: boolean; onClose: () => void; onDrawn: (round: Round) => void }

export function NewRound({ open, onClose, onDrawn }: Props) {
  const { t } = useWords()
  return (
    <Drawer
      open={open}
      onClose={onClose}
      title={t('audit.draw.title')}
      size={520}
      closable={{ 'aria-label': t('form.close') }}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      <DrawForm onDrawn={onDrawn} />
    </Drawer>
  )
}
