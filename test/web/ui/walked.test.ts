// The path a case has walked, drawn into its procedure's chart.
import { describe, expect, it } from 'vitest'
import { procedures } from '../../../machines/procedures.ts'
import { publish } from '../../../machines/published.ts'
import { draw } from '../../../server/drawing.ts'
import { marksOf } from '../../../web/ui/walked.ts'
import { golden, goldenFiles } from '../golden.ts'

const drawing = await draw(publish(procedures.withdrawal!))
const whole = golden('withdrawal', 'refund-with-release-visited-after-a-month')
/** Ends that can be reached from any step are drawn apart. */
const fromAnywhere = ({ edges }: typeof drawing, path: string) => edges.some(({ from, to }) => from === '' && to === path)
const lapsed = golden('withdrawal', 'returned-for-completion-lapsed')

describe('the marks of a case', () => {
  it('stand at its steps after any number of events', () => {
    for (const [index, { paths }] of whole.entries()) expect([...marksOf(drawing, whole, index + 1).current]).toEqual(paths)
  })

  it('of a new case lead from the start to its first steps only', () => {
    const { walkedEdges, current } = marksOf(drawing, whole, 1)
    expect([...walkedEdges]).toEqual(['>acceptance', 'acceptance.guardian.asking>acceptance.guardian.settled'])
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

  it('lead without a gap from the start to every step the case stands at, at any point of any history', async () => {
    const near = (a: string, b: string) => a === b || a.startsWith(`${b}.`) || b.startsWith(`${a}.`)
    for (const [name, files] of Object.entries(goldenFiles())) {
      const chart = await draw(publish(procedures[name]!))
      for (const file of files) {
        const history = golden(name, file)
        for (const index of history.keys()) {
          const { walkedEdges, current } = marksOf(chart, history, index + 1)
          const reached = new Set<string>()
          const lines = [...walkedEdges].map((line) => line.split('>') as [string, string])
          for (let more = true; more; ) {
            const next = lines.find(([from, to]) => !reached.has(to) && (from === '' || [...reached].some((path) => near(path, from))))
            more = next !== undefined
            if (next) reached.add(next[1])
          }
          const lost = [...current].filter((path) => ![...reached].some((other) => near(path, other)) && !fromAnywhere(chart, path))
          expect([name, file, index + 1, lost]).toEqual([name, file, index + 1, []])
        }
      }
    }
  })

  it('begin anew where the case came back: what was done before lies ahead again, and is counted', () => {
    const looped = golden('withdrawal', 'every-loop-before-the-approval-then-refused')
    const marksAfter = (type: string, nth = 0) => marksOf(drawing, looped, looped.flatMap((e, i) => (e.type === type ? [i + 1] : []))[nth])
    const returned = marksAfter('review.returned')
    expect([...returned.walkedEdges]).toEqual(['>acceptance', 'acceptance.guardian.asking>acceptance.guardian.settled'])
    for (const path of ['financeReview', 'acceptance.identity.done']) {
      expect(returned.walked).not.toContain(path)
      expect(returned.earlier).toContain(path)
    }
    expect(returned.earlierEdges).toContain('financeReview>acceptance')
    expect(returned.times?.get('acceptance')).toBe(3)
    const again = marksAfter('payments.reviewed', 1)
    expect(again.walked).toContain('financeReview')
    expect(again.walkedEdges).toContain('financeReview>approval')
    expect(again.earlierEdges).toContain('financeReview>acceptance')
    expect(again.times?.get('financeReview>approval')).toBe(2)
  })

  it('take the way that was gone where the same event can lead on several', async () => {
    const complaint = await draw(publish(procedures.complaint!))
    const history = golden('complaint', 'supervision-objects-solution-supplemented')
    const escalated = history.findIndex(({ paths }) => paths.includes('escalation.deciding')) + 1
    const { walkedEdges } = marksOf(complaint, history, escalated)
    expect(walkedEdges).toContain('supervision>escalation')
    expect(walkedEdges).not.toContain('supervision>solution')
    expect(walkedEdges).not.toContain('intake.acceptance.telling>intake.acceptance.notReached')
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
