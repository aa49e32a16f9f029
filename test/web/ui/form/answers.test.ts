// What a form begins with, what it sends, and where an error is shown.
import { describe, expect, it } from 'vitest'
import type { FieldSchema, FormSchema } from '../../../../machines/narrowing.ts'
import { beginning, fieldPath, fixed, sent, shownAt } from '../../../../web/ui/form/answers.ts'
import { complaint } from '../../../../web/ui/form/complaint.ts'

const text: FieldSchema = { type: 'string', minLength: 1, maxLength: 200, pattern: '\\S' }
const plan: FieldSchema = {
  type: 'array',
  minItems: 1,
  items: {
    type: 'object',
    properties: { date: { type: 'string', format: 'date' }, amountFen: { type: 'integer', minimum: 1 } },
    required: ['date', 'amountFen'],
  },
}
const form: FormSchema = {
  type: 'object',
  properties: {
    payee: { type: 'string', const: 'originalPayer' },
    basis: { type: 'string', enum: ['student', 'institution'], default: 'student' },
    only: { type: 'string', enum: ['u-1'] },
    perhaps: { type: 'string', enum: ['u-1'] },
    remark: text,
    plan,
    files: { type: 'array', items: { type: 'string', format: 'attachment' } },
  },
  required: ['payee', 'basis', 'only', 'plan'],
}

describe('a new form', () => {
  it('holds what can only be one value and what is suggested, and nothing else', () => {
    expect(beginning(form)).toEqual({ payee: 'originalPayer', basis: 'student', only: 'u-1' })
  })

  it('knows what must be sent whatever is typed', () => {
    expect(fixed(form)).toEqual({ payee: 'originalPayer' })
  })
})

describe('what is sent', () => {
  it('leaves out what was left empty, at any depth', () => {
    expect(sent({ remark: '', files: [], plan: [{ date: '2026-03-09', amountFen: undefined }], basis: 'student', no: null })).toEqual({
      plan: [{ date: '2026-03-09' }],
      basis: 'student',
    })
  })

  it('keeps no and nought, which are answers', () => {
    expect(sent({ agreed: false, amountFen: 0 })).toEqual({ agreed: false, amountFen: 0 })
  })
})

describe('an answer', () => {
  it('that is required and missing is complained of in both languages', () => {
    expect(complaint(text, true, '')).toEqual({ 'zh-CN': '此项必填', en: 'This is required' })
    expect(complaint(plan, true, [])).not.toBeNull()
  })

  it('that is not required may be missing', () => {
    expect(complaint(text, false, undefined)).toBeNull()
  })

  it('of blanks only is none', () => {
    expect(complaint(text, true, '   ')?.en).toBe('This must not be blank')
  })

  it('within a plain list is complained of at the list, within a list of groups at its own field', () => {
    const list: FieldSchema = { type: 'array', items: { type: 'string', format: 'date' } }
    expect(complaint(list, true, ['not a date'])).not.toBeNull()
    expect(complaint({ ...plan, items: { type: 'object' } }, true, [{ amountFen: -1 }])).toBeNull()
  })
})

describe('an error of the server', () => {
  it('is shown at the field its pointer names', () => {
    expect(fieldPath('/plan/0/amountFen')).toEqual(['plan', 0, 'amountFen'])
    expect(shownAt(form, '/plan/0/amountFen')).toEqual(['plan', 0, 'amountFen'])
    expect(shownAt(form, '/remark')).toEqual(['remark'])
  })

  it('within a plain list is shown at the list', () => {
    expect(shownAt(form, '/files/1')).toEqual(['files'])
  })

  it('about no field of the form has no place in it', () => {
    expect(shownAt(form, '/other')).toBeNull()
    expect(shownAt(form, '')).toBeNull()
  })

  it('unescapes its pointer', () => {
    expect(fieldPath('/a~1b~0c')).toEqual(['a/b~c'])
  })
})
