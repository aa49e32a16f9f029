// The language of the reader: zh-CN unless they chose another, remembered in this browser.
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Locale } from '../machines/label.ts'
import { en } from './locales/en.ts'
import { zhCN } from './locales/zh-CN.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof zhCN }
  }
}

const key = 'anjuan.language'
const remembered = (): Locale => (localStorage.getItem(key) === 'en' ? 'en' : 'zh-CN')

const use = (language: string) => {
  document.documentElement.lang = language
  document.title = i18next.t('app.title')
}
i18next.on('languageChanged', use)
i18next.use(initReactI18next).init({
  lng: remembered(),
  fallbackLng: 'zh-CN',
  resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
  interpolation: { escapeValue: false },
})

export const chooseLanguage = (locale: Locale) => {
  localStorage.setItem(key, locale)
  return i18next.changeLanguage(locale)
}
