// Narrowing the worklist; every choice stands in the address, so that it can be kept and sent.
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Flex, Input, Select } from 'antd'
import { departments } from '../../../machines/departments.ts'
import { type Described, proceduresQuery } from '../../api/procedures.ts'
import type { WorklistSearch, WorklistTab } from '../../router.tsx'
import { useWords, type Words } from '../../ui/words.ts'

type Props = { search: WorklistSearch; tab: WorklistTab; onChange: (patch: Partial<WorklistSearch>) => void }

export function Filters({ search, tab, onChange }: Props) {
  const { t, words } = useWords()
  const { data: procedures = [] } = useQuery(proceduresQuery)
  const chosen = procedures.find(({ name }) => name === search.procedure)
  const narrowed = search.procedure || search.state || search.department || search.overdue || search.q
  return (
    <Flex wrap gap={8} align="center" component="search">
      <Input.Search
        key={search.q}
        allowClear
        defaultValue={search.q}
        placeholder={t('worklist.search')}
        aria-label={t('worklist.search')}
        onSearch={(q) => onChange({ q: q.trim() || undefined })}
        style={{ width: 220 }}
      />
      <Pick
        label={t('worklist.procedure')}
        value={search.procedure}
        options={procedures.map(({ name, label }) => ({ value: name, label: words(label) }))}
        onChange={(procedure) => onChange({ procedure, state: undefined })}
      />
      {chosen && (
        <Pick label={t('worklist.state')} value={search.state} options={states(chosen, words)} onChange={(state) => onChange({ state })} />
      )}
      {tab === 'all' && (
        <Pick
          label={t('worklist.department')}
          value={search.department}
          options={Object.entries(departments).map(([value, label]) => ({ value, label: words(label) }))}
          onChange={(department) => onChange({ department })}
        />
      )}
      {tab !== 'closed' && (
        <Checkbox checked={search.overdue ?? false} onChange={(e) => onChange({ overdue: e.target.checked || undefined })}>
          {t('worklist.overdue')}
        </Checkbox>
      )}
      {narrowed && (
        <Button
          type="link"
          onClick={() => onChange({ procedure: undefined, state: undefined, department: undefined, overdue: undefined, q: undefined })}
        >
          {t('worklist.clear')}
        </Button>
      )}
    </Flex>
  )
}

type Option = { value: string; label: string }
/** Stages, and the steps within them, as the procedure names them. */
const states = ({ states }: Described, words: Words['words']): Option[] =>
  states.filter((s) => !s.path.includes('.')).map(({ path, label }) => ({ value: path, label: words(label) }))

function Pick({
  label,
  value,
  options,
  onChange,
}: {
  label: string
  value?: string
  options: Option[]
  onChange: (value: string | undefined) => void
}) {
  return (
    <Select
      allowClear
      placeholder={label}
      aria-label={label}
      value={value}
      options={options}
      onChange={(next) => onChange(next)}
      popupMatchSelectWidth={false}
      style={{ minWidth: 120 }}
    />
  )
}
