// The refund rules as data: how lessons already given are priced, what is deducted, and when everything is returned (A3.5.1).
import { type Label, say } from './label.ts'

export const scenarios = ['notStarted', 'coolingOff', 'student', 'institution', 'forceMajeure'] as const
export type Scenario = (typeof scenarios)[number]

/**
 * What lessons already given cost. `free`: nothing. `listPrice`: list price ÷ lessons bought. `paidPrice`: fee ÷ lessons bought.
 * `withGifts`: fee ÷ all lessons, gifts included. In the first three gifts are used last and cost nothing.
 */
export type Pricing = 'free' | 'listPrice' | 'paidPrice' | 'withGifts'

/** `materials`: whether materials handed out and kept are deducted. `basis` is the sentence shown to the student, `source` what it rests on. */
export type ScenarioRule = { label: Label; pricing: Pricing; materials: boolean; basis: Label; source: Label }

/**
 * `holdsFrom` is a Shanghai date. `coolingOffDays` are calendar days after the payment, `startGraceDays` after the start of the course.
 * `consumedAtMostPrice`: lessons already given never cost more than the whole contract. Deductions are cut down to the whole fen.
 */
export type RefundRules = {
  version: string
  holdsFrom: string
  coolingOffDays: number
  startGraceDays: number
  consumedAtMostPrice: boolean
  rounding: Label
  scenarios: Readonly<Record<Scenario, ScenarioRule>>
}

const interpretation = (article: string) =>
  say(
    `预付式消费司法解释（法释〔2025〕4 号）${article}`,
    `Judicial interpretation on prepaid consumption (法释〔2025〕4号) ${article}`.trim(),
  )
const contract = say('合同示范文本 GF-2021-2604，天数由机构填写', 'Contract template GF-2021-2604, days set by the institution')

const first: RefundRules = {
  version: 'refund-2025-05.1',
  holdsFrom: '2025-05-01',
  coolingOffDays: 7,
  startGraceDays: 0,
  consumedAtMostPrice: true,
  rounding: say('不足 1 分的部分不扣，归学员。', 'The fraction of a fen is not deducted, in the student’s favour.'),
  scenarios: {
    notStarted: {
      label: say('尚未开课', 'Not started'),
      pricing: 'free',
      materials: false,
      basis: say(
        '课程尚未开始、尚未上课，已缴费用全额退还。',
        'The course has not started and no lesson was taken: everything paid is returned.',
      ),
      source: contract,
    },
    coolingOff: {
      label: say('冷静期内', 'Within the cooling-off days'),
      pricing: 'free',
      materials: false,
      basis: say(
        '在缴费后的冷静期内提出、尚未上课，已缴费用全额退还。',
        'Asked for within the cooling-off days, no lesson taken: everything paid is returned.',
      ),
      source: interpretation(''),
    },
    student: {
      label: say('学员原因', 'The student’s reason'),
      pricing: 'listPrice',
      materials: true,
      basis: say(
        '因学员原因离开，已上课时按优惠前单价计算；赠送课时最后使用、不计费。',
        'For the student’s reason, lessons taken are priced before discount; gifted lessons are used last and cost nothing.',
      ),
      source: interpretation('第十九条'),
    },
    institution: {
      label: say('机构原因', 'The institution’s reason'),
      pricing: 'withGifts',
      materials: false,
      basis: say(
        '因机构原因离开，学费平均分摊到购买和赠送的全部课时，未上的部分退还，不扣资料费。',
        'For the institution’s reason, the fee is spread over all lessons, bought and gifted, and what is left is returned; materials are not deducted.',
      ),
      source: interpretation(''),
    },
    forceMajeure: {
      label: say('不可抗力', 'Force majeure'),
      pricing: 'paidPrice',
      materials: false,
      basis: say(
        '因不可抗力离开，已上课时按实际成交的平均单价计算；赠送课时最后使用、不计费，不扣资料费。',
        'For force majeure, lessons taken cost the average price actually agreed; gifted lessons are used last and cost nothing, materials are not deducted.',
      ),
      source: say('本机构规定', 'The institution’s own rule'),
    },
  },
}

/** All versions, the oldest first. */
export const refundRules: readonly RefundRules[] = [first]

/** The rules that hold on a Shanghai date; before the first version there is nothing older to go by, so the first it is. */
export const rulesFor = (date: string, versions: readonly RefundRules[] = refundRules): RefundRules => {
  const rules = versions.findLast(({ holdsFrom }) => holdsFrom <= date) ?? versions[0]
  if (!rules) throw new RangeError('no refund rules at all')
  return rules
}
