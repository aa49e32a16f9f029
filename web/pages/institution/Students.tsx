// Finding a student, with what they are enrolled in; and entering a new one.
import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useDeferredValue, useEffect, useState } from 'react'
import { campusesQuery } from '../../api/institution.ts'
import { enrolmentsQuery, type Student, studentsQuery } from '../../api/records.ts'
import { Button } from '../../ui/Button.tsx'
import { useEnrolmentWords } from '../../ui/enrolment-words.ts'
import { Flex } from '../../ui/Flex.tsx'
import { CampusName } from '../../ui/names.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Loading, Nothing } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { useWide } from '../../ui/wide.ts'
import { useWords } from '../../ui/words.ts'
import { Entry } from './entering.ts'

export function Students() {
  const { t } = useWords()
  const [adding, setAdding] = useState(false)
  const [text, setText] = useState('')
  useEffect(Entry.soon, [])
  // Known first: rows that grew under a name that came later would move what stands below.
  const { data: campuses } = useQuery(campusesQuery)
  const { data } = useQuery({ ...studentsQuery(useDeferredValue(text)), placeholderData: (before) => before })
  return (
    <Flex vertical gap={12}>
      <Flex wrap gap={8} justify="space-between">
        <SearchField label={t('institution.find')} value={text} onChange={setText} />
        <Button icon={<PlusOutlined aria-hidden />} aria-expanded={adding} onClick={() => setAdding(!adding)}>
          {t('institution.add.student')}
        </Button>
      </Flex>
      <Suspense fallback={<Loading within />}>{adding && <Entry what="student" />}</Suspense>
      {data && campuses ? <Found students={data} sought={text !== ''} /> : <Loading within />}
    </Flex>
  )
}

type Props = { students: Student[]; sought: boolean }
function Found({ students, sought }: Props) {
  const { t } = useWords()
  const wide = useWide()
  if (!students.length) {
    const none = sought ? { title: t('institution.none') } : { title: t('institution.noStudent'), hint: t('institution.noStudentHint') }
    return <Nothing {...none} />
  }
  const number: Column<Student> = { title: t('institution.number'), key: 'number', render: ({ number }) => number }
  const columns: Column<Student>[] = [
    ...(wide ? [number] : []),
    {
      title: t('person.name'),
      key: 'name',
      render: ({ name, number }) => (
        <>
          {name} {!wide && <div className="quiet">{number}</div>}
        </>
      ),
    },
    { title: t('person.campus'), key: 'campus', render: ({ campus }) => <CampusName id={campus} /> },
    { title: t('institution.theirs'), key: 'theirs', ...(wide && { width: '45%' }), render: (student) => <Theirs of={student} /> },
  ]
  return <Table<Student> rowKey={({ id }) => id} rows={students} columns={columns} />
}

/** Asked for by whoever unfolds them. */
function Theirs({ of: { id, name } }: { of: Student }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary aria-label={t('institution.theirsOf', { name })}>{t('institution.show')}</summary>
      {open && <Enrolments student={id} />}
    </details>
  )
}

function Enrolments({ student }: { student: string }) {
  const { t } = useWords()
  const label = useEnrolmentWords()
  const { data } = useQuery(enrolmentsQuery(student))
  if (data?.length === 0) return t('form.noEnrolment')
  return data?.map((enrolment) => <div key={enrolment.id}>{label(enrolment)}</div>)
}
