// The tests' own answers to forms are answers the forms allow.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as fields from '../../machines/form.ts'
import { say } from '../../machines/label.ts'
import { type FormSchema, narrowed, violations } from '../../machines/narrowing.ts'
import type { Narrowing } from '../../machines/procedure.ts'
import { procedures } from '../../machines/procedures.ts'
import { type Answers, answersFor, anyAnswers, NothingToChoose, variantsFor } from './sample.ts'

const held: Record<string, string[]> = {
  student: ['s-1', 's-2'],
  enrolment: ['e-1', 'e-2'],
  user: ['u-1', 'u-2'],
  case: ['c-1'],
  attachment: ['a-1', 'a-2'],
}
const lookup = (format: string) => held[format] ?? []
const forms: [string, FormSchema][] = Object.values(procedures).flatMap((p) => [
  [`${p.name} opening`, narrowed(p.opening.payload, {})] as [string, FormSchema],
  ...Object.entries(p.events).map(([type, { payload }]): [string, FormSchema] => [`${p.name} ${type}`, narrowed(payload, {})]),
])
const always = (schema: FormSchema, check: (answers: Answers) => void, numRuns = 100) =>
  fc.assert(
    fc.property(anyAnswers(schema, lookup), (answers) => {
      check(answers)
    }),
    { numRuns },
  )
const form = (facts: Parameters<typeof fields.form>[0], narrowing: Narrowing = {}) => narrowed(fields.form(facts, {}), narrowing)

describe.each(forms)('answers to %s', (_, schema) => {
  it('are allowed when sensible, and each alternative is', () => {
    for (const answers of [answersFor(schema, lookup), ...variantsFor(schema, lookup)])
      expect(violations(schema, answers), JSON.stringify(answers)).toEqual([])
  })

  it('are allowed when random', () => {
    always(schema, (answers) => expect(violations(schema, answers)).toEqual([]), 30)
  })
})

describe('answers', () => {
  it('say what the case binds them to', () => {
    const fieldsBound = { fields: { amountFen: { const: 7 }, who: { enum: ['u-9'] } } }
    const schema = form({ amountFen: fields.fen('金额', 'Amount'), who: fields.user('人', 'Who') }, fieldsBound)
    expect(answersFor(schema, lookup)).toEqual({ amountFen: 7, who: 'u-9' })
    always(schema, (answers) => expect(answers).toEqual({ amountFen: 7, who: 'u-9' }))
  })

  it('take the default where there is one', () => {
    const schema = form({ day: fields.date('日期', 'Day') }, { fields: { day: { default: '2030-01-01' } } })
    expect(answersFor(schema, lookup)).toEqual({ day: '2030-01-01' })
  })

  it('keep dates within their limits', () => {
    const limits = { fields: { day: { formatMinimum: '2026-05-01', formatMaximum: '2026-05-03' } } }
    const days = new Set<unknown>()
    always(form({ day: fields.date('日期', 'Day') }, limits), ({ day }) => days.add(day))
    expect([...days].sort()).toEqual(['2026-05-01', '2026-05-02', '2026-05-03'])
  })

  it('leave out what is optional, or fill it, and take each two choices together', () => {
    const colour = fields.choice('颜色', 'Colour', { red: say('红', 'Red'), blue: say('蓝', 'Blue') })
    const schema = form({ colour, urgent: fields.optional(fields.flag('加急', 'Urgent')) })
    expect(variantsFor(schema, lookup)).toEqual([
      { colour: 'red' },
      { colour: 'red', urgent: true },
      { colour: 'red', urgent: false },
      { colour: 'blue', urgent: true },
      { colour: 'blue', urgent: false },
    ])
  })

  it('name nobody twice in a list', () => {
    const schema = form({ enrolments: fields.several('报名', 'Enrolments', fields.enrolment) })
    always(schema, ({ enrolments }) => expect(new Set(enrolments as string[]).size).toBe((enrolments as string[]).length))
  })

  it('look up what belongs to what was answered before', () => {
    const schema = form({ student: fields.student('学员', 'Student'), enrolments: fields.several('报名', 'Enrolments', fields.enrolment) })
    const ofStudent = (format: string, answered: Answers) => (format === 'student' ? ['s-2'] : [`e-of-${answered.student}`])
    expect(answersFor(schema, ofStudent)).toEqual({ student: 's-2', enrolments: ['e-of-s-2'] })
  })

  it('cannot be given where there is nothing to choose from', () => {
    const nobody = { fields: { who: { enum: [] } } }
    expect(() => answersFor(form({ who: fields.user('人', 'Who') }, nobody), lookup)).toThrow(NothingToChoose)
    expect(variantsFor(form({ who: fields.optional(fields.user('人', 'Who')) }, nobody), lookup)).toEqual([{}])
  })
})
