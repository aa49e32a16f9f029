// Every file of the case: who handed it in, when, and with what.
import { PaperClipOutlined } from '@ant-design/icons'
import type { HistoryEvent } from '../../api/cases.ts'
import type { WithActs } from '../../api/procedures.ts'
import { colours } from '../../theme.ts'
import { AttachmentLink } from '../../ui/AttachmentLink.tsx'
import { Card } from '../../ui/Card.tsx'
import { filesOf, formOf, valuesOf } from '../../ui/recorded.ts'
import { useWho } from '../../ui/sentence.tsx'
import { useWords } from '../../ui/words.ts'

type Props = { procedure: WithActs; history: HistoryEvent[] | undefined }

export function FilesCard({ procedure, history = [] }: Props) {
  const { t, words, moment, comma } = useWords()
  const who = useWho()
  const files = handedIn(history, procedure)
  if (!files.length) return null
  return (
    <Card title={t('case.files', { count: files.length })} className="files">
      <ul className="plain">
        {files.map(({ id, event }) => (
          <li key={id}>
            <PaperClipOutlined aria-hidden /> <AttachmentLink id={id} />
            <div style={{ color: colours.quiet }}>{[words(event.label), who(event), moment(event.at)].join(comma)}</div>
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** Each file once, with the event that brought it, newest first. */
function handedIn(history: HistoryEvent[], procedure: WithActs) {
  const found = new Map<string, HistoryEvent>()
  for (const event of history)
    for (const id of filesOf(formOf(event.type, procedure), valuesOf(event))) if (!found.has(id)) found.set(id, event)
  return [...found].map(([id, event]) => ({ id, event })).toReversed()
}
