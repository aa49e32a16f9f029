// @vitest-environment happy-dom
// The drawn chart: what is marked is told in words too, and every step can be reached and chosen with the keyboard.
import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { procedures } from '../../../machines/procedures.ts'
import { publish } from '../../../machines/published.ts'
import { draw } from '../../../server/drawing.ts'
import { Statechart } from '../../../web/ui/Statechart.tsx'
import { marksOf } from '../../../web/ui/walked.ts'
import { golden } from '../golden.ts'
import { quietly, show, speak } from '../render.tsx'

quietly()
const drawing = await draw(publish(procedures.withdrawal!))
const history = golden('withdrawal', 'refund-with-release-visited-after-a-month')
const at = (type: string) => history.findIndex((event) => event.type === type) + 1
const marked = (suffix: string) =>
  screen.queryAllByRole('button', { name: new RegExp(`${suffix}$`) }).map((node) => node.getAttribute('aria-label'))

describe('the chart of a case', () => {
  it('names its current steps and those it has passed', () => {
    show(<Statechart drawing={drawing} marks={marksOf(drawing, history, at('approval.granted'))} label="退学" onChoose={() => {}} />)
    expect(marked('（当前步骤）')).toEqual(['送达通知（当前步骤）'])
    expect(marked('（已经过）')).toEqual(expect.arrayContaining(['财务审核（已经过）', '等待审批（已经过）']))
  })

  it('marks parts that are done as passed, not as current', () => {
    show(<Statechart drawing={drawing} marks={marksOf(drawing, history, at('identity.confirmed'))} label="退学" onChoose={() => {}} />)
    expect(marked('（当前步骤）')).not.toContain('已核实身份（当前步骤）')
    expect(marked('（已经过）')).toContain('已核实身份（已经过）')
  })

  it('marks the end that was reached, at the step it was reached from', () => {
    const revoked = golden('withdrawal', 'revoked-after-the-notice')
    show(<Statechart drawing={drawing} marks={marksOf(drawing, revoked)} label="退学" onChoose={() => {}} />)
    expect(marked('（当前步骤）')).toEqual(['已撤回（当前步骤）'])
  })

  it('tells which step was chosen, by mouse or by key', () => {
    const choose = vi.fn()
    show(<Statechart drawing={drawing} label="退学" onChoose={choose} />)
    const node = screen.getByRole('button', { name: '财务审核' })
    expect(node.getAttribute('tabindex')).toBe('0')
    fireEvent.click(node)
    fireEvent.keyDown(node, { key: 'Enter' })
    fireEvent.keyDown(node, { key: 'x' })
    expect(choose.mock.calls).toEqual([['financeReview'], ['financeReview']])
  })

  it('speaks the reader’s language', async () => {
    await speak('en')
    show(<Statechart drawing={drawing} label="Withdrawal" onChoose={() => {}} />)
    expect(screen.getByRole('button', { name: 'Finance review' })).toBeTruthy()
    await speak('zh-CN')
  })
})
