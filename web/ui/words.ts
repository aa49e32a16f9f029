// Words in the reader's language: the app's own by key, the institution's by their labels; dates and amounts as people write them.
import { useTranslation } from 'react-i18next'
import { yuan } from '../../machines/fen.ts'
import type { Label, Locale } from '../../machines/label.ts'
import { wallClock } from './wall-clock.ts'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']
const day: Record<Locale, (year: number, month: number, day: number) => string> = {
  'zh-CN': (year, month, day) => `${year}年${month}月${day}日`,
  en: (year, month, day) => `${day} ${months[month - 1]} ${year}`,
}
const between: Record<Locale, string> = { 'zh-CN': ' ', en: ', ' }

type When = { date: string; clock: string; today: boolean }
/** By hand: the browser’s own formats, once a time zone is named, keep a telephone busy for a tenth of a second. Null for no date. */
function written(locale: Locale, value: string | null | undefined): When | null {
  if (!value || Number.isNaN(Date.parse(value))) return null
  const [date = '', clock = ''] = wallClock(value).split('T')
  const [year, month, of] = date.split('-').map(Number) as [number, number, number]
  const today = wallClock(new Date().toISOString()).startsWith(date)
  return { date: day[locale](year, month, of), clock: clock.slice(0, 5), today }
}
const whole = (locale: Locale, when: When | null) => (when ? when.date + between[locale] + when.clock : '')

/** `date` and `time` take an ISO date or instant and show it in Shanghai; `moment` is the time of day of what was today by this computer's clock; `money` takes integer fen; `aside` puts more in brackets. */
export function useWords() {
  const { t, i18n } = useTranslation()
  const locale: Locale = i18n.language === 'en' ? 'en' : 'zh-CN'
  return {
    t,
    locale,
    words: (label: Label | string | null | undefined) => (typeof label === 'string' ? label : (label?.[locale] ?? '')),
    date: (value: string | null | undefined) => written(locale, value)?.date ?? '',
    time: (value: string | null | undefined) => whole(locale, written(locale, value)),
    moment: (value: string) => {
      const when = written(locale, value)
      return when?.today ? when.clock : whole(locale, when)
    },
    money: (fen: number) => yuan(fen)[locale],
    list: (items: string[]) => items.join(locale === 'en' ? ', ' : '、'),
    comma: locale === 'en' ? ', ' : '，',
    aside: (text: string, more: string) => (locale === 'en' ? `${text} (${more})` : `${text}（${more}）`),
    colon: locale === 'en' ? ': ' : '：',
  }
}
export type Words = ReturnType<typeof useWords>
