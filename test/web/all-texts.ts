// The words of the web app, those that come with every page and those that come with some.
import type { Locale } from '../../machines/label.ts'
import { en as everywhereEn } from '../../web/locales/en.ts'
import { type Parts, parts } from '../../web/locales/parts.ts'
import type { Shape } from '../../web/locales/shape.ts'
import { zhCN as everywhereZhCN } from '../../web/locales/zh-CN.ts'

async function whole<T extends object>(everywhere: T, locale: Locale): Promise<T & Shape<Parts>> {
  const loaded = await Promise.all(Object.entries(parts).map(async ([name, load]) => [name, await load[locale]()]))
  return { ...everywhere, ...Object.fromEntries(loaded) }
}
export const [zhCN, en] = [await whole(everywhereZhCN, 'zh-CN'), await whole(everywhereEn, 'en')]
