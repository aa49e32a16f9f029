// Both regulations are there in the product's words: numbered without gaps, in order, readable in both languages.

import { describe, expect, it } from 'vitest'
import { type Clause, clauses } from '../../machines/clauses.ts'

const list: Clause[] = Object.values(clauses)
const ids = Object.keys(clauses)

/** 'A6.3.1b' → ['A', 6, 3, 1, 2]: the regulation, then a number for every level. */
function levels(id: string): (string | number)[] {
  const letter = /[a-d]$/.exec(id)?.[0]
  const numbers = id.slice(1, letter ? -1 : undefined).split('.')
  return [id[0]!, ...numbers.map(Number), ...(letter ? [letter.charCodeAt(0) - 96] : [])]
}

function comesBefore(left: string, right: string): boolean {
  const [a, b] = [levels(left), levels(right)]
  const at = a.findIndex((level, index) => level !== b[index])
  return at >= 0 && b[at] !== undefined && a[at]! < b[at]
}

/** Every heading a clause stands under, and itself: 'A6.1' → A, A/6, A/6/1. */
function headings(path: (string | number)[]): string[] {
  return path.map((_, at) => path.slice(0, at + 1).join('/'))
}

/** The headings that must stand before a clause: at every level above one, the number before it. */
function predecessors(id: string): string[] {
  const path = levels(id)
  return path.flatMap((level, at) => (typeof level === 'number' && level > 1 ? [[...path.slice(0, at), level - 1].join('/')] : []))
}

describe('the clauses of both regulations', () => {
  it('are cited by regulation and number, each under its own id', () => {
    expect(list.map(({ id }) => id)).toEqual(ids)
    for (const id of ids) expect(id).toMatch(/^[AC]\d(\.\d+)*[a-d]?$/)
  })

  it('begin with the first section of the attrition policy and of the complaint mechanism', () => {
    expect([...new Set(ids.map((id) => id[0]))]).toEqual(['A', 'C'])
    for (const regulation of ['A', 'C']) expect(ids.find((id) => id.startsWith(regulation))).toBe(`${regulation}1.1`)
  })

  it('stand in the order of the regulations, each once', () => {
    for (const [at, id] of ids.slice(1).entries()) expect(comesBefore(ids[at]!, id), `${ids[at]} before ${id}`).toBe(true)
  })

  it('skip no number', () => {
    const present = new Set(ids.flatMap((id) => headings(levels(id))))
    for (const id of ids) for (const earlier of predecessors(id)) expect(present, `${earlier} before ${id}`).toContain(earlier)
  })
})

describe('each clause', () => {
  it('says of what kind it is, each kind once', () => {
    for (const { id, kinds } of list) {
      expect(kinds.length, id).toBeGreaterThan(0)
      expect(new Set(kinds).size, id).toBe(kinds.length)
    }
  })

  it('binds everybody or named departments, each once', () => {
    for (const { id, who } of list) {
      expect(new Set(who).size, id).toBe(who.length)
      if (who.includes('all')) expect(who, id).toEqual(['all'])
      for (const department of who) expect(department, id).toMatch(/^[a-z]+(-[a-z]+)*$/)
    }
  })

  it('binds somebody, unless it only defines what is counted', () => {
    for (const { id, kinds } of list.filter(({ who }) => who.length === 0)) expect(kinds, id).toEqual(['I'])
  })

  it('reads as whole sentences in Chinese, with full-width punctuation', () => {
    for (const { id, text } of list) {
      expect(text['zh-CN'], id).toMatch(/^\p{Script=Han}.*。$/u)
      expect(text['zh-CN'], id).not.toMatch(/[!-/:-@\s]/)
    }
  })

  it('reads as whole sentences in English', () => {
    for (const { id, text } of list) {
      expect(text.en, id).toMatch(/^[A-Z].*\.$/)
      expect(text.en, id).not.toMatch(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u)
    }
  })

  it.each(['zh-CN', 'en'] as const)('has wording of its own in %s', (language) => {
    expect(new Set(list.map(({ text }) => text[language])).size).toBe(list.length)
  })
})
