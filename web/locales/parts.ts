// Words that only some pages need: fetched with those pages, in the reader's language.
import type { Locale } from '../../machines/label.ts'
import type { auditZhCN } from './audit/zh-CN.ts'
import type { overviewZhCN } from './overview/zh-CN.ts'

/** What is found under each of these keys, beside the words that every page has. */
export type Parts = { audit: typeof auditZhCN; overview: typeof overviewZhCN }
export type Part = keyof Parts

export const parts: Record<Part, Record<Locale, () => Promise<object>>> = {
  audit: {
    'zh-CN': async () => (await import('./audit/zh-CN.ts')).auditZhCN,
    en: async () => (await import('./audit/en.ts')).auditEn,
  },
  overview: {
    'zh-CN': async () => (await import('./overview/zh-CN.ts')).overviewZhCN,
    en: async () => (await import('./overview/en.ts')).overviewEn,
  },
}
