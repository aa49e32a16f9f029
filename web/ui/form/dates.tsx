// Dates and times, always those of Shanghai, whatever this computer's time zone is.
import dayjs, { type Dayjs } from 'dayjs'
import { wallClock } from '../wall-clock.ts'
import { type ControlProps, wiring } from './control-props.ts'
import { DayPicker } from './DayPicker.tsx'

const offset = '+08:00'

export const instantOf = (wall: Dayjs) => `${wall.format('YYYY-MM-DDTHH:mm:00')}${offset}`

const limits = ({ formatMinimum, formatMaximum }: ControlProps['schema']) => ({
  minDate: formatMinimum ? dayjs(formatMinimum.slice(0, 10)) : undefined,
  maxDate: formatMaximum ? dayjs(formatMaximum.slice(0, 10)) : undefined,
})
const wide = { width: '100%' }

export function DateInput(props: ControlProps) {
  const { value, onChange, schema } = props
  const shown = value ? dayjs(value) : null
  return (
    <DayPicker
      {...wiring(props)}
      {...limits(schema)}
      style={wide}
      value={shown}
      onChange={(day) => onChange?.(day?.format('YYYY-MM-DD'))}
    />
  )
}

export function DateTimeInput(props: ControlProps) {
  const { value, onChange, schema } = props
  const shown = value ? dayjs(wallClock(value)) : null
  return (
    <DayPicker
      {...wiring(props)}
      {...limits(schema)}
      style={wide}
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      value={shown}
      onChange={(wall) => onChange?.(wall ? instantOf(wall) : undefined)}
    />
  )
}
