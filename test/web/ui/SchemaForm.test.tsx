// @vitest-environment happy-dom
// A form made from its schema: every format is asked for in its own way and sent as the API wants it.
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { say } from '../../../machines/label.ts'
import type { FieldSchema, FormSchema } from '../../../machines/narrowing.ts'
import { siblingCasesQuery } from '../../../web/api/cases.ts'
import { Problem } from '../../../web/api/client.ts'
import { enrolmentsQuery, peopleQuery, studentsQuery } from '../../../web/api/records.ts'
import type { Scope } from '../../../web/ui/form/scope.ts'
import { SchemaForm } from '../../../web/ui/SchemaForm.tsx'
import { type Known, quietly, show, speak } from '../render.tsx'

quietly()

const titled = (zh: string, en: string, field: FieldSchema): FieldSchema => ({ ...field, 'x-title': say(zh, en) })
const formOf = (properties: Record<string, FieldSchema>, required = Object.keys(properties)): FormSchema => ({
  type: 'object',
  properties,
  required,
})
type Sent = Record<string, unknown>

/** The form on the page, and what it sent last. */
function asked(
  schema: FormSchema,
  { onSubmit, scope, known }: { onSubmit?: (answers: Sent) => Promise<unknown>; scope?: Scope; known?: Known } = {},
) {
  const send = vi.fn(onSubmit ?? (async () => {}))
  show(<SchemaForm schema={schema} submitLabel="提交" onSubmit={send} scope={scope} />, known)
  return send
}
const submit = () => fireEvent.click(screen.getByRole('button', { name: '提交' }))
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
/** Opens a list and takes what is called so. */
async function choose(label: string, option: string) {
  const input = screen.getByLabelText(label)
  fireEvent.mouseDown(input)
  fireEvent.click(await screen.findByTitle(option))
}
async function sends(send: ReturnType<typeof asked>, answers: Sent) {
  submit()
  await waitFor(() => expect(send).toHaveBeenCalled())
  expect(send.mock.lastCall![0]).toEqual(answers)
}

