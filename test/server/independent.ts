// A second implementation of proof.md, sharing no line with the first: Node's own hash and forty lines of canonical JSON.
import { createHash } from 'node:crypto'

type Packed = {
  case: string
  sequence: number
  previous: string | null
  hash: string
  at: string
  definition: string
  personalDigest: string | null
  personal?: unknown
  salt?: string | null
  [key: string]: unknown
}
export type Pack = { case: string; description: { definition: string; [key: string]: unknown }; events: Packed[] }

/** RFC 8785: keys by UTF-16 code units, numbers and strings as ECMAScript writes them, nothing in between. */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalText(inner)}`).join(',')}}`
}

const sha256 = (...parts: (string | Buffer)[]) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest('hex')
export const digestOf = (value: unknown) => sha256(canonicalText(value))

const keys = 'v case sequence procedure definition type actor onBehalfOf at facts personalDigest stateDigest previous'.split(' ')
const hashed = (event: Packed) => Object.fromEntries(keys.map((key) => [key, event[key]]))
const digestOfWords = ({ salt, personal }: Packed) => sha256(Buffer.from(salt!, 'hex'), canonicalText(personal))

/** Everything about a pack that is not as proof.md says; empty when it is sound. */
export function unsound({ case: id, description, events }: Pack): string[] {
  const { definition, ...described } = description
  return [
    ...(digestOf(described) === definition ? [] : ['the description has another digest']),
    ...events.flatMap((event, index) => wrongWith(event, events[index - 1], index, id, definition)),
  ]
}

function wrongWith(event: Packed, before: Packed | undefined, index: number, id: string, definition: string): string[] {
  const says = (wrong: boolean, what: string) => (wrong ? [`event ${index + 1}: ${what}`] : [])
  return [
    ...says(event.case !== id || event.definition !== definition, 'belongs to something else'),
    ...says(event.sequence !== index + 1, 'out of sequence'),
    ...says(event.previous !== (before?.hash ?? null), 'chain broken'),
    ...says(before !== undefined && event.at < before.at, 'time runs backwards'),
    ...says(digestOf(hashed(event)) !== event.hash, 'another hash'),
    ...says((event.personalDigest === null) !== (event.personal === null), 'words without digest, or digest without words'),
    ...says(event.personal !== null && digestOfWords(event) !== event.personalDigest, 'other words'),
  ]
}
