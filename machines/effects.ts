// What a procedure may ask of the world outside: names and parameters, carried out elsewhere.
import type { Share, Waiver } from './debts.ts'
import type { Department } from './departments.ts'
import type { NoticeName } from './notices.ts'

export type EffectParams = {
  /** Tells a department; carried out from the outbox. */
  notify: { to: Department; notice: NoticeName }
  /** The enrolments count as lost from now on, dated by the leaving date; in the same transaction. */
  'enrolments.end': { enrolments: string[]; date: string }
  /** Undoes `enrolments.end`; in the same transaction. */
  'enrolments.restore': { enrolments: string[] }
  /** This case alone ends these enrolments from now on; the transaction fails when another one does. */
  'ending.claim': { enrolments: string[] }
  'ending.release': { enrolments: string[] }
  /** Other cases that would end one of these enrolments are told that it has ended; carried out from the outbox. */
  'siblings.end': { enrolments: string[] }
  /** What was owed is paid, by enrolment; in the same transaction. */
  'debt.pay': { shares: Share[] }
  /** What was owed is waived, by enrolment, and the price lowered; in the same transaction. */
  'debt.waive': { shares: Waiver[] }
  /** Undoes a waiver; in the same transaction. */
  'debt.restore': { shares: Waiver[] }
  /** A promise that outlives the case: materials kept, return at preferential terms until a date. */
  'promise.keep': { until: string; materials: boolean; percent: number }
}
export type EffectName = keyof EffectParams
/** A step is late: the engine, which knows what it still waits for, makes notices of it. `also`: who watches over it. */
export const overdue = 'overdue'
export type Overdue = { also?: Department }
export type Effect = { [K in EffectName]: { type: K; params: EffectParams[K] } }[EffectName]

export const effectNames = [
  'notify',
  'enrolments.end',
  'enrolments.restore',
  'ending.claim',
  'ending.release',
  'siblings.end',
  'debt.pay',
  'debt.waive',
  'debt.restore',
  'promise.keep',
] as const satisfies readonly EffectName[]
