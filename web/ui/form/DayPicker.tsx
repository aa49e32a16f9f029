// The calendar behind a field, in the reader's language.
import { DatePicker, type DatePickerProps } from 'antd'
import type { Dayjs } from 'dayjs'
import 'dayjs/locale/zh-cn'
import type { KeyboardEvent } from 'react'

/** Enter confirms the date that was typed; it does not send the form too. */
const confirming = (event: KeyboardEvent<HTMLElement>) => {
  if (event.key === 'Enter') event.preventDefault()
}

/** The year and the month are named by what stands on them, not by what they do. */
const named = { lang: { yearSelect: '', monthSelect: '' } } as DatePickerProps['locale']

export const DayPicker = (props: DatePickerProps<Dayjs, false>) => (
  <DatePicker format="YYYY-MM-DD" locale={named} onKeyDown={confirming} {...props} />
)
