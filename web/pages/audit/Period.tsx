// A period of Shanghai dates, either end open.
import { DatePicker } from 'antd'
import dayjs, { type Dayjs } from 'dayjs'
import { useWords } from '../../ui/words.ts'

type Dates = { from: string | undefined; until: string | undefined }
type Props = Dates & { onChange: (period: Dates) => void; latest?: string; id?: string }
const shown = (date: string | undefined) => (date ? dayjs(date) : null)
const written = (date: Dayjs | null | undefined) => date?.format('YYYY-MM-DD')

export function Period({ from, until, onChange, latest, id }: Props) {
  const { t } = useWords()
  const label = t('audit.search.period')
  return (
    <DatePicker.RangePicker
      id={id ? { start: id } : undefined}
      aria-label={label}
      placeholder={[t('audit.search.from'), t('audit.search.until')]}
      allowEmpty
      format="YYYY-MM-DD"
      maxDate={latest ? dayjs(latest) : undefined}
      value={[shown(from), shown(until)]}
      onChange={(dates) => onChange({ from: written(dates?.[0]), until: written(dates?.[1]) })}
    />
  )
}
