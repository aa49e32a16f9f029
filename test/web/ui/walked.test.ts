// The path a case has walked, drawn into its procedure's chart.
import { describe, expect, it } from 'vitest'
import { procedures } from '../../../machines/procedures.ts'
import { publish } from '../../../machines/published.ts'
import { draw } from '../../../server/drawing.ts'
import { marksOf } from '../../../web/ui/walked.ts'
import { golden } from '../golden.ts'

const drawing = await draw(publish(procedures.withdrawal!))
const whole = golden('withdrawal', 'refund-with-release-visited-after-a-month')
const lapsed = golden('withdrawal', 'returned-for-completion-lapsed')

describe('the marks of a case', () => {
  it('stand at its steps after any number of events', () => {
    for (const [index, { paths }] of whole.entries()) expect([...marksOf(drawing, whole, index + 1).current]).toEqual(paths)
  })

  it('of a new case lead from the start to its first steps only', () => {
    const { walkedEdges, current } = marksOf(drawing, whole, 1)
    expect([...walkedEdges]).toEqual(['>acceptance'])
    expect(current.size).toBeGreaterThan(1)
  })

  it('lead along every line that was gone, also through ends that were left at once', () => {
    const { walkedEdges, walked } = marksOf(drawing, whole)
    expect([...walkedEdges]).toEqual(
      expect.arrayContaining([
        'acceptance>financeReview',
        'financeReview>approval',
        'approval.deciding>approval.granted',
        'approval>formalities',
        'formalities.notice>formalities.settlement',
        'formalities>withdrawn',
      ]),
    )
    expect(walked).toContain('approval.granted')
  })

  it('leave out lines that were not gone', () => {
    const { walkedEdges } = marksOf(drawing, whole)
    for (const edge of [
      'acceptance>correction',
      'approval>refused',
      'approval>financeReview',
      'approval.deciding>approval.coDeciding',
      'acceptance>revoked',
    ])
      expect(walkedEdges).not.toContain(edge)
  })

  it('follow a deadline that moved the case', () => {
    expect(marksOf(drawing, lapsed).walkedEdges).toContain('correction>lapsed')
  })

  it('follow a step that was passed through because it had nothing to wait for', async () => {
    const complaint = await draw(publish(procedures.complaint!))
    const { walkedEdges } = marksOf(complaint, golden('complaint', 'justified-accepted-carried-out-works'))
    expect([...walkedEdges]).toEqual(expect.arrayContaining(['solution.drawing>solution.opinion', 'solution.opinion>negotiation']))
  })

  it('lead without a gap from the start to every step the case stood at', async () => {
    for (const [name, file] of [
      ['withdrawal', 'refund-with-release-visited-after-a-month'],
      ['complaint', 'supervision-objects-solution-supplemented'],
    ] as const) {
      const chart = await draw(publish(procedures[name]!))
      const history = golden(name, file)
      const { walkedEdges } = marksOf(chart, history)
      const entered = new Set([...walkedEdges].map((edge) => edge.split('>')[1]!))
      const stages = new Set(history.flatMap(({ paths }) => paths).map((path) => path.split('.')[0]!))
      const unreached = [...stages].filter((stage) => ![...entered].some((path) => path === stage || path.startsWith(`${stage}.`)))
      expect([name, unreached]).toEqual([name, []])
    }
  })

  it('name only lines and states that are drawn', () => {
    const names = new Set(drawing.edges.map(({ from, to }) => `${from}>${to}`))
    const paths = new Set(drawing.nodes.map(({ path }) => path))
    for (const history of [whole, lapsed]) {
      const { walkedEdges, walked } = marksOf(drawing, history)
      expect([...walkedEdges].filter((edge) => !names.has(edge))).toEqual([])
      expect([...walked].filter((path) => !paths.has(path))).toEqual([])
    }
  })
})
