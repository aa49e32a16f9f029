// From a table to rows of people: which column is which, and passwords for those who have none yet.
import type { FormSchema } from '../../../../machines/narrowing.ts'
import { type RowColumn, rowColumns, type TableRow } from '../../../api/first-steps.ts'

/** `unknown` are headings that say nothing to us; null where a table has no headings that we know. */
export type ReadTable = { rows: TableRow[]; unknown: string[] } | null

const plain = (text: string) => text.replace(/[\s*＊:：]/g, '').toLowerCase()

/** Reads the columns by their headings, in either language and any order. */
export function rowsOf(cells: string[][], form: FormSchema): ReadTable {
  const [headings = [], ...rest] = cells
  const found = headings.map((heading) => columnFor(heading, form))
  if (!found.includes('name') && !found.includes('username')) return null
  return {
    rows: rest.map((row) =>
      Object.fromEntries(found.flatMap((column, at) => (column && row[at]?.trim() ? [[column, row[at].trim()]] : []))),
    ),
    unknown: headings.filter((heading, at) => heading.trim() && !found[at]),
  }
}

function columnFor(heading: string, { properties }: FormSchema): RowColumn | undefined {
  const wanted = plain(heading)
  return rowColumns.find((column) => {
    const title = properties[column]?.['x-title']
    return [column, title?.['zh-CN'], title?.en].some((name) => name && plain(name) === wanted)
  })
}

// Without signs that are taken for one another.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'
const length = 12
/** An initial password, by the browser’s own chance. */
export const newPassword = () =>
  [...crypto.getRandomValues(new Uint32Array(length))].map((number) => alphabet[number % alphabet.length]).join('')

export const withPasswords = (rows: TableRow[]): TableRow[] => rows.map((row) => ({ ...row, password: row.password ?? newPassword() }))
