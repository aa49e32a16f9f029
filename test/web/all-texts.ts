// Every word of the web app in both languages: those of every page, and those that come with the pages that need them.
import type { Locale } from '../../machines/label.ts'
import { en } from '../../web/locales/en.ts'
import { type PartTexts, parts } from '../../web/locales/parts.ts'
import { zhCN } from '../../web/locales/zh-CN.ts'

const partsIn = async (locale: Locale) =>
  Object.fromEntries(
    await Promise.all(Object.entries(parts).map(async ([name, part]) => [name, await part[locale]()] as const)),
  ) as PartTexts

export const texts = { 'zh-CN': { ...zhCN, ...(await partsIn('zh-CN')) }, en: { ...en, ...(await partsIn('en')) } }
