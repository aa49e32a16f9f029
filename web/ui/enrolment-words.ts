// An enrolment in words, so that a person knows which one is meant.
import type { Enrolment } from '../api/records.ts'
import { useWords } from './words.ts'

export function useEnrolmentWords() {
  const { t, money, comma } = useWords()
  return ({ course, className, stage, status, paidFen }: Enrolment) =>
    [course, className, t(`stage.${stage}`), t(`enrolment.${status}`), t('enrolment.paid', { amount: money(paidFen) })]
      .filter(Boolean)
      .join(comma)
}
