// The settlement worksheet: sums worked out by hand, and what must hold whatever an enrolment holds.
import fc from 'fast-check'
import { Value } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { canonical } from '../../machines/proof/canonical.ts'
import { rulesFor, type Scenario, scenarios } from '../../machines/refund-rules.ts'
import { type Held, scenarioFor, worksheet, worksheetSchema } from '../../machines/worksheet.ts'

const rules = rulesFor('2026-03-09')

/** 20 lessons for 8,000 CNY instead of 10,000, with 4 lessons as a gift; all paid. */
const usual: Held = {
  enrolment: 'E1',
  paidFen: 800_000,
  priceFen: 800_000,
  listPriceFen: 1_000_000,
  lessonsBought: 20,
  lessonsGifted: 4,
  lessonsUsed: 0,
  materialsFen: 0,
  owedFen: 0,
  paidOn: '2026-01-05',
  startsOn: '2026-01-12',
  stage: 'basic',
}
const settle = (scenario: Scenario, changes: Partial<Held> = {}, deductArrears = true) =>
  worksheet({ enrolments: [{ ...usual, ...changes }], scenario, leavingDate: '2026-03-09', deductArrears, rules })
const amounts = (sheet: ReturnType<typeof settle>) => sheet.lines.map(({ code, amountFen }) => [code, amountFen])
const explained = (sheet: ReturnType<typeof settle>, code: string) => sheet.lines.find((line) => line.code === code)?.explain

describe('for the student’s reason', () => {
  it('5 of 20 lessons at 500 CNY before discount cost 2,500, so 5,500 of 8,000 are refunded', () => {
    const sheet = settle('student', { lessonsUsed: 5 })
    expect(amounts(sheet)).toEqual([
      ['paid', 800_000],
      ['consumed', -250_000],
    ])
    expect(sheet.resultFen).toBe(550_000)
    expect(explained(sheet, 'consumed')).toEqual({
      'zh-CN': '优惠前总价 10,000.00 元 ÷ 购买课时 20 节 × 已上计费课时 5 节 = 2,500.00 元。',
      en: 'Price before discount CNY 10,000.00 ÷ 20 lessons bought × 5 lessons taken and charged = CNY 2,500.00.',
    })
  })

  it('materials of 120 CNY kept by the student are deducted', () => {
    const sheet = settle('student', { lessonsUsed: 5, materialsFen: 12_000 })
    expect(sheet.resultFen).toBe(538_000)
    expect(sheet.lines.at(-1)).toMatchObject({ code: 'materials', amountFen: -12_000, from: { materialsFen: 12_000 } })
  })

  it('16 lessons cost 8,000 CNY before discount, exactly what was paid: nothing is left', () => {
    expect(settle('student', { lessonsUsed: 16 }).resultFen).toBe(0)
  })

  it('18 lessons would cost 9,000 CNY before discount, more than the whole contract: no more than 8,000 is charged, and the sheet says so', () => {
    const sheet = settle('student', { lessonsUsed: 18 })
    expect(amounts(sheet)).toEqual([
      ['paid', 800_000],
      ['consumed', -900_000],
      ['consumedLimit', 100_000],
    ])
    expect(sheet.resultFen).toBe(0)
    expect(explained(sheet, 'consumedLimit')?.['zh-CN']).toContain('高于整份合同的成交价 8,000.00 元，高出的 1,000.00 元不收')
  })

  it('gifted lessons are used last and cost nothing', () => {
    const sheet = settle('student', { priceFen: 1_000_000, paidFen: 1_000_000, lessonsUsed: 22 })
    expect(sheet.resultFen).toBe(0)
    expect(explained(sheet, 'consumed')?.en).toContain('Gifted lessons used on top, free of charge: 2.')
  })

  it('half paid, 15 lessons taken: the student owes 3,500 CNY', () => {
    expect(settle('student', { paidFen: 400_000, lessonsUsed: 15 }).resultFen).toBe(-350_000)
  })

  it('a fraction of a fen is not deducted, and the explanation says whom that favours', () => {
    const sheet = settle('student', { listPriceFen: 1_000_000, lessonsBought: 30, lessonsUsed: 1 })
    expect(sheet.lines[1]?.amountFen).toBe(-33_333)
    expect(explained(sheet, 'consumed')?.['zh-CN']).toContain('不足 1 分的部分不扣，归学员')
    expect(explained(settle('student', { lessonsUsed: 5 }), 'consumed')?.['zh-CN']).not.toContain('不足 1 分')
  })

  it('1,000 CNY paid above the price is no fee: lessons get no dearer by it', () => {
    expect(settle('forceMajeure', { paidFen: 900_000, lessonsUsed: 10 }).resultFen).toBe(500_000)
    expect(settle('institution', { paidFen: 900_000, lessonsUsed: 12 }).resultFen).toBe(500_000)
  })

  it('what was paid above the price comes back even when every lesson was taken', () => {
    for (const scenario of ['student', 'institution', 'forceMajeure'] as const)
      expect(settle(scenario, { paidFen: 900_000, lessonsUsed: 24 }).resultFen).toBe(100_000)
  })
})

