// One of a few, all in sight: buttons to look at, radio buttons to everybody else.
import { useId } from 'react'

type Value = string | number
type Props<V extends Value> = {
  label: string
  value: V
  options: readonly { value: V; label: string }[]
  small?: boolean
  onChange: (value: V) => void
}

export function Segments<V extends Value>({ label, value, options, small, onChange }: Props<V>) {
  const name = useId()
  return (
    <div className={small ? 'segments small' : 'segments'} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  )
}
