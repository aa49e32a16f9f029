// The language of the reader: zh-CN unless they chose another, remembered in this browser. Only its own words are fetched.
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Locale } from '../machines/label.ts'
import { type Part, type Parts, parts } from './locales/parts.ts'
import type { Texts, zhCN } from './locales/zh-CN.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof zhCN & Parts }
  }
}

const key = 'anjuan.language'
const remembered = (): Locale => (localStorage.getItem(key) === 'en' ? 'en' : 'zh-CN')
const textsIn: Record<Locale, () => Promise<Texts>> = {
  'zh-CN': async () => (await import('./locales/zh-CN.ts')).zhCN,
  en: async () => (await import('./locales/en.ts')).en,
}

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

const add = (locale: string, texts: object) => i18next.addResourceBundle(locale, 'translation', texts, true)
const asked = new Set<Part>()
const addPart = async (part: Part, locale: Locale) => add(locale, { [part]: await parts[part][locale]() })

/** A page, with words that are fetched when it is: `page` imports it. */
export async function withWords<Page>(part: Part, page: () => Promise<Page>): Promise<Page> {
  asked.add(part)
  const [made] = await Promise.all([page(), addPart(part, remembered())])
  return made
}

export const chooseLanguage = async (locale: Locale) => {
  localStorage.setItem(key, locale)
  if (!i18next.hasResourceBundle(locale, 'translation')) add(locale, await textsIn[locale]())
  await Promise.all([...asked].map((part) => addPart(part, locale)))
  return i18next.changeLanguage(locale)
}
