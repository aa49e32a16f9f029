// Fields whose value is the id of a record: found by its name, chosen from a list.
import { useQuery } from '@tanstack/react-query'
import { Form, Select } from 'antd'
import { useDeferredValue, useEffect, useState } from 'react'
import { roles } from '../../../machines/departments.ts'
import { siblingCasesQuery } from '../../api/cases.ts'
import { type Enrolment, enrolmentsQuery, peopleQuery, studentsQuery } from '../../api/records.ts'
import { useEnrolmentWords } from '../enrolment-words.ts'
import { useWords } from '../words.ts'
import { type ControlProps, wiring } from './control-props.ts'
import { useScope } from './scope.ts'

type Option = { value: string; label: string }
type ListProps = ControlProps & { options: Option[]; loading?: boolean; empty?: string; onSearch?: (text: string) => void }

const isSeveral = ({ schema }: ControlProps) => schema.type === 'array'
const allowed = ({ schema }: ControlProps) => (schema.items ?? schema).enum as string[] | undefined
/** Only what this case allows; an id that cannot be named is offered as it is. */
const narrowedTo = (ids: string[] | undefined, options: Option[], loading: boolean): Option[] =>
  ids ? ids.map((id) => options.find((option) => option.value === id) ?? { value: id, label: loading ? '…' : id }) : options

function RecordSelect({ options, loading, empty, onSearch, ...props }: ListProps) {
  const several = isSeveral(props)
  return (
    <Select
      {...wiring(props)}
      mode={several ? 'multiple' : undefined}
      allowClear={!several}
      loading={loading}
      showSearch={onSearch ? { filterOption: false, onSearch } : { optionFilterProp: 'label' }}
      options={options}
      notFoundContent={loading ? null : empty}
      value={props.value}
      onChange={(value) => props.onChange?.(value)}
      maxCount={several ? props.schema.maxItems : undefined}
    />
  )
}

export function StudentSelect(props: ControlProps) {
  const { t, aside } = useWords()
  const [text, setText] = useState('')
  const { data = [], isFetching } = useQuery({ ...studentsQuery(useDeferredValue(text)), placeholderData: (before) => before })
  const options = narrowedTo(
    allowed(props),
    data.map(({ id, name, number }) => ({ value: id, label: aside(name, number) })),
    isFetching,
  )
  return (
    <RecordSelect
      {...props}
      options={options}
      loading={isFetching}
      onSearch={setText}
      empty={t(text ? 'form.noStudent' : 'form.noStudents')}
    />
  )
}

export function PersonSelect(props: ControlProps) {
  const { t, words, aside } = useWords()
  const { data = [], isFetching } = useQuery(peopleQuery)
  const options = data
    .filter((p) => p.active !== false)
    .map(({ id, name, role }) => ({ value: id, label: aside(name, words(roles[role].label)) }))
  return (
    <RecordSelect {...props} options={narrowedTo(allowed(props), options, isFetching)} loading={isFetching} empty={t('form.noPerson')} />
  )
}

/** The student that the form names beside this field, or the case's. */
function useStudent(): string | null {
  const form = Form.useFormInstance()
  const named = Form.useWatch('student', form) as string | undefined
  const { student } = useScope()
  return named ?? student ?? null
}

export function EnrolmentSelect(props: ControlProps) {
  const { t } = useWords()
  const student = useStudent()
  const label = useEnrolmentWords()
  const { data = [], isFetching, isSuccess } = useQuery({ ...enrolmentsQuery(student ?? ''), enabled: student !== null })
  useOthersDropped(props, isSuccess && !isFetching ? data : null)
  const options = data.map((e) => ({ value: e.id, label: label(e) }))
  return (
    <RecordSelect
      {...props}
      options={narrowedTo(allowed(props), options, isFetching)}
      loading={isFetching}
      empty={student ? t('form.noEnrolment') : t('form.studentFirst')}
    />
  )
}

/** Another student has other enrolments: those of the one before are taken out. */
function useOthersDropped({ value, onChange, schema }: ControlProps, known: Enrolment[] | null) {
  useEffect(() => {
    const chosen: string[] = Array.isArray(value) ? value : value ? [value] : []
    const kept = chosen.filter((id) => known?.some((enrolment) => enrolment.id === id))
    if (known && kept.length < chosen.length) onChange?.(schema.type === 'array' ? kept : undefined)
  }, [value, onChange, schema, known])
}

export function CaseSelect(props: ControlProps) {
  const { t, words } = useWords()
  const student = useStudent()
  const [text, setText] = useState('')
  const { data = [], isFetching } = useQuery(siblingCasesQuery(student, useDeferredValue(text)))
  const options = data.map(({ id, number, label }) => ({ value: id, label: `${number} ${words(label)}` }))
  return (
    <RecordSelect
      {...props}
      options={narrowedTo(allowed(props), options, isFetching)}
      loading={isFetching}
      onSearch={setText}
      empty={t('form.noCase')}
    />
  )
}
