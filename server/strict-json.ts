// Reads a JSON body and lets nothing through that another reader might understand differently.
import { type Label, say } from '../machines/label.ts'
import { normalise } from '../machines/proof/canonical.ts'
import { refuse } from './refusals.ts'

const bad = (path: string, message: Label): never => refuse('invalid', message, { errors: [{ path, message }] })

const notUtf8 = say('内容不是有效的 UTF-8', 'The body is not valid UTF-8')
const notJson = say('内容不是有效的 JSON', 'The body is not valid JSON')
const unsafeNumber = say('数字超出可精确表示的范围', 'A number is too large to be exact')
const badText = say('文字含有无效字符', 'The text contains characters that are not allowed')
const forbiddenKey = say('不允许的字段名', 'This field name is not allowed')
const twiceNamed = say('字段名重复', 'A field is named twice')
const tooDeep = say('内容嵌套过深', 'The content is nested too deeply')

/** Refuses with `invalid` what is not UTF-8 or JSON, NUL, lone surrogates, numbers beyond 2^53, `__proto__`, keys that are one in NFC. Nothing at all is undefined. */
export function readJson(bytes: Buffer): unknown {
  if (bytes.length === 0) return undefined
  const value = parse(decode(bytes))
  inspect(value, '', 0)
  return normalise(value)
}

const decode = (bytes: Buffer) => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return bad('', notUtf8)
  }
}
const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return bad('', notJson)
  }
}

const forbidden = new Set(['__proto__', 'constructor', 'prototype'])
const textIsBad = (text: string) => text.includes('\0') || !text.isWellFormed()

/** Two keys that differ only in how their letters are composed. */
const sameTwice = (keys: string[]) => new Set(keys.map((key) => key.normalize('NFC'))).size < keys.length

function inspect(value: unknown, path: string, depth: number): void {
  if (depth > 32) bad(path, tooDeep)
  if (typeof value === 'string' && textIsBad(value)) bad(path, badText)
  if (typeof value === 'number' && Math.abs(value) > Number.MAX_SAFE_INTEGER) bad(path, unsafeNumber)
  if (typeof value !== 'object' || value === null) return
  if (sameTwice(Object.keys(value))) bad(path, twiceNamed)
  for (const [key, inner] of Object.entries(value)) {
    if (forbidden.has(key)) bad(path, forbiddenKey)
    if (textIsBad(key)) bad(path, badText)
    inspect(inner, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`, depth + 1)
  }
}
