// The language of the reader: zh-CN unless they chose another, remembered in this browser. Only its own words are fetched, and those of some
// pages with the first of them.
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Locale } from '../machines/label.ts'
import { type Part, type PartTexts, parts } from './locales/parts.ts'
import type { Texts, zhCN } from './locales/zh-CN.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof zhCN & PartTexts }
  }
}

const key = 'anjuan.language'
const remembered = (): Locale => (localStorage.getItem(key) === 'en' ? 'en' : 'zh-CN')
const textsIn: Record<Locale, () => Promise<Texts>> = {
  'zh-CN': async () => (await import('./locales/zh-CN.ts')).zhCN,
  en: async () => (await import('./locales/en.ts')).en,
}
const wanted = new Set<Part>()

const use = (language: string) => {
  document.documentElement.lang = language
  document.title = i18next.t('app.title')
}
i18next.on('languageChanged', use)

const first = remembered()
await i18next.use(initReactI18next).init({
  lng: first,
  fallbackLng: 'zh-CN',
  resources: { [first]: { translation: await textsIn[first]() } },
  interpolation: { escapeValue: false },
})
// The pages are set up in a turn of their own: both at once would hold up a telephone.
await new Promise((then) => setTimeout(then))

const add = async (part: Part, locale: Locale) => {
  if (!i18next.getResourceBundle(locale, 'translation')?.[part])
    i18next.addResourceBundle(locale, 'translation', { [part]: await parts[part][locale]() }, true)
}
/** The words of these parts are there once this resolves, and in whichever language is chosen later. */
export async function withTexts(...needed: Part[]) {
  for (const part of needed) wanted.add(part)
  await Promise.all(needed.map((part) => add(part, remembered())))
}

/** What is being fetched, together with its own words. */
export async function worded<T>(fetched: Promise<T>, ...needed: Part[]): Promise<T> {
  await withTexts(...needed)
  return fetched
}

export const chooseLanguage = async (locale: Locale) => {
  localStorage.setItem(key, locale)
  if (!i18next.hasResourceBundle(locale, 'translation')) i18next.addResourceBundle(locale, 'translation', await textsIn[locale]())
  await Promise.all([...wanted].map((part) => add(part, locale)))
  return i18next.changeLanguage(locale)
}
