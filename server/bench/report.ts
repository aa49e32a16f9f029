// The figures as a table: what was measured, and as a ratio of what in the same run.
import { cpus, totalmem, type } from 'node:os'

/** `ratio` compares with `of`; `asked` is what is to be reached. */
export type Figure = { name: string; value: string; ratio?: number; of?: string; asked?: string }

const environment = () =>
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${type()}, Node ${process.version}`

export function report(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, value, ratio, of, asked = '' }) => [
    name,
    value,
    ratio === undefined ? '' : `${ratio.toFixed(2)} × ${of}`,
    asked,
  ])
  const table = [['measured', 'here', 'ratio', 'at least'], ['---', '---', '---', '---'], ...rows]
  return [`Measured in one run on ${environment()}:`, '', ...table.map((row) => `| ${row.join(' | ')} |`)].join('\n')
}

export const rate = (perSecond: number) => `${Math.round(perSecond)}/s`
export const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 1)} ms`
