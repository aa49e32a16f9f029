// What an event of a case is called, and who recorded it where nobody did.
import { acts, isAct } from '../machines/acts.ts'
import { type Label, say } from '../machines/label.ts'
import type { Procedure } from '../machines/procedure.ts'

/** The actors that are no people. */
export const byNobody: Record<string, Label> = { clock: say('系统时钟', 'The clock'), system: say('系统', 'The system') }

const opened = say('立案', 'Case opened')

export function labelOf(procedure: Procedure, type: string, facts: Readonly<Record<string, unknown>>): Label {
  if (type === 'case.opened') return opened
  if (type === 'deadline.passed') {
    const { 'zh-CN': zh, en } = procedure.deadlines[String(facts.deadline)]!.label
    return say(`期限已到：${zh}`, `Deadline passed: ${en}`)
  }
  return isAct(type) ? acts[type].label : procedure.events[type]!.label
}