describe('for the institution’s reason', () => {
  it('6 of 24 lessons are taken, gifts included, so three quarters of 8,000 CNY come back and materials stay free', () => {
    const sheet = settle('institution', { lessonsUsed: 6, materialsFen: 12_000 })
    expect(amounts(sheet)).toEqual([
      ['paid', 800_000],
      ['consumed', -200_000],
    ])
    expect(sheet.resultFen).toBe(600_000)
    expect(explained(sheet, 'consumed')?.['zh-CN']).toBe(
      '学费 8,000.00 元 ÷ 全部课时 24 节（购买 20 节、赠送 4 节）× 已上 6 节 = 2,000.00 元。',
    )
  })

  it('gifted lessons not yet taken are worth money: after all 20 bought lessons 4 of 24 parts come back', () => {
    expect(settle('institution', { lessonsUsed: 20 }).resultFen).toBe(800_000 - 666_666)
  })
})

describe('for force majeure', () => {
  it('5 lessons cost 400 CNY each, the price agreed, so 6,000 of 8,000 are refunded and materials stay free', () => {
    const sheet = settle('forceMajeure', { lessonsUsed: 5, materialsFen: 12_000 })
    expect(amounts(sheet)).toEqual([
      ['paid', 800_000],
      ['consumed', -200_000],
    ])
    expect(sheet.resultFen).toBe(600_000)
  })
})

describe('before anything was taken', () => {
  it.each(['notStarted', 'coolingOff'] as const)(
    '%s: everything paid is returned, materials included, and the sheet says why',
    (scenario) => {
      const sheet = settle(scenario, { materialsFen: 12_000 })
      expect(amounts(sheet)).toEqual([['paid', 800_000]])
      expect(explained(sheet, 'paid')?.['zh-CN']).toContain('已缴 8,000.00 元。')
      expect(explained(sheet, 'paid')?.['zh-CN']).toContain('全额退还')
    },
  )
})

describe('arrears (A6.3.1c)', () => {
  const half = { paidFen: 400_000, owedFen: 400_000 }

  it('5 lessons taken, half of the fee unpaid: the arrears are deducted, but 15 lessons never given are not charged', () => {
    const sheet = settle('student', { ...half, lessonsUsed: 5 })
    expect(amounts(sheet)).toEqual([
      ['paid', 400_000],
      ['feeDue', 400_000],
      ['consumed', -250_000],
      ['arrears', -400_000],
    ])
    expect(sheet.resultFen).toBe(150_000)
  })

  it('15 lessons taken, half of the fee unpaid: the student owes 3,500 CNY, once', () => {
    expect(settle('student', { ...half, lessonsUsed: 15 }).resultFen).toBe(-350_000)
  })

  it('for the institution’s reason 18 of 24 lessons cost 6,000 of the 8,000 due, so the student owes 2,000 of the 4,000 unpaid', () => {
    expect(settle('institution', { ...half, lessonsUsed: 18 }).resultFen).toBe(-200_000)
  })

  it('arrears beyond the fee, an exam fee say, are deducted in full', () => {
    const sheet = settle('student', { owedFen: 30_000, lessonsUsed: 5 })
    expect(amounts(sheet)).toEqual([
      ['paid', 800_000],
      ['consumed', -250_000],
      ['arrears', -30_000],
    ])
    expect(sheet.resultFen).toBe(520_000)
  })

  it('are left alone where they are not to be deducted', () => {
    expect(amounts(settle('student', { owedFen: 30_000, lessonsUsed: 5 }, false))).toEqual([
      ['paid', 800_000],
      ['consumed', -250_000],
    ])
  })
})

