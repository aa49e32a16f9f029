// Words in the reader's language: the app's own by key, the institution's by their labels; dates and amounts as people write them.
import { useTranslation } from 'react-i18next'
import { yuan } from '../../machines/fen.ts'
import type { Label, Locale } from '../../machines/label.ts'

export const zone = 'Asia/Shanghai'
type Style = Intl.DateTimeFormatOptions
const dateStyle: Style = { year: 'numeric', month: 'short', day: 'numeric' }
const timeStyle: Style = { ...dateStyle, hour: '2-digit', minute: '2-digit', hour12: false }
const clockStyle: Style = { hour: '2-digit', minute: '2-digit', hour12: false }

const dayOf = (instant: Date) => instant.toLocaleDateString('sv', { timeZone: zone })
const isToday = (value: string) => dayOf(new Date(value)) === dayOf(new Date())

const formats: Record<Locale, Map<Style, Intl.DateTimeFormat>> = { 'zh-CN': new Map(), en: new Map() }
/** Made once: to make one takes longer than to use it a hundred times. */
function formatIn(locale: Locale, style: Style): Intl.DateTimeFormat {
  const known = formats[locale].get(style) ?? new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { ...style, timeZone: zone })
  formats[locale].set(style, known)
  return known
}

const formatted = (locale: Locale, style: Style, value: string | null | undefined) => {
  const moment = new Date(value ?? Number.NaN)
  return Number.isNaN(moment.getTime()) ? '' : formatIn(locale, style).format(moment)
}

/** `date` and `time` take an ISO date or instant and show it in Shanghai; `moment` is the time of day of what was today by this computer's clock; `money` takes integer fen; `aside` puts more in brackets. */
export function useWords() {
  const { t, i18n } = useTranslation()
  const locale: Locale = i18n.language === 'en' ? 'en' : 'zh-CN'
  return {
    t,
    locale,
    words: (label: Label | string | null | undefined) => (typeof label === 'string' ? label : (label?.[locale] ?? '')),
    date: (value: string | null | undefined) => formatted(locale, dateStyle, value),
    time: (value: string | null | undefined) => formatted(locale, timeStyle, value),
    moment: (value: string) => formatted(locale, isToday(value) ? clockStyle : timeStyle, value),
    money: (fen: number) => yuan(fen)[locale],
    list: (items: string[]) => items.join(locale === 'en' ? ', ' : '、'),
    comma: locale === 'en' ? ', ' : '，',
    aside: (text: string, more: string) => (locale === 'en' ? `${text} (${more})` : `${text}（${more}）`),
    colon: locale === 'en' ? ': ' : '：',
  }
}
export type Words = ReturnType<typeof useWords>
