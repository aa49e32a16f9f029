// What went wrong, in a sentence: the server's own words, or ours where it could not be reached.
import { isProblem } from '../api/client.ts'
import { useWords } from './words.ts'

export function useProblemWords() {
  const { t } = useWords()
  return (error: unknown): string => {
    if (!isProblem(error)) return t('problem.bug')
    return error.status === 0 ? t('problem.network') : error.message || t('problem.bug')
  }
}
