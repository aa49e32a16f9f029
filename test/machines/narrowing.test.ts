// A form narrowed to its case asks for less and never for more, and says in plain words what it does not accept.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  attachments,
  channel,
  choice,
  date,
  dateTime,
  email,
  enrolment,
  fen,
  flag,
  form,
  line,
  optional,
  reference,
  several,
  text,
  user,
} from '../../machines/form.ts'
import { say } from '../../machines/label.ts'
import { narrowed, violations } from '../../machines/narrowing.ts'
import { procedures } from '../../machines/procedures.ts'
import { wordsFor } from '../../machines/violation-words.ts'

const payee = () => choice('收款人', 'Payee', { original: say('原付款人', 'Original payer'), authorised: say('授权人', 'Authorised') })
const payload = form(
  {
    amountFen: fen('金额', 'Amount'),
    payee: payee(),
    day: optional(date('日期', 'Date')),
    who: optional(user('人员', 'Person')),
    enrolments: optional(several('报名', 'Enrolments', enrolment)),
    urgent: optional(flag('加急', 'Urgent')),
  },
  { reason: text('理由', 'Reason'), mail: optional(email('邮箱', 'E-mail')) },
)
const valid = { amountFen: 1, payee: 'original', reason: '搬家' }
const wrong = (value: unknown, schema = narrowed(payload, {})) =>
  violations(schema, value).map(({ path, message }) => `${path} ${message.en}`)

describe('a form narrowed to its case', () => {
  it('is the form itself where the case makes nothing of it, as plain JSON Schema', () => {
    expect(narrowed(payload, {})).toEqual(JSON.parse(JSON.stringify(payload)))
    expect(Reflect.ownKeys(narrowed(payload, {}).properties.day!)).toEqual(['type', 'format', 'x-title'])
  })

  it('leaves the procedure’s own form untouched', () => {
    const before = JSON.stringify(payload)
    narrowed(payload, { fields: { payee: { enum: ['original'] } }, required: ['day'] })
    expect(JSON.stringify(payload)).toBe(before)
  })

  it('binds an amount to one value', () => {
    expect(narrowed(payload, { fields: { amountFen: { const: 500 } } }).properties.amountFen).toMatchObject({ format: 'fen', const: 500 })
  })

  it('leaves out what is nobody’s to answer here, and then takes no answer to it', () => {
    const without = narrowed(payload, { without: ['who', 'urgent'] })
    expect(Object.keys(without.properties)).not.toContain('who')
    expect(wrong(valid, without)).toEqual([])
    expect(wrong({ ...valid, urgent: true }, without)).toEqual(['/urgent The form has no such field'])
    expect(() => narrowed(payload, { without: ['nothing'] })).toThrow(RangeError)
  })

  it('asks for a field that was optional', () => {
    expect(narrowed(payload, { required: ['day'] }).required).toEqual(['amountFen', 'payee', 'day', 'reason'])
  })

  it('keeps the words of the values that still apply, and no others', () => {
    const { properties } = narrowed(payload, { fields: { payee: { enum: ['authorised', 'somebody'] } } })
    expect(properties.payee).toMatchObject({ enum: ['authorised'] })
    expect(Object.keys(properties.payee!['x-labels']!)).toEqual(['authorised'])
    const bound = narrowed(payload, { fields: { payee: { const: 'original' } } }).properties.payee!
    expect([bound.enum, Object.keys(bound['x-labels']!)]).toEqual([['original'], ['original']])
  })

  it('names the people and records to choose from, also one by one in a list', () => {
    const { who, enrolments } = narrowed(payload, {
      fields: { who: { enum: ['m-1'] }, enrolments: { items: { enum: ['e-1'] } } },
    }).properties
    expect(who).toMatchObject({ format: 'user', enum: ['m-1'] })
    expect(enrolments!.items).toMatchObject({ type: 'string', format: 'enrolment', enum: ['e-1'] })
  })

  it('lets the tighter limit hold', () => {
    const limits = (minimum: number, maximum: number) => {
      const { amountFen } = narrowed(payload, { fields: { amountFen: { minimum, maximum } } }).properties
      return [amountFen!.minimum, amountFen!.maximum]
    }
    expect(limits(100, 200)).toEqual([100, 200])
    expect(limits(-5, 1e15)).toEqual([0, 100_000_000_000])
  })

  it('binds nothing where there is nothing to bind yet', () => {
    expect(narrowed(payload, { fields: { amountFen: { const: undefined } } })).toEqual(narrowed(payload, {}))
  })

  it.each([{ fields: { amount: {} } }, { required: ['amount'] }, { required: ['toString'] }])(
    'refuses a field the form does not have: %j',
    (narrowing) => {
      expect(() => narrowed(payload, narrowing)).toThrow(RangeError)
    },
  )
})

