// What a round is called: by its name, or where that was erased by the day it was drawn.
import type { Round } from '../../api/audit.ts'
import { useWords } from '../words.ts'

export function useRoundName() {
  const { t, date } = useWords()
  return ({ name, drawnAt }: Pick<Round, 'name' | 'drawnAt'>) => name ?? t('audit.rounds.nameless', { date: date(drawnAt) })
}
