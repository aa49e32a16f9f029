// The handbook tells a reader of either language what each procedure asks, of whom, by when, under which clause.
import { describe, expect, it } from 'vitest'
import { clauses } from '../../machines/clauses.ts'
import { procedures } from '../../machines/procedures.ts'
import { handbook } from '../../server/handbook.ts'

const book = handbook(procedures)
const rows = book.split('\n').filter((line) => line.startsWith('| '))
const row = (first: string) => rows.find((line) => line.startsWith(`| ${first} |`))

describe('the handbook', () => {
  it('has a chapter for every procedure, reached from its contents', () => {
    for (const name of Object.keys(procedures)) {
      expect(book).toContain(`(#${name})`)
      expect(book).toContain(`<a id="${name}"></a>`)
    }
  })

  it('says of a step whose it is, by when and under which clause', () => {
    expect(row('`financeReview`')).toBe(
      '| `financeReview` | 财务审核 Finance review | A6.1.2 | 财务部 Finance | 财务审核期限 Finance review: 3 个工作日 wd |  |',
    )
  })

  it('says of an end whether the student left', () => {
    expect(row('`withdrawn`')).toBe('| `withdrawn` | 已退学 Withdrawn | A6.1.4 |  |  | 流失 Lost |')
  })

  it('says who may say what, and what must be said with it', () => {
    expect(row('`approval.refused` 审批 decision')).toBe(
      '| `approval.refused` 审批 decision | 不予批准 Refuse | 管理者 Management | 理由 Reason* |',
    )
  })

  it('lists every clause once, with where it is carried out', () => {
    for (const id of Object.keys(clauses)) expect(rows.filter((line) => line.startsWith(`| ${id} |`)).length, id).toBe(1)
    expect(rows.find((line) => line.startsWith('| A6.1.1 |'))).toContain(
      '退学 Withdrawal: 监护人意见 Guardian, 等待申请人补正 Waiting for the applicant',
    )
  })

  it('admits what is not carried out yet, and what is a principle', () => {
    expect(rows.find((line) => line.startsWith('| A5.1.1 |'))).toContain('尚未实现 Not yet')
    expect(rows.find((line) => line.startsWith('| A1.1 |'))).toContain('指导原则 Guiding principle')
  })

  it('has as many cells in every row as its table has columns', () => {
    const cells = (line: string) => line.split(/(?<!\\)\|/).length
    for (const part of book.split('\n\n').filter((text) => text.startsWith('| '))) {
      const lines = part.trimEnd().split('\n')
      expect(new Set(lines.map(cells)).size, lines[0]).toBe(1)
    }
  })
})
