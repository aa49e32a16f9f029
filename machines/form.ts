// The fields forms are made of: plain JSON Schema with a title in both languages and a format that tells what a value is.
import { type TProperties, type TSchema, Type } from 'typebox'
import { type Label, say } from './label.ts'

type Extra = Record<string, unknown>
const titled = (zh: string, en: string, extra: Extra = {}) => ({ ...extra, 'x-title': say(zh, en) })
const id = (format: string) => (zh: string, en: string) => Type.String(titled(zh, en, { format, minLength: 1, maxLength: 64 }))

/** Long words: a paragraph or more, with something other than blanks in it. */
export const text = (zh: string, en: string) =>
  Type.String(titled(zh, en, { format: 'text', minLength: 1, maxLength: 4000, pattern: '\\S' }))
/** Short words on one line. */
export const line = (zh: string, en: string) => Type.String(titled(zh, en, { minLength: 1, maxLength: 200, pattern: '\\S' }))
/** A number printed on a paper: voucher, certificate, official document. */
export const reference = (zh: string, en: string) =>
  Type.String(titled(zh, en, { minLength: 1, maxLength: 40, pattern: '^[A-Za-z0-9-]+$' }))
export const date = (zh: string, en: string) => Type.String(titled(zh, en, { format: 'date' }))
export const dateTime = (zh: string, en: string) => Type.String(titled(zh, en, { format: 'date-time' }))
/** An amount in integer fen. */
export const fen = (zh: string, en: string, minimum = 0) =>
  Type.Integer(titled(zh, en, { format: 'fen', minimum, maximum: 100_000_000_000 }))
/** A whole number of something. */
export const count = (zh: string, en: string, minimum = 0, maximum = 100_000) => Type.Integer(titled(zh, en, { minimum, maximum }))
export const flag = (zh: string, en: string) => Type.Boolean(titled(zh, en))
/** Something that must have been done before the form can be sent. */
export const affirmed = (zh: string, en: string) => Type.Literal(true, titled(zh, en))
export const phone = (zh: string, en: string) => Type.String(titled(zh, en, { format: 'phone', minLength: 5, maxLength: 20 }))
export const email = (zh: string, en: string) => Type.String(titled(zh, en, { format: 'email', maxLength: 200 }))

/** One of several values, each with its words. */
export const choice = <const V extends Record<string, Label>>(zh: string, en: string, values: V) =>
  Type.Enum(Object.keys(values) as (keyof V & string)[], titled(zh, en, { type: 'string', 'x-labels': values }))

export const student = id('student')
export const enrolment = id('enrolment')
export const user = id('user')
export const caseId = id('case')
export const attachment = id('attachment')
export const several = <F extends TSchema>(zh: string, en: string, field: (zh: string, en: string) => F, minItems = 1) =>
  Type.Array(field(zh, en), titled(zh, en, { minItems, maxItems: 20 }))
export const attachments = (zh: string, en: string, minItems = 1) => several(zh, en, attachment, minItems)

export const optional = Type.Optional

/** How the words of a student or guardian reached us (C3.1.1; evidence for what they say). */
export const channel = () =>
  choice('渠道', 'Channel', {
    phone: say('电话', 'Phone'),
    email: say('邮件', 'E-mail'),
    'on-site': say('现场', 'On site'),
    online: say('在线平台', 'Online'),
  })
const voices = {
  student: say('学员本人', 'The student'),
  guardian: say('监护人', 'A guardian'),
  representative: say('受托人', 'A representative'),
}
export const saidBy = () => choice('由谁提出', 'Said by', voices)
/** What somebody said to us, and how it reached us. */
export const voice = () => ({ saidBy: saidBy(), channel: channel(), evidence: optional(attachments('凭据', 'Evidence')) })
/** Where the student may be unable to speak, or have died. */
export const saidByOrForThem = () =>
  choice('由谁提出', 'Said by', {
    guardian: voices.guardian,
    student: voices.student,
    representative: voices.representative,
    heir: say('继承人', 'An heir'),
  })

/** The form of an opening or an event: facts the machine learns, and words that never enter it. */
export const form = (facts: TProperties, words: TProperties) =>
  Type.Object({ ...facts, ...personal(words) }, { additionalProperties: false })

/** TypeBox keeps `optional` in a hidden property, so the copy is made by descriptors. */
const marked = (schema: TSchema, mark: string): TSchema =>
  Object.defineProperties({}, { ...Object.getOwnPropertyDescriptors(schema), [mark]: { value: true, enumerable: true } })
/** Words that tell who somebody is: masked for the student representative (C2.3). */
export const identifying = (schema: TSchema) => marked(schema, 'x-identity')
const personal = (words: TProperties): TProperties =>
  Object.fromEntries(Object.entries(words).map(([name, schema]) => [name, marked(schema, 'x-personal')]))
