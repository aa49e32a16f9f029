// Whose promises are shown: whoever stands at the desk is looked up by name or number.
import { Flex } from '../../ui/Flex.tsx'
import { StudentSelect } from '../../ui/form/record-selects.tsx'
import { useWords } from '../../ui/words.ts'

const studentField = { type: 'string', format: 'student' } as const
type Props = { student: string | undefined; onChange: (student: string | undefined) => void }

export function OfStudent({ student, onChange }: Props) {
  const { t, colon } = useWords()
  return (
    <Flex gap={4} align="center" style={{ minWidth: 260 }}>
      <label htmlFor="promises-of">{t('case.student') + colon}</label>
      <Flex vertical flex={1}>
        <StudentSelect
          schema={studentField}
          field="student"
          path={['student']}
          id="promises-of"
          value={student}
          onChange={(value) => onChange(value as string | undefined)}
        />
      </Flex>
    </Flex>
  )
}
