// Both languages say the same things: no text is empty, and each names the same values.
import { describe, expect, it } from 'vitest'
import { en } from '../../web/locales/en.ts'
import { zhCN } from '../../web/locales/zh-CN.ts'

type Tree = { [key: string]: string | Tree }
const texts = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : texts(value, `${prefix}${key}.`),
  )
const chinese = new Map(texts(zhCN))
const english = new Map(texts(en))
const named = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name).toSorted()

describe('the words of the web app', () => {
  it('are the same in both languages, key by key', () => {
    expect([...english.keys()]).toEqual([...chinese.keys()])
  })

  it('are never empty', () => {
    expect([...chinese, ...english].filter(([, text]) => text === '')).toEqual([])
  })

  it('name the same values', () => {
    const other = [...chinese].filter(([key, text]) => named(text).join() !== named(english.get(key)!).join())
    expect(other.map(([key]) => key)).toEqual([])
  })

  it('in Chinese use Chinese punctuation', () => {
    expect(
      [...chinese].filter(([, text]) => /\p{Script=Han}\s*[,;:!?()]|[,;:!?()]\s*\p{Script=Han}/u.test(text)).map(([key]) => key),
    ).toEqual([])
  })

  it('have quotation marks and dots as they are printed, not as they are typed', () => {
    expect([...chinese, ...english].filter(([, text]) => /["']|\.\.\./.test(text)).map(([key]) => key)).toEqual([])
    expect([...chinese].filter(([, text]) => /[^…]…(?!…)/.test(text)).map(([key]) => key)).toEqual([])
  })

  it('in Chinese leave a space before and after Latin letters and figures', () => {
    expect(
      [...chinese].filter(([, text]) => /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9]\p{Script=Han}/u.test(text)).map(([key]) => key),
    ).toEqual([])
  })

  it('in English hold no Chinese, but for the name of the other language', () => {
    expect([...english].filter(([, text]) => /\p{Script=Han}/u.test(text)).map(([key]) => key)).toEqual(['nav.otherLanguage'])
  })
})