describe('several enrolments', () => {
  it('are settled line by line, each under its own id, into one result', () => {
    const other: Held = { ...usual, enrolment: 'E2', paidFen: 100_000, lessonsUsed: 4 }
    const sheet = worksheet({
      enrolments: [{ ...usual, lessonsUsed: 5 }, other],
      scenario: 'student',
      leavingDate: '2026-03-09',
      deductArrears: true,
      rules,
    })
    expect(sheet.lines.map(({ enrolment, amountFen }) => [enrolment, amountFen])).toEqual([
      ['E1', 800_000],
      ['E1', -250_000],
      ['E2', 100_000],
      ['E2', -200_000],
    ])
    expect(sheet).toMatchObject({ resultFen: 450_000, paidFen: 900_000, rules: rules.version, scenario: 'student' })
  })

  it('none at all make an empty sheet', () => {
    expect(worksheet({ enrolments: [], scenario: 'student', leavingDate: '2026-03-09', deductArrears: true, rules })).toMatchObject({
      lines: [],
      resultFen: 0,
    })
  })
})

describe('scenarioFor', () => {
  const from = (changes: Partial<Held>[], leavingDate: string, initiative: 'student' | 'institution' | 'forceMajeure' = 'student') =>
    scenarioFor(
      changes.map((c) => ({ ...usual, ...c })),
      { initiative, askedOn: leavingDate, leavingDate, rules },
    )

  it('leaving before or on the first day with no lesson taken is not started', () => {
    expect(from([{}], '2026-01-11')).toBe('notStarted')
    expect(from([{}], '2026-01-12')).toBe('notStarted')
  })

  it('the course running, the seventh day after the payment is the last of the cooling-off days', () => {
    const running = { startsOn: '2026-01-01', paidOn: '2026-01-05' }
    expect(from([running], '2026-01-12')).toBe('coolingOff')
    expect(from([running], '2026-01-13')).toBe('student')
  })

  it('what counts for the cooling-off days is when leaving was asked for, not the date wished', () => {
    const running = { ...usual, startsOn: '2026-01-01', paidOn: '2026-01-05' }
    const dates = { leavingDate: '2026-01-12', initiative: 'student' as const, rules }
    expect(scenarioFor([running], { ...dates, askedOn: '2026-03-01' })).toBe('student')
    expect(scenarioFor([running], { ...dates, askedOn: '2026-01-12', leavingDate: '2026-02-12' })).toBe('coolingOff')
  })

  it('one lesson taken ends both', () => {
    expect(from([{ lessonsUsed: 1 }], '2026-01-11')).toBe('student')
    expect(from([{ lessonsUsed: 1, startsOn: '2026-01-01' }], '2026-01-06')).toBe('student')
  })

  it('nothing paid, nothing to cool off from', () => {
    expect(from([{ paidOn: null, paidFen: 0, startsOn: '2026-01-01' }], '2026-01-06')).toBe('student')
  })

  it('one enrolment not started and one within the cooling-off days are both returned in full; one in use is not', () => {
    const cooling = { startsOn: '2026-01-01', paidOn: '2026-01-05' }
    expect(from([{}, cooling], '2026-01-10')).toBe('coolingOff')
    expect(from([{}, { lessonsUsed: 3 }], '2026-01-10')).toBe('student')
  })

  it('the institution’s reason and force majeure stay what they are', () => {
    expect(from([{}], '2026-01-01', 'institution')).toBe('institution')
    expect(from([{}], '2026-01-01', 'forceMajeure')).toBe('forceMajeure')
  })
})

