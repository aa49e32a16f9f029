// The lines of a settlement worksheet: each amount with its words and the entries of the enrolment it came from.
import { type Static, Type } from 'typebox'
import { dividesEvenly, portion, yuan } from './fen.ts'
import { type Label, say } from './label.ts'
import type { Pricing, RefundRules, ScenarioRule } from './refund-rules.ts'

const labelSchema = Type.Object({ 'zh-CN': Type.String(), en: Type.String() }, { additionalProperties: false })

/** `amountFen` is signed: above zero it is owed to the student. */
export const lineSchema = Type.Object(
  {
    code: Type.String(),
    enrolment: Type.String(),
    amountFen: Type.Integer({ format: 'fen' }),
    label: labelSchema,
    explain: labelSchema,
    from: Type.Record(Type.String(), Type.Union([Type.Integer(), Type.String()])),
  },
  { additionalProperties: false },
)
export type Line = Static<typeof lineSchema>

/**
 * What an enrolment holds. `priceFen` and `listPriceFen` are for the whole of it, after and before discount; `materialsFen` for materials
 * handed out and kept; `owedFen` is due and unpaid. `paidOn` and `startsOn` are Shanghai dates.
 */
export type Held = {
  enrolment: string
  paidFen: number
  priceFen: number
  listPriceFen: number
  lessonsBought: number
  lessonsGifted: number
  lessonsUsed: number
  materialsFen: number
  owedFen: number
  paidOn: string | null
  startsOn: string
  stage: 'basic' | 'advanced' | 'completion'
}

/** `creditedFen` is the part of the arrears that is counted as paid before the arrears are deducted. */
export type Reckoning = {
  held: Held
  rule: ScenarioRule
  rules: RefundRules
  deductArrears: boolean
  creditedFen: number
  leavingDate: string
}

type Charge = { fen: number; part: number; whole: number; words: Label }

// More lessons on the register than the enrolment has are all of them, no more.
const used = ({ lessonsUsed, lessonsBought, lessonsGifted }: Held) => Math.min(lessonsUsed, lessonsBought + lessonsGifted)
const charged = (held: Held) => Math.min(used(held), held.lessonsBought)
// Without a lesson bought there is nothing the fee could be shared by, gifts or not.
const all = ({ lessonsBought, lessonsGifted }: Held) => (lessonsBought === 0 ? 0 : lessonsBought + lessonsGifted)
// What was paid above the price is no fee and is returned in full.
const feeFen = ({ held, creditedFen }: Reckoning) => Math.min(held.paidFen, held.priceFen) + creditedFen

const bought = (fen: number, { held }: Reckoning, zh: string, en: string): Charge => {
  const [part, whole, price] = [charged(held), held.lessonsBought, yuan(fen)]
  const gifts = used(held) - part
  const rest =
    gifts === 0 ? say('', '') : say(`另用赠送课时 ${gifts} 节，不计费。`, ` Gifted lessons used on top, free of charge: ${gifts}.`)
  const words = say(
    `${zh} ${price['zh-CN']} ÷ 购买课时 ${whole} 节 × 已上计费课时 ${part} 节 = ${yuan(portion(fen, part, whole))['zh-CN']}。${rest['zh-CN']}`,
    `${en} ${price.en} ÷ ${whole} lessons bought × ${part} lessons taken and charged = ${yuan(portion(fen, part, whole)).en}.${rest.en}`,
  )
  return { fen, part, whole, words }
}

const shared = (reckoning: Reckoning): Charge => {
  const { held } = reckoning
  const [fen, part, whole] = [feeFen(reckoning), used(held), all(held)]
  const [fee, amount] = [yuan(fen), yuan(portion(fen, part, whole))]
  const words = say(
    `学费 ${fee['zh-CN']} ÷ 全部课时 ${whole} 节（购买 ${held.lessonsBought} 节、赠送 ${held.lessonsGifted} 节）× 已上 ${part} 节 = ${amount['zh-CN']}。`,
    `Fee ${fee.en} ÷ all ${whole} lessons (${held.lessonsBought} bought, ${held.lessonsGifted} gifted) × ${part} taken = ${amount.en}.`,
  )
  return { fen, part, whole, words }
}

const charges: Record<Exclude<Pricing, 'free'>, (reckoning: Reckoning) => Charge> = {
  listPrice: (reckoning) => bought(reckoning.held.listPriceFen, reckoning, '优惠前总价', 'Price before discount'),
  paidPrice: (reckoning) => bought(feeFen(reckoning), reckoning, '学费', 'Fee'),
  withGifts: shared,
}

const none = say('没有已上的计费课时，不扣课时费。', 'No lesson was taken that is charged for: nothing is deducted.')

