// Canonical JSON (RFC 8785): one value, one text, so that a hash taken here can be taken anywhere.

const refuse = (path: string, what: string): never => {
  throw new TypeError(`${path || '/'}: ${what} cannot be written as canonical JSON`)
}

const wellFormed = (text: string, path: string) => (text.isWellFormed() ? text : refuse(path, 'a lone surrogate'))
const composed = (text: string, path: string) => wellFormed(text, path).normalize('NFC')

// One prototype up is enough to know a plain object, also one from another realm; a Date or a Map has two.
const isPlain = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

const composedObject = (value: object, path: string) => {
  const entries = Object.entries(value).map(([key, item]) => [composed(key, path), copy(item, `${path}/${key}`)] as const)
  if (new Set(entries.map(([key]) => key)).size < entries.length) refuse(path, 'two keys that are one after normalisation')
  return Object.fromEntries(entries)
}

const copy = (value: unknown, path: string): unknown => {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'string') return composed(value, path)
  if (typeof value === 'number') return Number.isFinite(value) ? value : refuse(path, String(value))
  if (Array.isArray(value)) return Array.from(value, (item, index) => copy(item, `${path}/${index}`))
  return isPlain(value) ? composedObject(value, path) : refuse(path, typeof value)
}

/** A copy with every string and key in NFC. Done once, where words and facts enter; stored and hashed values are already so. */
export const normalise = <T>(value: T): T => copy(value, '') as T

// All but quotes, backslashes, control characters and surrogates: text of nothing else stands between quotes as it is.
const special = /[^ !#-[\]-\ud7ff\ue000-\uffff]/
const quoted = (text: string, within: string, key: string | number = ''): string =>
  special.test(text) ? JSON.stringify(wellFormed(text, within + key)) : `"${text}"`

/** What objects and lists were written as, of a caller that never changes them. */
export type Known = WeakMap<object, string>

// Most values are no containers: their place, a path with its slash and a key, is put together only to be refused.
const written = (value: unknown, known: Known | undefined, within: string, key: string | number): string => {
  if (typeof value === 'string') return quoted(value, within, key)
  if (value === null || typeof value === 'boolean' || Number.isFinite(value)) return String(value)
  if (typeof value !== 'object') return refuse(within + key, typeof value === 'number' ? String(value) : typeof value)
  return known?.get(value) ?? container(value, known, within + key)
}

const container = (value: object, known: Known | undefined, path: string): string => {
  const text = Array.isArray(value) ? list(value, known, path) : isPlain(value) ? object(value, known, path) : refuse(path, 'object')
  known?.set(value, text)
  return text
}

// By index, so that a hole is met and refused.
const list = (value: unknown[], known: Known | undefined, path: string) => {
  const within = `${path}/`
  let text = ''
  for (let index = 0; index < value.length; index++) text += (index ? ',' : '') + written(value[index], known, within, index)
  return `[${text}]`
}

// The order of `sort` by itself is that of UTF-16 units.
const object = (value: Record<string, unknown>, known: Known | undefined, path: string) => {
  const within = `${path}/`
  let text = ''
  for (const key of Object.keys(value).sort()) text += `${text && ','}${quoted(key, path)}:${written(value[key], known, within, key)}`
  return `{${text}}`
}

/**
 * RFC 8785 text, letters as they are. TypeError naming the place for anything JSON cannot carry: undefined, NaN, a Date, a lone surrogate.
 * What is `known` is not written out again.
 */
export const canonical = (value: unknown, known?: Known): string => written(value, known, '', '')
