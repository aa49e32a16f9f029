// What the reader began to write about this case and has not sent: to go on with, to look at once more, or to let go of.
import { EditOutlined } from '@ant-design/icons'
import { useEffect } from 'react'
import type { Case, HistoryEvent } from '../../api/cases.ts'
import type { WithActs } from '../../api/procedures.ts'
import { Button } from '../../ui/Button.tsx'
import { dropDraft, type Kept } from '../../ui/draft/drafts.ts'
import { useDraftsAbout } from '../../ui/draft/use-draft.ts'
import { Flex } from '../../ui/Flex.tsx'
import { useMessages } from '../../ui/Messages.tsx'
import { useWords } from '../../ui/words.ts'
import { arrived } from './arrived.ts'
import { type Choose, chosenFrom, type DraftedOffer } from './chosen.ts'

type Props = { of: Case; procedure: WithActs; history: HistoryEvent[] | undefined; onChoose: Choose }

export function DraftList({ of, procedure, history, onChoose }: Props) {
  const { t } = useWords()
  const drafts = useDraftsAbout(of.id)
  useArrived(drafts, history)
  const found = drafts.flatMap((kept) => {
    const drafted = chosenFrom(kept.of.type, of, procedure)
    return drafted && drafted.offer.type !== 'comment.added' ? [{ kept, drafted }] : []
  })
  if (!found.length) return null
  return (
    <ul className="plain drafts unprinted" aria-label={t('draft.title')}>
      {found.map(({ kept, drafted }) => (
        <Line key={kept.of.type} kept={kept} drafted={drafted} onChoose={onChoose} />
      ))}
    </ul>
  )
}

/** What was sent without an answer and stands in the history is no draft any more. */
function useArrived(drafts: Kept[], history: HistoryEvent[] | undefined) {
  const { t, words } = useWords()
  const { message } = useMessages()
  useEffect(() => {
    for (const kept of drafts) {
      const event = arrived(kept, history ?? [])
      if (!event) continue
      dropDraft(kept.of)
      void message.success(t('draft.arrived', { what: words(event.label) }))
    }
  }, [drafts, history, message, t, words])
}

function Line({ kept, drafted, onChoose }: { kept: Kept; drafted: DraftedOffer; onChoose: Choose }) {
  const { t, words, moment } = useWords()
  const { offer, still, ...how } = drafted
  const what = words(offer.label)
  return (
    <li>
      <span>
        <EditOutlined aria-hidden /> {t('draft.one', { what, when: moment(kept.draft.at) })}
      </span>
      <Flex gap={4}>
        <Button
          size="small"
          type="link"
          aria-label={`${t(still ? 'draft.goOn' : 'draft.look')} ${what}`}
          onClick={() => onChoose(offer, how)}
        >
          {t(still ? 'draft.goOn' : 'draft.look')}
        </Button>
        <Button size="small" type="link" aria-label={`${t('draft.discard')} ${what}`} onClick={() => dropDraft(kept.of)}>
          {t('draft.discard')}
        </Button>
      </Flex>
    </li>
  )
}