describe('a form sends', () => {
  it('words as they were typed', async () => {
    const send = asked(
      formOf({ name: titled('姓名', 'Name', { type: 'string' }), reason: titled('原因', 'Reason', { type: 'string', format: 'text' }) }),
    )
    type('姓名', '张伟')
    type('原因', '搬家\n到外地')
    await sends(send, { name: '张伟', reason: '搬家\n到外地' })
  })

  it('a date of the calendar', async () => {
    const send = asked(formOf({ on: titled('日期', 'Date', { type: 'string', format: 'date' }) }))
    type('日期', '2026-03-09')
    fireEvent.keyDown(screen.getByLabelText('日期'), { key: 'Enter', keyCode: 13 })
    await sends(send, { on: '2026-03-09' })
  })

  it('a time as that of Shanghai, whatever zone this computer is in', async () => {
    const send = asked(formOf({ at: titled('时间', 'Time', { type: 'string', format: 'date-time' }) }))
    type('时间', '2026-03-09 14:30')
    fireEvent.keyDown(screen.getByLabelText('时间'), { key: 'Enter', keyCode: 13 })
    await sends(send, { at: '2026-03-09T14:30:00+08:00' })
  })

  it('an amount typed in yuan as whole fen', async () => {
    const send = asked(formOf({ amountFen: titled('金额', 'Amount', { type: 'integer', format: 'fen', minimum: 0 }) }))
    type('金额', '1234.56')
    await sends(send, { amountFen: 123_456 })
  })

  it('a suggested amount without change', async () => {
    const send = asked(formOf({ amountFen: titled('金额', 'Amount', { type: 'integer', format: 'fen', default: 330_001 }) }))
    expect((screen.getByLabelText('金额') as HTMLInputElement).value).toBe('3,300.01')
    await sends(send, { amountFen: 330_001 })
  })

  it('a whole number, a telephone number and an e-mail address', async () => {
    const send = asked(
      formOf({
        sequence: titled('第几条', 'Which', { type: 'integer', minimum: 1 }),
        phone: titled('电话', 'Phone', { type: 'string', format: 'phone', minLength: 5 }),
        email: titled('邮箱', 'E-mail', { type: 'string', format: 'email' }),
      }),
    )
    type('第几条', '3')
    type('电话', '13800000000')
    type('邮箱', 'a@example.cn')
    await sends(send, { sequence: 3, phone: '13800000000', email: 'a@example.cn' })
  })

  it('yes and no as answers of their own', async () => {
    const send = asked(formOf({ agreed: titled('是否同意', 'Agreed', { type: 'boolean' }) }))
    fireEvent.click(screen.getByLabelText('否'))
    await sends(send, { agreed: false })
  })

  it('one of a few values, side by side and each with its words', async () => {
    const labels = { phone: say('电话', 'Phone'), 'on-site': say('现场', 'On site') }
    const send = asked(formOf({ channel: titled('渠道', 'Channel', { type: 'string', enum: ['phone', 'on-site'], 'x-labels': labels }) }))
    expect(screen.getAllByRole('radio')).toHaveLength(2)
    fireEvent.click(screen.getByLabelText('现场'))
    await sends(send, { channel: 'on-site' })
  })

  it('one of many values from a list', async () => {
    const values = ['a', 'b', 'c', 'd', 'e', 'f']
    const labels = Object.fromEntries(values.map((value) => [value, say(`第${value}种`, `Kind ${value}`)]))
    const send = asked(formOf({ kind: titled('种类', 'Kind', { type: 'string', enum: values, 'x-labels': labels }) }))
    expect(screen.queryAllByRole('radio')).toHaveLength(0)
    await choose('种类', '第b种')
    await sends(send, { kind: 'b' })
  })

  it('a step by its path, named as the case names it', async () => {
    const scope: Scope = { wording: (field, value) => (field === 'step' && value === 'financeReview' ? '财务审核' : undefined) }
    const send = asked(formOf({ step: titled('步骤', 'Step', { type: 'string', enum: ['financeReview', 'approval'] }) }), { scope })
    fireEvent.click(screen.getByLabelText('财务审核'))
    await sends(send, { step: 'financeReview' })
  })

  it('what can only be one value, shown and not asked', async () => {
    const send = asked(
      formOf({
        amountFen: titled('金额', 'Amount', { type: 'integer', format: 'fen', const: 1_471_668 }),
        payee: titled('收款人', 'Payee', {
          type: 'string',
          const: 'originalPayer',
          'x-labels': { originalPayer: say('原付款人', 'Original payer') },
        }),
      }),
    )
    expect(screen.getByText('14,716.68 元')).toBeTruthy()
    expect(screen.getByText('原付款人')).toBeTruthy()
    expect(screen.queryAllByRole('textbox')).toHaveLength(0)
    await sends(send, { amountFen: 1_471_668, payee: 'originalPayer' })
  })

  it('nothing for what was not required and left empty', async () => {
    const send = asked(formOf({ remark: titled('说明', 'Remark', { type: 'string', format: 'text' }) }, []))
    await sends(send, {})
  })

  it('an empty form when nothing is asked', async () => {
    const send = asked(formOf({}))
    expect(screen.getByText('此项无须填写，提交后记入案件历史。')).toBeTruthy()
    await sends(send, {})
  })
})

const student = { id: 's-1', number: 'S202501', name: '王芳', campus: 'east' }
const enrolment = { id: 'e-1', course: '英语综合', className: '一班', stage: 'basic', status: 'running', paidFen: 600_000 }
const person = { id: 'u-1', name: '周岚', role: 'teaching', department: 'teaching', campus: null, lead: true, active: true }
const colleague = { ...person, id: 'u-2', name: '吴桐' }
const records: Known = [
  [studentsQuery('').queryKey, [student]],
  [enrolmentsQuery('s-1').queryKey, [enrolment]],
  [peopleQuery.queryKey, [person, colleague]],
  [siblingCasesQuery('s-1', '').queryKey, [{ id: 'c-1', number: 'TX-2026-000001', label: say('退学', 'Withdrawal') }]],
]
const several = (format: string): FieldSchema => ({ type: 'array', items: { type: 'string', format }, minItems: 1, maxItems: 20 })
const enrolmentName = '英语综合，一班，基础阶段，在读，已缴 6,000.00 元'

