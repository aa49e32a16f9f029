// A table of people as people have it: saved by a spreadsheet, copied from one, with headings in either language.
import { describe, expect, it } from 'vitest'
import type { FormSchema } from '../../../../machines/narrowing.ts'
import { rowForm } from '../../../../server/routes/first-steps.ts'
import { cellsOf, csvFile, decoded } from '../../../../web/pages/people/import/csv.ts'
import { newPassword, rowsOf, withPasswords } from '../../../../web/pages/people/import/rows.ts'

const form: FormSchema = JSON.parse(JSON.stringify(rowForm))

describe('a table as text', () => {
  it.each([
    [
      'with commas',
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'copied from a spreadsheet',
      'a\tb\r\n1\t2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'with semicolons, as where commas are decimal',
      'a;b\n1,5;2',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'with quoted commas, quotes and line breaks',
      'a,b\n"1, ""one""","2\n3"',
      [
        ['a', 'b'],
        ['1, "one"', '2\n3'],
      ],
    ],
    [
      'with empty cells and empty lines',
      'a,b\n\n,2\n , \n',
      [
        ['a', 'b'],
        ['', '2'],
      ],
    ],
    [
      'with a quote within a word',
      'a,b\n5" wide,2',
      [
        ['a', 'b'],
        ['5" wide', '2'],
      ],
    ],
  ])('is read %s', (_, text, cells) => {
    expect(cellsOf(text)).toEqual(cells)
  })

  it('is understood in UTF-8, with or without its mark, and as Chinese spreadsheets save it', async () => {
    expect(decoded(new TextEncoder().encode('\uFEFF姓名').buffer)).toBe('姓名')
    expect(decoded(new TextEncoder().encode('姓名').buffer)).toBe('姓名')
    expect(decoded(new Uint8Array([0xd0, 0xd5, 0xc3, 0xfb]).buffer)).toBe('姓名')
  })

  it('what is saved is read again as it was', async () => {
    const rows = [
      ['姓名', '用户名'],
      ['李, "雷"', 'li-lei'],
    ]
    expect(cellsOf(decoded(await csvFile(rows).arrayBuffer()))).toEqual(rows)
  })

  it('no cell is saved as a formula', async () => {
    expect(cellsOf(decoded(await csvFile([['=1+1', '-2', '@a']]).arrayBuffer()))).toEqual([["'=1+1", "'-2", "'@a"]])
  })
})

describe('columns', () => {
  it('are found by their headings in either language, in any order, with a mark for what is needed', () => {
    expect(
      rowsOf(
        [
          ['用户名', ' 姓名 * ', 'Role'],
          ['li-lei', '李雷', '前台'],
        ],
        form,
      ),
    ).toEqual({
      rows: [{ username: 'li-lei', name: '李雷', role: '前台' }],
      unknown: [],
    })
  })

  it('that nobody knows are named, and left out', () => {
    expect(
      rowsOf(
        [
          ['姓名', '工号', ''],
          ['李雷', '7', 'x'],
        ],
        form,
      ),
    ).toEqual({ rows: [{ name: '李雷' }], unknown: ['工号'] })
  })

  it('a table without headings is none', () => {
    expect(rowsOf([['李雷', 'li-lei']], form)).toBeNull()
    expect(rowsOf([], form)).toBeNull()
  })
})

it('whoever has no password gets one of their own; one that was given stays', () => {
  const rows = withPasswords([{ name: 'a' }, { name: 'b' }, { name: 'c', password: 'first-day' }])
  expect(rows[0]!.password).toMatch(/^[a-z2-9]{12}$/)
  expect(rows[0]!.password).not.toBe(rows[1]!.password)
  expect(rows[2]!.password).toBe('first-day')
  expect(newPassword()).not.toMatch(/[il1o0]/)
})
