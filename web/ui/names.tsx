// The names behind ids.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { caseQuery } from '../api/cases.ts'
import { campusesQuery } from '../api/institution.ts'
import { enrolmentsQuery, peopleQuery, studentQuery } from '../api/records.ts'
import { sessionQuery } from '../api/session.ts'
import { useEnrolmentWords } from './enrolment-words.ts'
import { useScope } from './form/scope.ts'
import { useWords } from './words.ts'

/** The person's name; the clock and the system by what they are. */
export function usePersonName() {
  const { t } = useWords()
  const { data = [], isLoading } = useQuery(peopleQuery)
  return (id: string): string => {
    if (id === 'clock' || id === 'system') return t('person.system')
    return data.find((person) => person.id === id)?.name ?? (isLoading ? '…' : t('person.unknown'))
  }
}
export const PersonName = ({ id }: { id: string }) => usePersonName()(id)

export function useCampusName() {
  const { words } = useWords()
  const { data = [] } = useQuery(campusesQuery)
  return (id: string): string => words(data.find((campus) => campus.id === id)?.name) || id
}
export const CampusName = ({ id }: { id: string }) => useCampusName()(id)

/** The student representative sees no names and is not given the lists and files that hold them. */
export function useMayLookUp() {
  const { data: session } = useQuery(sessionQuery)
  return session?.role !== 'student-representative'
}

export function StudentName({ id }: { id: string }) {
  const { t, aside } = useWords()
  const { student, studentName } = useScope()
  const mayLookUp = useMayLookUp()
  const known = student === id && studentName ? studentName : null
  const { data, isLoading } = useQuery({ ...studentQuery(id), enabled: mayLookUp && known === null })
  if (isLoading) return '…'
  return known ?? (data ? aside(data.name, data.number) : t('case.masked'))
}

/** The enrolments of the student that the form, or the case around it, is about. */
export function useEnrolmentName() {
  const { student } = useScope()
  const label = useEnrolmentWords()
  const { data = [], isLoading } = useQuery({ ...enrolmentsQuery(student ?? ''), enabled: useMayLookUp() && Boolean(student) })
  return (id: string): string => {
    const found = data.find((enrolment) => enrolment.id === id)
    if (isLoading) return '…'
    return found ? label(found) : id.slice(0, 8)
  }
}
export const EnrolmentName = ({ id }: { id: string }) => useEnrolmentName()(id)

export function CaseNumber({ id }: { id: string }) {
  const { words } = useWords()
  const { data } = useQuery(caseQuery(id))
  return (
    <Link to="/cases/$id" params={{ id }}>
      {data ? `${data.number} ${words(data.label)}` : id.slice(0, 8)}
    </Link>
  )
}
