// Says that a form was begun before, and when, and lets go of it.
import { EditOutlined } from '@ant-design/icons'
import { Button } from '../Button.tsx'
import { Flex } from '../Flex.tsx'
import { useWords } from '../words.ts'
import type { Draft } from './drafts.ts'

export function DraftLine({ draft, onDiscard }: { draft: Draft; onDiscard: () => void }) {
  const { t, moment } = useWords()
  return (
    <Flex wrap gap={4} align="center" className="draft-line" role="status">
      <EditOutlined aria-hidden />
      {t('draft.restored', { when: moment(draft.at) })}
      <Button size="small" type="link" onClick={onDiscard} disabled={false}>
        {t('draft.discard')}
      </Button>
    </Flex>
  )
}
