// Working on a case together: copying in, attaching, and what people say to each other about it. None of it moves the case.
import type { Case, HistoryEvent } from '../../api/cases.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { useWords } from '../../ui/words.ts'
import { Comments } from './Comments.tsx'
import type { Choose } from './chosen.ts'
import { isOfStep } from './StepActs.tsx'
import { WriteComment } from './WriteComment.tsx'

/** Acts that have a place of their own on the page. */
const elsewhere = ['record.corrected', 'comment.added']

type Props = { of: Case; history: HistoryEvent[] | undefined; onChoose: Choose }

export function Teamwork({ of, history = [], onChoose }: Props) {
  const { t, words } = useWords()
  const acts = of.acts.filter((act) => !isOfStep(act) && !elsewhere.includes(act.type))
  const commenting = of.acts.find(({ type }) => type === 'comment.added')
  const comments = history.filter(({ type }) => type === 'comment.added')
  if (!acts.length && !commenting && !comments.length) return null
  return (
    <Card title={t('case.teamwork')} className="teamwork">
      <Flex vertical gap={12}>
        {acts.length > 0 && (
          <Flex wrap gap={8} className="unprinted">
            {acts.map((act) => (
              <Button key={act.type} size="small" data-event={act.type} onClick={() => onChoose(act, { act: true })}>
                {words(act.label)}
              </Button>
            ))}
          </Flex>
        )}
        <Comments comments={comments} />
        {commenting && <WriteComment of={of} act={commenting} seen={history.at(-1)?.sequence} />}
      </Flex>
    </Card>
  )
}
