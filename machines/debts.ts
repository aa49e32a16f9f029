// What a student owes, by enrolment: how a payment is shared out, and how instalments bring it down (A6.3.1). Amounts are integer fen.
import { addCalendarDays } from './due.ts'

export type Debt = { enrolment: string; owedFen: number }
export type Share = { enrolment: string; amountFen: number }
/** What of a waiver comes off the price too; arrears beyond the price are for something else. */
export type Waiver = Share & { priceFen: number }
export type Instalment = { date: string; amountFen: number }
/** `restFen` is the most that may still be owed after the date, a Shanghai date. */
export type Milestone = { date: string; restFen: number }

const sum = (amounts: number[]) => amounts.reduce((total, fen) => total + fen, 0)

/** What is owed for these enrolments; a debt of an enrolment that has left the case no longer counts in it. */
export const owedFor = (enrolments: readonly string[], debts: readonly Debt[]) =>
  sum(debts.filter((debt) => enrolments.includes(debt.enrolment)).map((debt) => debt.owedFen))

/** An amount spread over debts in their order, each filled before the next; never more than is owed. */
export const sharesOf = (amountFen: number, debts: readonly Debt[]): Share[] => {
  let left = amountFen
  return debts.flatMap(({ enrolment, owedFen }) => {
    const share = Math.min(left, owedFen)
    left -= share
    return share > 0 ? [{ enrolment, amountFen: share }] : []
  })
}

export const lessShares = (debts: readonly Debt[], shares: readonly Share[]): Debt[] =>
  debts.map(({ enrolment, owedFen }) => ({
    enrolment,
    owedFen: owedFen - sum(shares.filter((share) => share.enrolment === enrolment).map((share) => share.amountFen)),
  }))

/** Dates must come one after the other; the index of the first that doesn't, or -1. */
export const outOfOrder = (plan: readonly Instalment[], today: string) =>
  plan.findIndex(({ date }, index) => (index === 0 ? date < today : date <= plan[index - 1]!.date))

export const planned = (plan: readonly Instalment[]) => sum(plan.map(({ amountFen }) => amountFen))

/** What may be left after each instalment; the last leaves nothing. */
export const milestones = (plan: readonly Instalment[], owedFen: number): Milestone[] =>
  plan.map(({ date }, index) => ({ date, restFen: Math.max(0, owedFen - planned(plan.slice(0, index + 1))) }))

/** The first date by which less must be owed than is now; the last one when nothing is owed. */
export const nextDate = (plan: readonly Milestone[], owedFen: number) =>
  (plan.find(({ restFen }) => owedFen > restFen) ?? plan.at(-1)!).date

/** A plan to begin the talk with: equal parts, 30 calendar days apart, the last taking up the remainder. */
export const suggestedPlan = (owedFen: number, today: string, parts = 3): Instalment[] => {
  const part = Math.floor(owedFen / parts)
  if (part === 0) return [{ date: addCalendarDays(today, 30), amountFen: owedFen }]
  const amount = (nth: number) => (nth === parts ? owedFen - part * (parts - 1) : part)
  return Array.from({ length: parts }, (_, index) => ({ date: addCalendarDays(today, 30 * (index + 1)), amountFen: amount(index + 1) }))
}
