// A day, typed or chosen in the browser's own calendar. One outside its bounds changes nothing, and says so.
import { useId, useState } from 'react'
import { useWords } from './words.ts'

type Props = {
  label: string
  date: string | undefined
  least?: string | undefined
  most?: string | undefined
  /** Whether there has to be one. */
  must?: boolean
  onChange: (date: string | undefined) => void
}

/** Another day from elsewhere takes the place of what was typed. */
export const DayField = (props: Props) => <Typed key={props.date} {...props} />

function Typed({ label, date = '', least, most, must, onChange }: Props) {
  const { t, date: day } = useWords()
  const id = useId()
  const [typed, setTyped] = useState(date)
  const early = typed && least && typed < least ? least : undefined
  const late = typed && most && typed > most ? most : undefined
  const bound = early ?? late
  return (
    <span className="day-field">
      <input
        type="date"
        className="field"
        aria-label={label}
        aria-invalid={bound !== undefined}
        aria-describedby={bound ? id : undefined}
        defaultValue={date}
        min={least}
        max={most}
        required={must}
        onChange={({ target: { validity, value } }) => {
          setTyped(value)
          if (validity.valid) onChange(value || undefined)
        }}
      />
      {bound && (
        <small id={id} role="alert" className="wrong">
          {t(early ? 'form.dayEarly' : 'form.dayLate', { date: day(bound) })}
        </small>
      )}
    </span>
  )
}
