// Finding a student, with what they are enrolled in; and entering a new one.
import { PlusOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Flex, Input, Table } from 'antd'
import { useDeferredValue, useState } from 'react'
import { enrolmentsQuery, type Student, studentsQuery } from '../../api/records.ts'
import { useEnrolmentWords } from '../../ui/enrolment-words.ts'
import { CampusName } from '../../ui/names.tsx'
import { Nothing } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { Entry } from './Entry.tsx'

export function Students() {
  const { t } = useWords()
  const [adding, setAdding] = useState(false)
  const [text, setText] = useState('')
  const { data = [], isFetching } = useQuery({ ...studentsQuery(useDeferredValue(text)), placeholderData: (before) => before })
  return (
    <Flex vertical gap={12}>
      <Flex wrap gap={8} justify="space-between">
        <Input
          allowClear
          placeholder={t('institution.find')}
          aria-label={t('institution.find')}
          value={text}
          onChange={(e) => setText(e.target.value)}
          style={{ width: 220 }}
        />
        <Button icon={<PlusOutlined aria-hidden />} aria-expanded={adding} onClick={() => setAdding(!adding)}>
          {t('institution.add.student')}
        </Button>
      </Flex>
      {adding && <Entry what="student" />}
      <Found students={data} loading={isFetching} sought={text !== ''} />
    </Flex>
  )
}

type Props = { students: Student[]; loading: boolean; sought: boolean }
function Found({ students, loading, sought }: Props) {
  const { t } = useWords()
  const none = sought ? { title: t('institution.none') } : { title: t('institution.noStudent'), hint: t('institution.noStudentHint') }
  return (
    <Table<Student>
      size="small"
      rowKey="id"
      loading={loading}
      dataSource={students}
      pagination={false}
      locale={{ emptyText: <Nothing {...none} /> }}
      expandable={{ expandedRowRender: ({ id }) => <Enrolments student={id} /> }}
      columns={[
        { title: t('institution.number'), dataIndex: 'number' },
        { title: t('person.name'), dataIndex: 'name' },
        { title: t('person.campus'), key: 'campus', render: (_, student) => <CampusName id={student.campus} /> },
      ]}
    />
  )
}

function Enrolments({ student }: { student: string }) {
  const { t } = useWords()
  const label = useEnrolmentWords()
  const { data } = useQuery(enrolmentsQuery(student))
  if (data?.length === 0) return t('form.noEnrolment')
  return data?.map((enrolment) => <div key={enrolment.id}>{label(enrolment)}</div>)
}