const explainCharge = ({ fen, part, whole, words }: Charge, { rounding }: RefundRules) => {
  if (part === 0 || whole === 0) return none
  return dividesEvenly(fen, part, whole) ? words : say(`${words['zh-CN']}${rounding['zh-CN']}`, `${words.en} ${rounding.en}`)
}

/** What was paid: where every settlement starts. */
export const paid = ({ held, rule, leavingDate }: Reckoning): Line => {
  const amount = yuan(held.paidFen)
  return {
    code: 'paid',
    enrolment: held.enrolment,
    amountFen: held.paidFen,
    label: say('已缴费用', 'Paid'),
    explain: say(`已缴 ${amount['zh-CN']}。${rule.basis['zh-CN']}`, `Paid: ${amount.en}. ${rule.basis.en}`),
    from: { paidFen: held.paidFen, ...(held.paidOn && { paidOn: held.paidOn }), startsOn: held.startsOn, leavingDate },
  }
}

/** Arrears of this very fee count as paid first: deducted in full afterwards, they then charge no lesson that was never given. */
export const feeDue = ({ held, creditedFen }: Reckoning): Line | null => {
  if (creditedFen === 0) return null
  const amount = yuan(creditedFen)
  return {
    code: 'feeDue',
    enrolment: held.enrolment,
    amountFen: creditedFen,
    label: say('应缴未缴学费', 'Fee due and not yet paid'),
    explain: say(
      `欠费中有 ${amount['zh-CN']}是本次报名的学费，先视同已缴计入，再随欠费一并扣除，没有上的课不会因此收费。`,
      `${amount.en} of the arrears is the fee of this enrolment: it counts as paid here and is deducted with the arrears, so that no lesson is charged that was not given.`,
    ),
    from: { owedFen: held.owedFen, priceFen: held.priceFen, paidFen: held.paidFen },
  }
}

const entries = ({ held, creditedFen }: Reckoning) => ({
  paidFen: held.paidFen,
  priceFen: held.priceFen,
  listPriceFen: held.listPriceFen,
  creditedFen,
  lessonsBought: held.lessonsBought,
  lessonsGifted: held.lessonsGifted,
  lessonsUsed: held.lessonsUsed,
})

/** Lessons already given, priced as the scenario says; at list price limited by the price of the whole contract. */
export const consumed = (reckoning: Reckoning): (Line | null)[] => {
  const { held, rule, rules } = reckoning
  if (rule.pricing === 'free') return []
  const charge = charges[rule.pricing](reckoning)
  const fen = portion(charge.fen, charge.part, charge.whole)
  const line = {
    code: 'consumed',
    enrolment: held.enrolment,
    amountFen: 0 - fen,
    label: say('已上课时', 'Lessons taken'),
    explain: explainCharge(charge, rules),
    from: entries(reckoning),
  }
  return [line, rules.consumedAtMostPrice ? limit(held, fen) : null]
}

const limit = (held: Held, consumedFen: number): Line | null => {
  const above = consumedFen - held.priceFen
  if (above <= 0) return null
  const [list, price, saved] = [yuan(consumedFen), yuan(held.priceFen), yuan(above)]
  return {
    code: 'consumedLimit',
    enrolment: held.enrolment,
    amountFen: above,
    label: say('不超过合同价', 'Not above the contract price'),
    explain: say(
      `已上课时按上述单价为 ${list['zh-CN']}，高于整份合同的成交价 ${price['zh-CN']}，高出的 ${saved['zh-CN']}不收。`,
      `At that price the lessons taken come to ${list.en}, more than the whole contract at ${price.en}: the ${saved.en} above it is not charged.`,
    ),
    from: { consumedFen, priceFen: held.priceFen },
  }
}

/** Materials handed out and kept, where the scenario deducts them. */
export const materials = ({ held, rule }: Reckoning): Line | null => {
  if (!rule.materials || held.materialsFen === 0) return null
  const amount = yuan(held.materialsFen)
  return {
    code: 'materials',
    enrolment: held.enrolment,
    amountFen: 0 - held.materialsFen,
    label: say('学习资料', 'Learning materials'),
    explain: say(`已领取并留用的学习资料，价 ${amount['zh-CN']}。`, `Learning materials handed out and kept: ${amount.en}.`),
    from: { materialsFen: held.materialsFen },
  }
}

/** What is due and unpaid, in full (A6.3.1c). */
export const arrears = ({ held, deductArrears }: Reckoning): Line | null => {
  if (!deductArrears || held.owedFen === 0) return null
  const amount = yuan(held.owedFen)
  return {
    code: 'arrears',
    enrolment: held.enrolment,
    amountFen: 0 - held.owedFen,
    label: say('扣除欠费', 'Arrears deducted'),
    explain: say(`已到期而未缴的 ${amount['zh-CN']}，从结算中扣除。`, `${amount.en} due and not paid is deducted from the settlement.`),
    from: { owedFen: held.owedFen },
  }
}
