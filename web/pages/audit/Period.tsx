// A period of Shanghai dates, either end open: two fields, each typed or chosen by itself.
import { DatePicker, Flex } from 'antd'
import dayjs from 'dayjs'
import type { KeyboardEvent } from 'react'
import { useWords } from '../../ui/words.ts'

type Dates = { from: string | undefined; until: string | undefined }
type Props = Dates & { onChange: (period: Dates) => void; latest?: string; id?: string }

export function Period({ from, until, onChange, latest, id }: Props) {
  const { t } = useWords()
  return (
    <Flex gap={8} wrap>
      <Day
        id={id}
        label={t('audit.search.from')}
        date={from}
        latest={until ?? latest}
        onChange={(date) => onChange({ from: date, until })}
      />
      <Day
        label={t('audit.search.until')}
        date={until}
        earliest={from}
        latest={latest}
        onChange={(date) => onChange({ from, until: date })}
      />
    </Flex>
  )
}

type DayProps = {
  id?: string
  label: string
  date: string | undefined
  earliest?: string
  latest?: string
  onChange: (date: string | undefined) => void
}
const limit = (date: string | undefined) => (date ? dayjs(date) : undefined)
/** Enter confirms the date that was typed; it does not send a form too. */
const confirming = (event: KeyboardEvent<HTMLElement>) => {
  if (event.key === 'Enter') event.preventDefault()
}

const Day = ({ id, label, date, earliest, latest, onChange }: DayProps) => (
  <DatePicker
    id={id}
    aria-label={label}
    placeholder={label}
    format="YYYY-MM-DD"
    minDate={limit(earliest)}
    maxDate={limit(latest)}
    value={date ? dayjs(date) : null}
    onKeyDown={confirming}
    onChange={(day) => onChange(day?.format('YYYY-MM-DD'))}
    style={{ width: 140 }}
  />
)
