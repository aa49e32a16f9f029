// Says what others do to the case while somebody looks at it.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { HistoryEvent } from '../../api/cases.ts'
import type { Described } from '../../api/procedures.ts'
import { sessionQuery } from '../../api/session.ts'
import { useMessages } from '../../ui/Messages.tsx'
import { useSentence } from '../../ui/sentence.tsx'
import { useWords } from '../../ui/words.ts'

/** More than so many at once are counted, not told one by one. */
const most = 3

export function useNews(history: HistoryEvent[] | undefined, procedure: Described) {
  const { t, locale } = useWords()
  const { notification } = useMessages()
  const { data: session } = useQuery(sessionQuery)
  const sentence = useSentence(procedure)
  const seen = useRef<number | null>(null)
  const tell = useRef((_: HistoryEvent[]) => {})
  tell.current = (news) => {
    const told = news.length > most ? [t('news.several', { count: news.length })] : news.map(sentence)
    for (const [index, what] of told.entries())
      notification.info({
        key: `${news[index]!.case} ${news[index]!.sequence}`,
        title: t('news.title'),
        description: what.endsWith('。') || locale === 'en' ? what : `${what}。`,
        placement: 'bottomLeft',
        role: 'status',
        duration: 8,
      })
  }
  useEffect(() => {
    const last = history?.at(-1)?.sequence
    if (!history || last === undefined) return
    const before = seen.current ?? last
    seen.current = last
    const news = history.filter(({ sequence, actor }) => sequence > before && actor !== session?.id)
    if (news.length) tell.current(news)
  }, [history, session?.id])
}