describe('whatever an enrolment holds', () => {
  const money = fc.oneof(fc.integer({ min: 0, max: 3_000_000 }), fc.integer({ min: 0, max: 100_000_000_000 }))
  const lessons = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 120 }))
  const held = fc.record<Held>({
    enrolment: fc.uuid(),
    paidFen: money,
    priceFen: money,
    listPriceFen: money,
    lessonsBought: lessons,
    lessonsGifted: lessons,
    lessonsUsed: lessons,
    materialsFen: money,
    owedFen: money,
    paidOn: fc.constantFrom(null, '2026-01-05'),
    startsOn: fc.constant('2026-01-12'),
    stage: fc.constantFrom('basic', 'advanced', 'completion'),
  })
  const scenario = fc.constantFrom(...scenarios)
  const sheetOf = (enrolments: Held[], s: Scenario, deductArrears = true) =>
    worksheet({ enrolments, scenario: s, leavingDate: '2026-03-09', deductArrears, rules })
  const several = fc.array(held, { maxLength: 4 })

  it('the result is the sum of the lines, in whole fen, in the form the schema promises', () => {
    fc.assert(
      fc.property(several, scenario, fc.boolean(), (enrolments, s, arrears) => {
        const sheet = sheetOf(enrolments, s, arrears)
        expect(Value.Check(worksheetSchema, sheet)).toBe(true)
        expect(sheet.lines.every((line) => Number.isSafeInteger(line.amountFen) && !Object.is(line.amountFen, -0))).toBe(true)
        expect(sheet.resultFen).toBe(sheet.lines.reduce((total, line) => total + line.amountFen, 0))
      }),
    )
  })

  it('no more is refunded than was paid, for each enrolment and for all', () => {
    fc.assert(
      fc.property(several, scenario, fc.boolean(), (enrolments, s, arrears) => {
        expect(sheetOf(enrolments, s, arrears).resultFen).toBeLessThanOrEqual(enrolments.reduce((total, { paidFen }) => total + paidFen, 0))
        for (const one of enrolments) expect(sheetOf([one], s, arrears).resultFen).toBeLessThanOrEqual(one.paidFen)
      }),
    )
  })

  it('one more lesson taken never raises the refund', () => {
    fc.assert(
      fc.property(held, scenario, fc.boolean(), (one, s, arrears) => {
        const more = { ...one, lessonsUsed: one.lessonsUsed + 1 }
        expect(sheetOf([more], s, arrears).resultFen).toBeLessThanOrEqual(sheetOf([one], s, arrears).resultFen)
      }),
    )
  })

  it('with no lesson taken and nothing kept or owed, everything is returned, also from an enrolment without lessons', () => {
    fc.assert(
      fc.property(held, scenario, (one, s) => {
        const untouched = { ...one, lessonsUsed: 0, materialsFen: 0, owedFen: 0 }
        expect(sheetOf([untouched], s).resultFen).toBe(one.paidFen)
      }),
    )
  })

  it('the institution’s reason is never worse for the student than force majeure, and that never worse than the student’s own', () => {
    fc.assert(
      fc.property(held, (one) => {
        const discounted = { ...one, listPriceFen: Math.max(one.priceFen, one.listPriceFen) }
        const [own, force, institution] = (['student', 'forceMajeure', 'institution'] as const).map(
          (s) => sheetOf([discounted], s).resultFen,
        )
        expect(own).toBeLessThanOrEqual(force as number)
        expect(force).toBeLessThanOrEqual(institution as number)
      }),
    )
  })

  it('every amount is explained in both languages, and no explanation holds anything but words and numbers', () => {
    fc.assert(
      fc.property(held, scenario, (one, s) => {
        for (const line of sheetOf([one], s).lines) {
          expect(line.explain['zh-CN']).toMatch(/。$/)
          expect(line.explain.en).toMatch(/\.$/)
          expect(canonical(line)).not.toMatch(/NaN|undefined|Infinity/)
        }
      }),
    )
  })

  it('the same enrolments give the same sheet, letter by letter', () => {
    fc.assert(
      fc.property(
        several,
        scenario,
        (enrolments, s) => canonical(sheetOf(enrolments, s)) === canonical(sheetOf(structuredClone(enrolments), s)),
      ),
    )
  })

  it.each([
    ['paidFen', -1],
    ['priceFen', 0.5],
    ['lessonsUsed', Number.NaN],
    ['owedFen', 2 ** 53],
  ] as const)('%s of %d is refused', (entry, value) => {
    expect(() => settle('student', { [entry]: value })).toThrow(RangeError)
  })
})
