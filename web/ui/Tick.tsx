// A box to tick beside a row, or beside all of them: `some` where part of what it stands for is ticked.
type Props = { label: string; checked: boolean; some?: boolean; disabled?: boolean; onChange: (on: boolean) => void }

export const Tick = ({ label, checked, some = false, disabled = false, onChange }: Props) => (
  <input
    type="checkbox"
    className="box"
    aria-label={label}
    checked={checked}
    disabled={disabled}
    ref={(box) => {
      if (box) box.indeterminate = some && !checked
    }}
    onChange={(event) => onChange(event.target.checked)}
  />
)