describe('a form finds', () => {
  it('a student by name, then that student’s enrolments', async () => {
    const fields = {
      student: titled('学员', 'Student', { type: 'string', format: 'student' }),
      enrolments: titled('报名', 'Enrolments', several('enrolment')),
    }
    const send = asked(formOf(fields), { known: records })
    await choose('学员', '王芳（S202501）')
    await choose('报名', enrolmentName)
    await sends(send, { student: 's-1', enrolments: ['e-1'] })
  })

  it('the enrolments of the case’s student where the form names none', async () => {
    const send = asked(formOf({ enrolment: titled('报名', 'Enrolment', { type: 'string', format: 'enrolment' }) }), {
      known: records,
      scope: { student: 's-1' },
    })
    await choose('报名', enrolmentName)
    await sends(send, { enrolment: 'e-1' })
  })

  it('a person by name, among those this case allows', async () => {
    const field: FieldSchema = { type: 'string', format: 'user', enum: ['u-2', 'u-3'] }
    const send = asked(formOf({ user: titled('转交给', 'To whom', field) }), { known: records })
    fireEvent.mouseDown(screen.getByLabelText('转交给'))
    expect(await screen.findByTitle('吴桐（教学主管）')).toBeTruthy()
    expect(screen.queryByTitle('周岚（教学主管）')).toBeNull()
    fireEvent.click(screen.getByTitle('吴桐（教学主管）'))
    await sends(send, { user: 'u-2' })
  })

  it('another case of the student by its number', async () => {
    const send = asked(formOf({ into: titled('并入', 'Into', { type: 'string', format: 'case' }) }), {
      known: records,
      scope: { student: 's-1' },
    })
    await choose('并入', 'TX-2026-000001 退学')
    await sends(send, { into: 'c-1' })
  })
})

describe('files', () => {
  const stored = (id: string, name: string) => new Response(JSON.stringify({ id, sha256: 'f', name }), { status: 201 })

  it('are stored when chosen, and their ids are sent', async () => {
    const fetching = vi
      .spyOn(globalThis, 'fetch')
      .mockResolvedValueOnce(stored('a-1', '诊断书.pdf'))
      .mockResolvedValueOnce(stored('a-2', '公函.pdf'))
    const send = asked(formOf({ evidence: titled('凭据', 'Evidence', several('attachment')) }))
    const files = ['诊断书.pdf', '公函.pdf'].map((name) => new File(['x'], name))
    fireEvent.change(screen.getByLabelText('凭据'), { target: { files } })
    expect(await screen.findByText('公函.pdf')).toBeTruthy()
    const sent = fetching.mock.calls.filter(([, init]) => init?.method === 'POST')
    expect(sent.map(([path]) => path)).toEqual(['/api/attachments', '/api/attachments'])
    await sends(send, { evidence: ['a-1', 'a-2'] })
  })

  it('that could not be stored say why, and those before them stay', async () => {
    const refused = new Response(JSON.stringify({ code: 'too-large', detail: '内容过大' }), { status: 413 })
    vi.spyOn(globalThis, 'fetch').mockResolvedValueOnce(stored('a-1', '诊断书.pdf')).mockResolvedValueOnce(refused)
    asked(formOf({ evidence: titled('凭据', 'Evidence', several('attachment')) }))
    fireEvent.change(screen.getByLabelText('凭据'), { target: { files: [new File(['x'], '诊断书.pdf'), new File(['x'], '录像.mp4')] } })
    expect(await screen.findByText('内容过大')).toBeTruthy()
    expect(screen.getByText('诊断书.pdf')).toBeTruthy()
  })
})

describe('lists', () => {
  const plan: FieldSchema = {
    type: 'array',
    minItems: 1,
    maxItems: 2,
    items: {
      type: 'object',
      properties: {
        date: titled('日期', 'Date', { type: 'string', format: 'date' }),
        amountFen: titled('金额', 'Amount', { type: 'integer', format: 'fen', minimum: 1 }),
      },
      required: ['date', 'amountFen'],
    },
  }

  it('of groups are filled in one by one, suggested ones first, and can be taken out', async () => {
    const suggested = [
      { date: '2026-04-01', amountFen: 100_000 },
      { date: '2026-05-01', amountFen: 200_000 },
    ]
    const send = asked(formOf({ plan: titled('分期', 'Plan', { ...plan, default: suggested }) }))
    expect(screen.getAllByRole('group')).toHaveLength(2)
    expect(screen.getByRole('button', { name: '添加一项' })).toHaveProperty('disabled', true)
    fireEvent.click(within(screen.getAllByRole('group')[0]!).getByRole('button', { name: '移除' }))
    await sends(send, { plan: [suggested[1]] })
  })

  it('complain at the field of the entry that is wrong', async () => {
    const send = asked(formOf({ plan: titled('分期', 'Plan', plan) }))
    fireEvent.click(screen.getByRole('button', { name: '添加一项' }))
    submit()
    expect(await screen.findAllByText('此项必填')).toHaveLength(2)
    expect(send).not.toHaveBeenCalled()
  })

  it('of plain values are typed one by one', async () => {
    const send = asked(formOf({ witnesses: titled('证人', 'Witnesses', { type: 'array', minItems: 1, items: { type: 'string' } }) }))
    fireEvent.click(screen.getByRole('button', { name: '添加一项' }))
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '李娜' } })
    await sends(send, { witnesses: ['李娜'] })
  })

  it('that may not be empty say so', async () => {
    const send = asked(formOf({ plan: titled('分期', 'Plan', plan) }))
    submit()
    expect(await screen.findByText('此项必填')).toBeTruthy()
    expect(send).not.toHaveBeenCalled()
  })
})

