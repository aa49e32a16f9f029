// A period of Shanghai dates, either end open: two fields, each typed or chosen by itself.

import dayjs from 'dayjs'
import { Flex } from '../../ui/Flex.tsx'
import { DayPicker } from '../../ui/form/DayPicker.tsx'
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

const Day = ({ id, label, date, earliest, latest, onChange }: DayProps) => (
  <DayPicker
    id={id}
    aria-label={label}
    placeholder={label}
    minDate={limit(earliest)}
    maxDate={limit(latest)}
    value={date ? dayjs(date) : null}
    onChange={(day) => onChange(day?.format('YYYY-MM-DD'))}
    style={{ width: 140 }}
  />
)
