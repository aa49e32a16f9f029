// Dates and times, always those of Shanghai, whatever this computer's time zone is.
import { DatePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import 'dayjs/locale/zh-cn'
import type { KeyboardEvent } from 'react'
import { type ControlProps, wiring } from './control-props.ts'

const offset = '+08:00'
const shanghaiMinutes = 8 * 60

/** An instant as the wall in Shanghai shows it: the picker knows only this computer's zone, so the offset is left out. */
export const wallClock = (instant: string) => {
  const moment = new Date(Date.parse(instant) + shanghaiMinutes * 60_000)
  return moment.toISOString().slice(0, 19)
}
export const instantOf = (wall: Dayjs) => `${wall.format('YYYY-MM-DDTHH:mm:00')}${offset}`

const limits = ({ formatMinimum, formatMaximum }: ControlProps['schema']) => ({
  minDate: formatMinimum ? dayjs(formatMinimum.slice(0, 10)) : undefined,
  maxDate: formatMaximum ? dayjs(formatMaximum.slice(0, 10)) : undefined,
})
const wide = { width: '100%' }
/** Enter confirms the date that was typed; it does not send the form too. */
const confirming = (event: KeyboardEvent<HTMLElement>) => {
  if (event.key === 'Enter') event.preventDefault()
}

export function DateInput(props: ControlProps) {
  const { value, onChange, schema } = props
  const shown = value ? dayjs(value) : null
  return (
    <DatePicker
      {...wiring(props)}
      {...limits(schema)}
      style={wide}
      onKeyDown={confirming}
      format="YYYY-MM-DD"
      value={shown}
      onChange={(day) => onChange?.(day?.format('YYYY-MM-DD'))}
    />
  )
}

export function DateTimeInput(props: ControlProps) {
  const { value, onChange, schema } = props
  const shown = value ? dayjs(wallClock(value)) : null
  return (
    <DatePicker
      {...wiring(props)}
      {...limits(schema)}
      style={wide}
      onKeyDown={confirming}
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      value={shown}
      onChange={(wall) => onChange?.(wall ? instantOf(wall) : undefined)}
    />
  )
}
