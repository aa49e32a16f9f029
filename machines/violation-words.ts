// What to say about an answer that a form does not allow, in words of people who fill in forms.
import { yuan } from './fen.ts'
import { type Label, say } from './label.ts'

type Field = {
  type?: string
  format?: string
  const?: unknown
  pattern?: string
  'x-labels'?: Record<string, Label>
  [limit: string]: unknown
}
/** A keyword of JSON Schema that was not met, and the field it stands in. */
export type Complaint = { keyword: string; field: Field }

const otherwise = say('填写的内容不符合要求', 'This is not what the form asks for')

const types: Record<string, Label> = {
  string: say('应填写文字', 'This must be text'),
  integer: say('应填写整数', 'This must be a whole number'),
  boolean: say('应填写“是”或“否”', 'This must be yes or no'),
  array: say('应填写一个列表', 'This must be a list'),
  object: say('应提交一份表单', 'This must be a form'),
}
const formats: Record<string, Label> = {
  date: say('应填写有效日期，如 2026-03-09', 'This must be a date, such as 2026-03-09'),
  'date-time': say(
    '应填写带时区的时间，如 2026-03-09T09:00:00+08:00',
    'This must be a time with its zone, such as 2026-03-09T09:00:00+08:00',
  ),
  email: say('应填写有效的邮箱地址', 'This must be an e-mail address'),
}
const patterns: Record<string, Label> = {
  '\\S': say('不能只有空格', 'This must not be blank'),
  '^[A-Za-z0-9-]+$': say('只能使用字母、数字和短横线', 'Only letters, digits and hyphens'),
  '^[a-z0-9-]{1,40}$': say('只能使用小写字母、数字和短横线，如 east', 'Only lower-case letters, digits and hyphens, such as east'),
}

/** An amount in yuan, a choice by its label, anything else as it is. */
const shown = ({ format, 'x-labels': labels }: Field, value: unknown): Label => {
  if (format === 'fen' && typeof value === 'number') return yuan(value)
  return labels?.[String(value)] ?? say(String(value), String(value))
}
const limit = (zh: string, en: string, name: string) => (field: Field) => {
  const value = shown(field, field[name])
  return say(zh.replace('#', value['zh-CN']), en.replace('#', value.en))
}

const tooShort = limit('至少填写 # 个字符', 'At least # characters', 'minLength')
const tooFew = limit('至少填写 # 项', 'At least # entries', 'minItems')

const sentences: Record<string, (field: Field) => Label> = {
  required: () => say('此项必填', 'This is required'),
  additionalProperties: () => say('表单没有这一项', 'The form has no such field'),
  type: ({ type }) => types[type ?? ''] ?? otherwise,
  format: ({ format }) => formats[format ?? ''] ?? otherwise,
  pattern: ({ pattern }) => patterns[pattern ?? ''] ?? otherwise,
  enum: () => say('只能从所列选项中选择', 'This must be one of the choices offered'),
  const: limit('在本案件中只能是：#', 'In this case it can only be: #', 'const'),
  minimum: limit('不能小于 #', 'This must be at least #', 'minimum'),
  maximum: limit('不能大于 #', 'This must be at most #', 'maximum'),
  minLength: (field) => (field.minLength === 1 ? say('不能为空', 'This must not be empty') : tooShort(field)),
  maxLength: limit('最多填写 # 个字符', 'At most # characters', 'maxLength'),
  minItems: (field) => (field.minItems === 1 ? say('至少填写一项', 'At least one entry') : tooFew(field)),
  maxItems: limit('最多填写 # 项', 'At most # entries', 'maxItems'),
  formatMinimum: limit('不能早于 #', 'Not before #', 'formatMinimum'),
  formatMaximum: limit('不能晚于 #', 'Not after #', 'formatMaximum'),
}

export const wordsFor = ({ keyword, field }: Complaint): Label => sentences[keyword]?.(field) ?? otherwise
