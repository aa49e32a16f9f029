// The settlement worksheet: what an enrolment holds becomes lines, and the lines a result (A6.1.4, A6.3.1c).
import { type Static, Type } from 'typebox'
import { addCalendarDays } from './due.ts'
import { type RefundRules, type Scenario, scenarios } from './refund-rules.ts'
import { arrears, consumed, feeDue, type Held, type Line, lineSchema, materials, paid, type Reckoning } from './worksheet-lines.ts'

export type { Held, Line }

/** The worksheet as it stands among the facts of an event. `resultFen` above zero is refunded, below zero the student owes it. */
export const worksheetSchema = Type.Object(
  {
    rules: Type.String(),
    scenario: Type.Enum([...scenarios], { type: 'string' }),
    lines: Type.Array(lineSchema),
    resultFen: Type.Integer({ format: 'fen' }),
    paidFen: Type.Integer({ format: 'fen', minimum: 0 }),
  },
  { additionalProperties: false },
)
export type Worksheet = Static<typeof worksheetSchema>

const counted = ['paidFen', 'priceFen', 'listPriceFen', 'lessonsBought', 'lessonsGifted', 'lessonsUsed', 'materialsFen', 'owedFen'] as const
const most = 100_000_000_000

const refuseNonsense = (held: Held) => {
  const wrong = counted.find((entry) => !(Number.isSafeInteger(held[entry]) && held[entry] >= 0 && held[entry] <= most))
  if (wrong) throw new RangeError(`enrolment ${held.enrolment}: ${wrong} must be a whole number from 0 to ${most}, not ${held[wrong]}`)
}

// Arrears beyond the unpaid price are for something else and are never credited.
const credited = ({ owedFen, priceFen, paidFen }: Held) => Math.min(owedFen, Math.max(0, priceFen - paidFen))

type Input = { enrolments: readonly Held[]; scenario: Scenario; leavingDate: string; deductArrears: boolean; rules: RefundRules }

const linesOf = (held: Held, { scenario, leavingDate, deductArrears, rules }: Input): Line[] => {
  const creditedFen = deductArrears ? credited(held) : 0
  const reckoning: Reckoning = { held, rule: rules.scenarios[scenario], rules, deductArrears, creditedFen, leavingDate }
  const lines = [paid(reckoning), feeDue(reckoning), ...consumed(reckoning), materials(reckoning), arrears(reckoning)]
  return lines.filter((line) => line !== null)
}

const sum = (amounts: number[]) => amounts.reduce((total, fen) => total + fen, 0)

/**
 * Settles the enrolments, integer fen throughout; the result is the sum of the lines and never above what was paid.
 * `deductArrears` takes off what is due and unpaid. RangeError for an entry that is not a whole number from 0 to a thousand million yuan.
 */
export const worksheet = (input: Input): Worksheet => {
  input.enrolments.forEach(refuseNonsense)
  const lines = input.enrolments.flatMap((held) => linesOf(held, input))
  return {
    rules: input.rules.version,
    scenario: input.scenario,
    lines,
    resultFen: sum(lines.map(({ amountFen }) => amountFen)),
    paidFen: sum(input.enrolments.map(({ paidFen }) => paidFen)),
  }
}

export type Initiative = 'student' | 'institution' | 'forceMajeure'
/** `askedOn` and `leavingDate` are Shanghai dates: cooling-off counts from when leaving was asked for. */
type Leaving = { initiative: Initiative; askedOn: string; leavingDate: string; rules: RefundRules }

/**
 * The scenario the rules point to. A student who leaves everything before it starts, or within the cooling-off days, gets all of it back;
 * one enrolment already in use makes it the student's reason, under which an unused one still costs nothing but its materials.
 */
export const scenarioFor = (held: readonly Held[], { initiative, askedOn, leavingDate, rules }: Leaving): Scenario => {
  if (initiative !== 'student') return initiative
  const notStarted = (h: Held) => h.lessonsUsed === 0 && leavingDate <= addCalendarDays(h.startsOn, rules.startGraceDays)
  const coolingOff = (h: Held) => h.lessonsUsed === 0 && h.paidOn !== null && askedOn <= addCalendarDays(h.paidOn, rules.coolingOffDays)
  if (held.every(notStarted)) return 'notStarted'
  return held.every((h) => notStarted(h) || coolingOff(h)) ? 'coolingOff' : 'student'
}
