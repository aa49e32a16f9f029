// By how much a deadline was missed or kept, in working days.
import { useWords } from '../words.ts'

/** None: only days off lay between. */
export function useLateWords() {
  const { t } = useWords()
  return (workingDays: number) => (workingDays ? t('audit.lateBy', { count: workingDays }) : t('audit.lateDaysOff'))
}

export function useSpareWords() {
  const { t } = useWords()
  return (workingDays: number) => (workingDays ? t('audit.spare', { count: workingDays }) : t('audit.spareNone'))
}
