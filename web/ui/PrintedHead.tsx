// The head of what goes on paper: whose it is, and when it was printed.
import { useQuery } from '@tanstack/react-query'
import { institutionQuery } from '../api/first-steps.ts'
import { useOnPaper } from '../theme-choice.ts'
import { useNow } from './now.ts'
import { useWords } from './words.ts'

export function PrintedHead() {
  const { t, time } = useWords()
  const { data } = useQuery(institutionQuery)
  const now = useNow()
  // To write a time for the first time takes a browser longer than all else here.
  if (!useOnPaper()) return null
  return (
    <div className="print-only printed-head" aria-hidden>
      <span>{data?.name ?? t('app.title')}</span>
      <span>{t('nav.printed', { time: time(now) })}</span>
    </div>
  )
}
