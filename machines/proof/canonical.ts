// Canonical JSON (RFC 8785): one value, one text, so that a hash taken here can be taken anywhere.
import canonicalize from 'canonicalize'

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
type Text = (text: string, path: string) => string

const refuse = (path: string, what: string): never => {
  throw new TypeError(`${path || '/'}: ${what} cannot be written as canonical JSON`)
}

const wellFormed: Text = (text, path) => (text.isWellFormed() ? text : refuse(path, 'a lone surrogate'))
const composed: Text = (text, path) => wellFormed(text, path).normalize('NFC')

// One prototype up is enough to know a plain object, also one from another realm; a Date or a Map has two.
const isPlain = (value: unknown): value is object => {
  if (typeof value !== 'object' || value === null) return false
  const prototype = Object.getPrototypeOf(value)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

const copyObject = (value: object, path: string, text: Text): Json => {
  const entries = Object.entries(value).map(([key, item]) => [text(key, path), copy(item, `${path}/${key}`, text)] as const)
  if (new Set(entries.map(([key]) => key)).size < entries.length) refuse(path, 'two keys that are one after normalisation')
  return Object.fromEntries(entries)
}

const copy = (value: unknown, path: string, text: Text): Json => {
  if (value === null || typeof value === 'boolean') return value
  if (typeof value === 'string') return text(value, path)
  if (typeof value === 'number') return Number.isFinite(value) ? value : refuse(path, String(value))
  if (Array.isArray(value)) return Array.from(value, (item, index) => copy(item, `${path}/${index}`, text))
  return isPlain(value) ? copyObject(value, path, text) : refuse(path, typeof value)
}

/** A copy with every string and key in NFC. Done once, where words and facts enter; stored and hashed values are already so. */
export const normalise = <T>(value: T): T => copy(value, '', composed) as T

/** RFC 8785 text, letters as they are. TypeError naming the place for anything JSON cannot carry: undefined, NaN, a Date, a lone surrogate. */
export const canonical = (value: unknown): string => canonicalize(copy(value, '', wellFormed)) as string