describe('a form says', () => {
  const text = titled('原因', 'Reason', { type: 'string', format: 'text', minLength: 1, pattern: '\\S' })

  it('what is missing, before anything is sent', async () => {
    const send = asked(formOf({ reason: text }))
    submit()
    expect(await screen.findByText('此项必填')).toBeTruthy()
    expect(send).not.toHaveBeenCalled()
  })

  it('what is out of bounds, in the words of the field', async () => {
    const send = asked(
      formOf({
        amountFen: titled('金额', 'Amount', { type: 'integer', format: 'fen', minimum: 100 }),
        on: titled('日期', 'Date', { type: 'string', format: 'date', default: '2026-03-01', formatMinimum: '2026-03-09' }),
      }),
    )
    type('金额', '0.5')
    submit()
    expect(await screen.findByText('不能小于 1.00 元')).toBeTruthy()
    expect(await screen.findByText('不能早于 2026-03-09')).toBeTruthy()
    expect(send).not.toHaveBeenCalled()
  })

  it('which words are personal', () => {
    asked(formOf({ reason: { ...text, 'x-personal': true } }))
    expect(screen.getByRole('img', { name: /^个人信息/ })).toBeTruthy()
  })

  it('everything in English to those who read English', async () => {
    await speak('en')
    asked(formOf({ reason: text }))
    submit()
    expect(await screen.findByText('This is required')).toBeTruthy()
    expect(screen.getByLabelText('Reason')).toBeTruthy()
    await speak('zh-CN')
  })
})

describe('a refusal', () => {
  const schema = formOf({
    amountFen: titled('金额', 'Amount', { type: 'integer', format: 'fen' }),
    reason: titled('原因', 'Reason', { type: 'string', format: 'text' }),
  })
  const refusing = (problem: Partial<ConstructorParameters<typeof Problem>[0]>) => async () => {
    throw new Problem({ status: 422, code: 'not-possible', title: '', detail: '内容无法成立', ...problem })
  }
  const filledIn = (onSubmit: () => Promise<unknown>) => {
    asked(schema, { onSubmit })
    type('金额', '12')
    type('原因', '多缴')
    submit()
  }
  const kept = () => ['金额', '原因'].map((label) => (screen.getByLabelText(label) as HTMLInputElement).value)

  it('is shown in words, at its field, and what was typed stays', async () => {
    filledIn(refusing({ errors: [{ path: '/amountFen', message: '超过已缴金额' }] }))
    expect(await screen.findByText('内容无法成立')).toBeTruthy()
    expect(await screen.findByText('超过已缴金额')).toBeTruthy()
    expect(kept()).toEqual(['12', '多缴'])
  })

  it('about something the form does not show is told beside the button', async () => {
    filledIn(refusing({ errors: [{ path: '/elsewhere', message: '报名已终止' }] }))
    expect(within(await screen.findByRole('alert')).getByText('报名已终止')).toBeTruthy()
  })

  it('because somebody was first is explained, and what was typed stays', async () => {
    filledIn(refusing({ status: 412, code: 'stale', detail: '案件已被他人推进' }))
    expect(await screen.findByText('案件已被他人推进')).toBeTruthy()
    expect(screen.getByText(/已载入案件的最新情况/)).toBeTruthy()
    expect(kept()).toEqual(['12', '多缴'])
  })

  it('of the network is explained, and what was typed stays', async () => {
    filledIn(refusing({ status: 0, code: 'network', detail: '' }))
    expect(await screen.findByText(/无法连接服务器/)).toBeTruthy()
    expect(kept()).toEqual(['12', '多缴'])
  })
})
