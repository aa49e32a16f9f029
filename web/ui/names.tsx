// The names behind ids.
import { useQuery } from '@tanstack/react-query'
import { enrolmentsQuery, peopleQuery } from '../api/records.ts'
import { useEnrolmentLabel } from './form/record-selects.tsx'
import { useScope } from './form/scope.ts'
import { useWords } from './words.ts'

/** The person's name; the clock and the system by what they are. */
export function usePersonName() {
  const { t } = useWords()
  const { data = [] } = useQuery(peopleQuery)
  return (id: string): string => {
    if (id === 'clock' || id === 'system') return t('person.system')
    return data.find((person) => person.id === id)?.name ?? t('person.unknown')
  }
}
export const PersonName = ({ id }: { id: string }) => usePersonName()(id)

export function StudentName({ id }: { id: string }) {
  const { student, studentName } = useScope()
  return student === id && studentName ? studentName : id.slice(0, 8)
}

export function EnrolmentName({ id }: { id: string }) {
  const { student } = useScope()
  const label = useEnrolmentLabel()
  const { data = [] } = useQuery({ ...enrolmentsQuery(student ?? ''), enabled: Boolean(student) })
  const found = data.find((enrolment) => enrolment.id === id)
  return found ? label(found) : id.slice(0, 8)
}
