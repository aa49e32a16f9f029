// The chain of a case: what of an event is hashed, and whether a history still is what was written.
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import type { Label } from '../label.ts'
import { canonical, type Known } from './canonical.ts'
import { sha256Hex } from './hash.ts'

/** Exactly what an event's hash covers; `at` is a UTC instant, digests are lower-case hex. */
export type EventRecord = {
  v: 1
  case: string
  sequence: number
  procedure: string
  definition: string
  type: string
  actor: string
  onBehalfOf: string | null
  at: string
  facts: Readonly<Record<string, unknown>>
  personalDigest: string | null
  stateDigest: string
  previous: string | null
}

/** An event as stored or packed. `personal` is null when there are no words or they were erased, absent when withheld from the reader. */
export type ChainedEvent = EventRecord & { hash: string; salt?: string | null; personal?: unknown; erased?: object | null }

export type ProblemCode = 'sequence' | 'previous' | 'at' | 'hash' | 'words' | 'wordsMissing' | 'file' | 'replay' | 'state' | 'head'
export type Problem = { sequence: number; code: ProblemCode; detail: Label }

/** Exactly the keys of a record, whatever else it carries. */
const hashed = (record: EventRecord): EventRecord => ({
  v: record.v,
  case: record.case,
  sequence: record.sequence,
  procedure: record.procedure,
  definition: record.definition,
  type: record.type,
  actor: record.actor,
  onBehalfOf: record.onBehalfOf,
  at: record.at,
  facts: record.facts,
  personalDigest: record.personalDigest,
  stateDigest: record.stateDigest,
  previous: record.previous,
})

/** TypeError when one of the keys is missing. */
export const eventHash = (record: EventRecord) => sha256Hex(canonical(hashed(record)))

/** H(salt ‖ canonical(personal)), null without words; `saltHex` is 16 bytes as lower-case hex, anything else a RangeError. */
export const personalDigest = (saltHex: string | null, personal: unknown) => {
  if (personal === null) return null
  if (!/^[0-9a-f]{32}$/.test(saltHex ?? '')) throw new RangeError('a salt is 16 bytes in lower-case hex')
  return sha256Hex(concatBytes(hexToBytes(saltHex as string), utf8ToBytes(canonical(personal))))
}

type Standing = { status: string; value: unknown; context: unknown }
/** Digest of where a case stands: status, value and context of its persisted snapshot and nothing else of it. */
export const stateDigest = ({ status, value, context }: Standing, known?: Known) => sha256Hex(canonical({ status, value, context }, known))

// A forged event may hold what cannot be hashed at all; that is a finding, not an exception.
const attempt = (digest: () => string | null) => {
  try {
    return digest()
  } catch {
    return undefined
  }
}

type Found = [ProblemCode, Label] | false

const order = (event: ChainedEvent, expected: number): Found =>
  event.sequence !== expected && [
    'sequence',
    {
      'zh-CN': `此处应为第 ${expected} 条，实为第 ${event.sequence} 条。`,
      en: `Event ${expected} belongs here, not event ${event.sequence}.`,
    },
  ]

const link = (event: ChainedEvent, before: ChainedEvent | undefined): Found =>
  event.previous !== (before?.hash ?? null) && [
    'previous',
    { 'zh-CN': '所记的上一条哈希与上一条不符。', en: 'The hash it names as the previous one is not that of the event before.' },
  ]

const time = (event: ChainedEvent, before: ChainedEvent | undefined): Found => {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(event.at))
    return ['at', { 'zh-CN': '时间格式不符合约定。', en: 'Its time is not in the agreed form.' }]
  return (
    before !== undefined && event.at < before.at && ['at', { 'zh-CN': '时间早于上一条。', en: 'It is dated before the event it follows.' }]
  )
}

const content = (event: ChainedEvent): Found =>
  attempt(() => eventHash(event)) !== event.hash && [
    'hash',
    { 'zh-CN': '内容与记录的哈希不符，可能被改动。', en: 'Its content does not match its hash: it was changed.' },
  ]

const words = ({ personal, salt = null, personalDigest: digest, erased }: ChainedEvent): Found => {
  if (personal === undefined) return false
  if (personal !== null)
    return (
      attempt(() => personalDigest(salt, personal)) !== digest && [
        'words',
        { 'zh-CN': '个人信息内容与其摘要不符，可能被改动。', en: 'Its personal words do not match their digest: they were changed.' },
      ]
    )
  const detail = { 'zh-CN': '个人信息内容缺失，且没有删除记录。', en: 'Its personal words are gone without a note of erasure.' }
  return digest !== null && !erased && ['wordsMissing', detail]
}

/** Everything wrong with a whole history, in its order; empty when intact. Never throws for a forged one. */
export const checkChain = (events: readonly ChainedEvent[]): Problem[] =>
  events.flatMap((event, index) => {
    const before = events[index - 1]
    const found = [order(event, index + 1), link(event, before), time(event, before), content(event), words(event)]
    return found.filter((problem) => problem !== false).map(([code, detail]) => ({ sequence: index + 1, code, detail }))
  })
