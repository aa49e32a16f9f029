// A day, typed or chosen in the browser's own calendar; one that could not be meant changes nothing.
type Props = {
  label: string
  date: string | undefined
  least?: string | undefined
  most?: string | undefined
  /** Whether there has to be one. */
  must?: boolean
  onChange: (date: string | undefined) => void
}

export const DayField = ({ label, date = '', least, most, must, onChange }: Props) => (
  <input
    type="date"
    className="field"
    aria-label={label}
    key={date}
    defaultValue={date}
    min={least}
    max={most}
    required={must}
    onChange={({ target }) => target.validity.valid && onChange(target.value || undefined)}
  />
)
