// A list of the browser to choose one of several from.
import { useId } from 'react'
import { useWords } from './words.ts'

export type Option = { value: string; label: string }
type Picking = {
  label: string
  /** With its label above it, where there is room; else the label stands for no choice. */
  labelled?: boolean
  value?: string
  options: Option[]
  onChange: (value: string | undefined) => void
  /** Whether one of them always holds. */
  must?: boolean
}
/** One of several; what the address names and nobody knows is shown as it is. */
export function Pick({ label, labelled = false, value, options, onChange, must = false }: Picking) {
  const { t } = useWords()
  const id = useId()
  const strange = value !== undefined && !options.some((option) => option.value === value)
  return (
    <span className="pick">
      {labelled && <label htmlFor={id}>{label}</label>}
      <select
        id={id}
        className={value && !must ? 'field chosen' : 'field'}
        aria-label={labelled ? undefined : label}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value || undefined)}
      >
        {!must && <option value="">{labelled ? t('worklist.any') : label}</option>}
        {strange && <option value={value}>{value}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  )
}
