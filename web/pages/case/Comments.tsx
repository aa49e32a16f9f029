// What people said about a case, oldest first; whom they called is marked.
import { Fragment } from 'react'
import type { HistoryEvent } from '../../api/cases.ts'
import { colours } from '../../theme.ts'
import { usePersonName } from '../../ui/names.tsx'
import { useWho } from '../../ui/sentence.tsx'
import { useWords } from '../../ui/words.ts'

export function Comments({ comments }: { comments: HistoryEvent[] }) {
  const { t } = useWords()
  if (!comments.length) return null
  return (
    <ol className="plain comments" aria-label={t('comments.title')}>
      {comments.map((comment) => (
        <Comment key={comment.sequence} comment={comment} />
      ))}
    </ol>
  )
}

function Comment({ comment }: { comment: HistoryEvent }) {
  const { t, moment } = useWords()
  const who = useWho()
  const { comment: text } = (comment.personal ?? {}) as { comment?: string }
  return (
    <li>
      <div>
        <strong>{who(comment)}</strong>{' '}
        <time dateTime={comment.at} style={{ color: colours.quiet }}>
          {moment(comment.at)}
        </time>
      </div>
      {text === undefined ? (
        <span style={{ color: colours.quiet }}>{t('history.withheld')}</span>
      ) : (
        <p className="said">
          <Said text={text} calls={[comment.facts.mentions ?? []].flat() as string[]} />
        </p>
      )}
    </li>
  )
}

function Said({ text, calls }: { text: string; calls: string[] }) {
  const person = usePersonName()
  const names = calls.map((id) => `@${person(id)}`)
  const marked = partsOf(text, names)
  const unnamed = names.filter((name) => !marked.includes(name))
  return (
    <>
      {marked.map((part, index) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: what was said stays as it was said
        names.includes(part) ? <mark key={index}>{part}</mark> : <Fragment key={index}>{part}</Fragment>,
      )}
      {unnamed.map((name) => (
        <Fragment key={name}>
          {' '}
          <mark>{name}</mark>
        </Fragment>
      ))}
    </>
  )
}

/** The text cut where a name stands. */
const partsOf = (text: string, names: string[]): string[] => {
  const name = names.find((one) => text.includes(one))
  if (!name) return text ? [text] : []
  const [before = '', ...after] = text.split(name)
  return [...partsOf(before, names), ...after.flatMap((rest) => [name, ...partsOf(rest, names)])]
}
