// Working on a case together: claiming, handing over, nudging, commenting. None of it moves the case.
import { Button, Card, Flex } from 'antd'
import type { Case, Offer } from '../../api/cases.ts'
import { useWords } from '../../ui/words.ts'

export function Teamwork({ of, onChoose }: { of: Case; onChoose: (act: Offer) => void }) {
  const { t, words } = useWords()
  const acts = of.acts.filter(({ type }) => type !== 'record.corrected')
  if (!acts.length) return null
  return (
    <Card title={t('case.teamwork')} size="small">
      <Flex wrap gap={8}>
        {acts.map((act) => (
          <Button key={act.type} size="small" data-event={act.type} onClick={() => onChoose(act)}>
            {words(act.label)}
          </Button>
        ))}
      </Flex>
    </Card>
  )
}
