// Both languages say the same things: no text is empty, each names the same values, and each is asked for somewhere.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { texts } from './all-texts.ts'
import { missing, type Sources, textsIn, unused } from './texts.ts'

const { 'zh-CN': zhCN, en } = texts
const chinese = new Map(textsIn(zhCN))
const english = new Map(textsIn(en))
const web = new URL('../../web/', import.meta.url)
const sources: Sources = Object.fromEntries(
  readdirSync(web, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('locales'))
    .map((path) => [path, readFileSync(new URL(path, web), 'utf8')]),
)
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

  it('are each asked for somewhere', () => {
    expect(unused(zhCN, sources)).toEqual([])
  })

  it('are there for whatever is asked', () => {
    expect(missing(zhCN, sources)).toEqual([])
  })
})

describe('of a text that', () => {
  const tree = { page: { title: 'Page', count_one: '1', count_other: 'n', kind: { a: 'A', b: 'B' } } }
  const find = (text: string) => [unused(tree, { 'a.tsx': text }), missing(tree, { 'a.tsx': text })]
  const composed = (start: string) => `t(\`${start}.\${kind}\`)`
  const all = `t('page.title'); t("page.count", { count: list(1) }); ${composed('page.kind')}`

  it('is there and asked for, nothing is said', () => {
    expect(find(all)).toEqual([[], []])
    expect(find(`${all}; t(bad ? 'page.title' : 'page.count')`)).toEqual([[], []])
  })

  it('nobody asks for, its key is said', () => {
    expect(find(`t('page.title'); ${composed('page.kind')}`)).toEqual([['page.count'], []])
    expect(find("t('page.title'); t('page.count'); t('page.kind.a')")).toEqual([['page.kind.b'], []])
  })

  it('is not there, its key is said with who asks for it', () => {
    expect(find(`${all}; t('page.lead')`)).toEqual([[], ['a.tsx: page.lead']])
    expect(find(`${all}; t(f(1) ? 'page.title' : 'page.none')`)).toEqual([[], ['a.tsx: page.none']])
    expect(find(`${all}; ${composed('page.sort')}`)[1]).toHaveLength(1)
  })
})
