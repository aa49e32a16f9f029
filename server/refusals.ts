// Every refusal in one catalogue: code, status and words. What goes to the reader is a problem document (RFC 9457).
import { type Label, type Locale, say } from '../machines/label.ts'

export const refusals = {
  'foreign-origin': [403, say('请求来自其他网站，已拒绝', 'The request comes from another site')],
  'no-such-url': [404, say('没有这个地址', 'There is no such address')],
  'no-such-method': [405, say('此地址不支持该方法', 'This address does not take that method')],
  'not-signed-in': [401, say('请先登录', 'Please sign in')],
  'wrong-credentials': [401, say('用户名或密码不正确', 'The username or the password is wrong')],
  'too-many': [429, say('请求过于频繁，请稍后再试', 'Too many requests: try again shortly')],
  'media-type': [415, say('不支持这种内容类型', 'This content type is not supported')],
  'too-large': [413, say('内容过大', 'The content is too large')],
  invalid: [400, say('提交的内容不符合要求', 'What was sent does not fit the form')],
  'revision-required': [428, say('请带上案件的当前版本（If-Match）', 'Send the revision you know (If-Match)')],
  'not-found': [404, say('没有找到该记录', 'There is no such record')],
  'key-reused': [422, say('同一 Idempotency-Key 已用于其他内容', 'This Idempotency-Key was used for something else')],
  stale: [412, say('案件已被他人推进，请刷新后再试', 'Somebody was first: the case has moved on')],
  'not-yours': [403, say('该操作不由您办理', 'This is not yours to do')],
  'four-eyes': [403, say('须由另一人办理', 'Another person must do this')],
  'conflict-of-interest': [403, say('存在利益冲突，须回避', 'A conflict of interest keeps you from this')],
  'not-now': [409, say('目前不能这样办理', 'This cannot happen now')],
  'not-possible': [422, say('内容无法成立', 'What the form says is not possible')],
  unavailable: [503, say('暂时无法写入，请稍后再试', 'Nothing can be written at the moment: try again shortly')],
  internal: [500, say('系统出错，已记录', 'Something went wrong here; it has been noted')],
} as const satisfies Record<string, readonly [number, Label]>
export type RefusalCode = keyof typeof refusals

/** `path` is a JSON pointer into the body. */
export type FieldError = { path: string; message: Label }
type Extra = { errors?: FieldError[]; headers?: Record<string, string> }

export class Refusal extends Error {
  readonly code: RefusalCode
  readonly status: number
  readonly detail: Label
  readonly extra: Extra
  constructor(code: RefusalCode, detail?: Label, extra: Extra = {}) {
    super(code)
    this.code = code
    this.status = refusals[code][0]
    this.detail = detail ?? refusals[code][1]
    this.extra = extra
  }
}

/** Throws the refusal; `detail` says more than the code's own words. */
export const refuse = (code: RefusalCode, detail?: Label, extra?: Extra): never => {
  throw new Refusal(code, detail, extra)
}

/** The first language of `Accept-Language` that we have; zh-CN by default. */
export const localeOf = (header: string | undefined): Locale => {
  const wanted = (header ?? '')
    .split(',')
    .map((part) => part.trim().split(';'))
    .map(([tag = '', q]) => ({ tag: tag.toLowerCase(), q: Number(/q=([\d.]+)/.exec(q ?? '')?.[1] ?? 1) }))
    .filter(({ tag, q }) => q > 0 && /^(zh|en)\b/.test(tag))
    .sort((a, b) => b.q - a.q)
  return wanted[0]?.tag.startsWith('en') ? 'en' : 'zh-CN'
}

export const problem = ({ code, status, detail, extra }: Refusal, locale: Locale) => ({
  type: `urn:anjuan:refusal:${code}`,
  title: refusals[code][1][locale],
  status,
  code,
  detail: detail[locale],
  ...(extra.errors && { errors: extra.errors.map(({ path, message }) => ({ path, message: message[locale] })) }),
})