describe('an answer', () => {
  it('with all that is asked is accepted', () => {
    expect(wrong(valid)).toEqual([])
    expect(wrong({ ...valid, day: '2028-02-29', who: 'u', enrolments: ['e'], urgent: false, mail: 'a@b.cn' })).toEqual([])
  })

  it('names each field that is missing and each the form does not have', () => {
    expect(wrong({ amountFen: 1, colour: 'red', 'a/b~c': 1 }).sort()).toEqual([
      '/a~1b~0c The form has no such field',
      '/colour The form has no such field',
      '/payee This is required',
      '/reason This is required',
    ])
  })

  it.each([
    ['text', 'This must be a form'],
    [null, 'This must be a form'],
    [[], 'This must be a form'],
  ])('%j is no form', (value, message) => {
    expect(wrong(value)).toEqual([` ${message}`])
  })

  it.each([
    ['amountFen', 1.5, 'This must be a whole number'],
    ['amountFen', '1', 'This must be a whole number'],
    ['amountFen', null, 'This must be a whole number'],
    ['amountFen', -1, 'This must be at least CNY 0.00'],
    ['amountFen', 100_000_000_001, 'This must be at most CNY 1,000,000,000.00'],
    ['payee', 'nobody', 'This must be one of the choices offered'],
    ['urgent', 'yes', 'This must be yes or no'],
    ['reason', '', 'This must not be empty'],
    ['reason', ' \n ', 'This must not be blank'],
    ['reason', '啊'.repeat(4001), 'At most 4000 characters'],
    ['day', '2026-02-30', 'This must be a date, such as 2026-03-09'],
    ['mail', 'nobody', 'This must be an e-mail address'],
    ['enrolments', 'e-1', 'This must be a list'],
    ['enrolments', [], 'At least one entry'],
    ['enrolments', Array(21).fill('e'), 'At most 20 entries'],
  ])('%s cannot be %j', (field, value, message) => {
    expect(wrong({ ...valid, [field]: value })).toEqual([`/${field} ${message}`])
  })

  it('is counted in characters as people count them', () => {
    expect(wrong({ ...valid, reason: '𠮷'.repeat(4000) })).toEqual([])
  })

  it('in a list is named by its place', () => {
    expect(wrong({ ...valid, enrolments: ['e', 7] })).toEqual(['/enrolments/1 This must be text'])
  })

  it('must be the amount the case is bound to, said in yuan', () => {
    const schema = narrowed(payload, { fields: { amountFen: { const: 123456 } } })
    expect(wrong({ ...valid, amountFen: 123456 }, schema)).toEqual([])
    expect(violations(schema, { ...valid, amountFen: 123457 })).toEqual([
      { path: '/amountFen', message: say('在本案件中只能是：1,234.56 元', 'In this case it can only be: CNY 1,234.56') },
    ])
  })

  it('is not before the earliest and not after the latest date', () => {
    const schema = narrowed(payload, { fields: { day: { formatMinimum: '2026-03-09', formatMaximum: '2026-03-31' } } })
    const day = (value: string) => wrong({ ...valid, day: value }, schema)
    expect([day('2026-03-09'), day('2026-03-31')]).toEqual([[], []])
    expect(day('2026-03-08')).toEqual(['/day Not before 2026-03-09'])
    expect(day('2026-04-01')).toEqual(['/day Not after 2026-03-31'])
    expect(day('soon')).toEqual(['/day This must be a date, such as 2026-03-09'])
  })

  it('compares times by the instant they mean, whatever the zone', () => {
    const schema = narrowed(form({ at: dateTime('时间', 'Time') }, {}), { fields: { at: { formatMaximum: '2026-03-09T08:00:00Z' } } })
    expect(wrong({ at: '2026-03-09T16:00:00+08:00' }, schema)).toEqual([])
    expect(wrong({ at: '2026-03-09T07:00:00-02:00' }, schema)).toEqual(['/at Not after 2026-03-09T08:00:00Z'])
  })

  it('is told what a paper’s number is made of', () => {
    const schema = narrowed(form({ voucher: reference('凭证号', 'Voucher') }, {}), {})
    expect(wrong({ voucher: 'PZ 1' }, schema)).toEqual(['/voucher Only letters, digits and hyphens'])
  })

  it('is never answered with an exception, whatever it is', () => {
    const schema = narrowed(
      form({ channel: channel(), files: attachments('附件', 'Files'), day: date('日期', 'Date') }, { note: line('备注', 'Note') }),
      {},
    )
    fc.assert(
      fc.property(fc.anything(), (value) => {
        for (const { message } of violations(schema, value)) expect(message['zh-CN']).toMatch(/\p{Script=Han}/u)
      }),
    )
  })
})

describe('every form of every procedure', () => {
  const forms = Object.values(procedures).flatMap((p) => [p.opening.payload, ...Object.values(p.events).map(({ payload }) => payload)])
  const fields = forms
    .flatMap((payload) => Object.values(narrowed(payload, {}).properties))
    .flatMap((field) => [field, field.items ?? field])
  const vague = wordsFor({ keyword: 'something new', field: {} })

  it('asks for patterns and formats whose refusal we can put in words', () => {
    const checked = ['date', 'date-time', 'email']
    for (const field of fields.filter(({ pattern }) => pattern))
      expect(wordsFor({ keyword: 'pattern', field }), field.pattern).not.toEqual(vague)
    for (const field of fields.filter(({ format }) => checked.includes(format!)))
      expect(wordsFor({ keyword: 'format', field })).not.toEqual(vague)
    expect(fields.some(({ pattern }) => pattern)).toBe(true)
  })
})
