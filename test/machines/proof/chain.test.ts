// A history nobody can quietly change: every way of changing it is found, and a second implementation finds the same hashes.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ChainedEvent, checkChain, type EventRecord, eventHash, personalDigest, stateDigest } from '../../../machines/proof/chain.ts'

// The second implementation, written from the published format only.
const text = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(text).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${pairs.map(([key, item]) => `${JSON.stringify(key)}:${text(item)}`).join(',')}}`
}
const sha = (...parts: (string | Buffer)[]) => parts.reduce((h, part) => h.update(part), createHash('sha256')).digest('hex')
const keys = 'v case sequence procedure definition type actor onBehalfOf at facts personalDigest stateDigest previous'.split(
  ' ',
) as (keyof EventRecord)[]
const secondHash = (event: EventRecord) => sha(text(Object.fromEntries(keys.map((key) => [key, event[key]]))))

const definition = 'd'.repeat(64)
const record = (sequence: number, changes: Partial<EventRecord> = {}): EventRecord => ({
  v: 1,
  case: '0195d2c0-0000-7000-8000-000000000001',
  sequence,
  procedure: 'withdrawal@1',
  definition,
  type: sequence === 1 ? 'case.opened' : 'request.accepted',
  actor: 'u-1',
  onBehalfOf: null,
  at: `2026-03-09T01:00:0${sequence}.000Z`,
  facts: { reason: '搬家', amountFen: 550_000 },
  personalDigest: null,
  stateDigest: sha(`state ${sequence}`),
  previous: null,
  ...changes,
})

type Words = { salt: string; personal: unknown } | null
const seal = (before: ChainedEvent | undefined, changes: Partial<EventRecord>, words: Words): ChainedEvent => {
  const personal = words ? { ...words } : { salt: null, personal: null }
  const digest = personalDigest(personal.salt, personal.personal)
  const event = record((before?.sequence ?? 0) + 1, { previous: before?.hash ?? null, personalDigest: digest, ...changes })
  return { ...event, ...personal, hash: eventHash(event) }
}

const salt = '000102030405060708090a0b0c0d0e0f'
const history = (length = 4) => {
  const events: ChainedEvent[] = []
  for (let n = 1; n <= length; n++)
    events.push(seal(events.at(-1), {}, n === 2 ? { salt, personal: { words: '孩子生病，需要休养' } } : null))
  return events
}
const changed = (index: number, change: (event: ChainedEvent) => ChainedEvent) => history().map((e, i) => (i === index ? change(e) : e))
const found = (events: ChainedEvent[]) => checkChain(events).map(({ sequence, code }) => [sequence, code])

describe('the hashes', () => {
  it('an event’s hash covers the keys of the published format and no others', () => {
    const [event] = history(1) as [ChainedEvent]
    expect(eventHash({ ...event, label: 'x', hash: 'y' } as EventRecord)).toBe(event.hash)
  })

  it('an event without one of its keys has no hash', () => {
    for (const key of keys) {
      const { [key]: _, ...rest } = record(1)
      expect(() => eventHash(rest as EventRecord)).toThrow(TypeError)
    }
  })

  it('a hash worked out with another language’s standard library stays the same for ever', () => {
    expect(eventHash(record(1))).toBe('ff9c1c0cb8bd9ec388b3cca98ac2e4aedbed4bda50d6347fceec7978d80a6342')
    expect(personalDigest(salt, { words: '孩子生病' })).toBe('e63ddf2e0cf4b86f8df62e0b1005b3397d26ed48aa59eed2a20951411186f8e4')
    expect(stateDigest({ status: 'active', value: { formalities: 'notice' }, context: { amountFen: 550_000 } })).toBe(
      '7be8619b42a631a9cf41d14300fa6172271cf63393cdb4dc44addc354a3ed80c',
    )
  })

  it('words are hashed with their salt in bytes, and no words have no digest', () => {
    const words = { name: '王小明' }
    expect(personalDigest(salt, words)).toBe(sha(Buffer.from(salt, 'hex'), text(words)))
    expect(personalDigest(null, null)).toBeNull()
    expect(personalDigest(salt, null)).toBeNull()
  })

  it.each([null, '', 'abc', `${salt}00`, salt.toUpperCase()])('%j is no salt', (bad) => {
    expect(() => personalDigest(bad, { name: '王小明' })).toThrow(RangeError)
  })

  it('a state’s digest covers status, value and context of its snapshot and nothing else of it', () => {
    const state = { status: 'active', value: 'acceptance', context: { late: [] } }
    expect(stateDigest({ ...state, historyValue: {}, children: {}, tags: [] } as typeof state)).toBe(stateDigest(state))
    expect(stateDigest(state)).toBe(sha(text(state)))
    expect(stateDigest({ ...state, status: 'done' })).not.toBe(stateDigest(state))
  })

  it('a second implementation hashes any event alike', () => {
    const facts = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' }))
    fc.assert(
      fc.property(facts, fc.option(fc.string()), (someFacts, onBehalfOf) => {
        const event = record(1, { facts: someFacts, onBehalfOf })
        expect(eventHash(event)).toBe(secondHash(event))
      }),
    )
  })
})

describe('a chain', () => {
  it('as it was written is intact, with or without the words', () => {
    expect(checkChain(history())).toEqual([])
    expect(checkChain([])).toEqual([])
    expect(checkChain(history().map(({ salt: _, personal: __, ...withheld }) => withheld))).toEqual([])
  })

  it('of which a fact was changed shows at that event', () => {
    expect(found(changed(2, (e) => ({ ...e, facts: { ...e.facts, amountFen: 1 } })))).toEqual([[3, 'hash']])
  })

  it('of which any hashed key was changed is not intact', () => {
    const other: Partial<EventRecord> = {
      v: 2 as 1,
      sequence: 9,
      onBehalfOf: 'u-2',
      facts: {},
      personalDigest: 'x',
      previous: 'x',
      at: '2026-03-09T01:00:03.001Z',
    }
    for (const key of keys) {
      const forged = changed(2, (e) => ({ ...e, [key]: key in other ? other[key] : 'x' }))
      expect(found(forged)).toContainEqual([3, 'hash'])
    }
  })

  it('of which a fact was changed and hashed again shows at the next event', () => {
    const forged = changed(1, (e) => ({ ...e, facts: {}, hash: eventHash({ ...e, facts: {} }) }))
    expect(found(forged)).toEqual([[3, 'previous']])
  })

  it('of which an event was taken out shows the gap and the broken link', () => {
    expect(found(history().toSpliced(1, 1))).toEqual([
      [2, 'sequence'],
      [2, 'previous'],
      [3, 'sequence'],
    ])
  })

  it('whose first event was taken out begins with the wrong number and a link to nothing', () => {
    expect(found(history(2).slice(1))).toEqual([
      [1, 'sequence'],
      [1, 'previous'],
    ])
  })

  it('of which two events changed places is not intact', () => {
    const [a, b, c, d] = history() as [ChainedEvent, ChainedEvent, ChainedEvent, ChainedEvent]
    expect(found([a, c, b, d]).map(([, code]) => code)).toEqual(expect.arrayContaining(['sequence', 'previous', 'at']))
  })

  it('in which time runs backwards is not intact, though every hash is right', () => {
    const [first] = history(1)
    expect(found([first as ChainedEvent, seal(first, { at: '2026-03-09T01:00:00.999Z' }, null)])).toEqual([[2, 'at']])
    expect(found([first as ChainedEvent, seal(first, { at: first?.at }, null)])).toEqual([])
  })

  it.each(['2026-03-09T09:00:05.000+08:00', '2026-03-09T01:00:05Z', 'later'])('in which %j stands for a time is not intact', (at) => {
    expect(found([seal(undefined, { at }, null)])).toEqual([[1, 'at']])
  })

  it('whose words were changed shows it, and so does another salt', () => {
    expect(found(changed(1, (e) => ({ ...e, personal: { words: '不想上了' } })))).toEqual([[2, 'words']])
    expect(found(changed(1, (e) => ({ ...e, salt: '00'.repeat(16) })))).toEqual([[2, 'words']])
    expect(found(changed(1, (e) => ({ ...e, salt: null })))).toEqual([[2, 'words']])
  })

  it('into which words were put where there were none shows it', () => {
    expect(found(changed(0, (e) => ({ ...e, salt, personal: { words: '补写' } })))).toEqual([[1, 'words']])
  })

  it('whose words were erased stays intact if the erasure is noted, and not if they just went missing', () => {
    const gone = { salt: null, personal: null }
    expect(found(changed(1, (e) => ({ ...e, ...gone, erased: { on: '2026-05-01', reason: 'PIPL 47' } })))).toEqual([])
    expect(found(changed(1, (e) => ({ ...e, ...gone })))).toEqual([[2, 'wordsMissing']])
  })

  it('forged with what cannot be hashed at all is found wrong, not a crash', () => {
    expect(found(changed(3, (e) => ({ ...e, facts: { reason: '\ud83d' } })))).toEqual([[4, 'hash']])
    const { definition: _, ...withoutDefinition } = history(1)[0] as ChainedEvent
    expect(found([withoutDefinition as ChainedEvent])).toEqual([[1, 'hash']])
  })

  it('says in both languages what is wrong and with which event', () => {
    const [problem] = checkChain(changed(2, (e) => ({ ...e, actor: 'u-9' })))
    expect(problem).toEqual({
      sequence: 3,
      code: 'hash',
      detail: { 'zh-CN': '内容与记录的哈希不符，可能被改动。', en: 'Its content does not match its hash: it was changed.' },
    })
  })

  it('with any one event changed at random is never intact', () => {
    const key = fc.constantFrom(...keys.filter((k) => k !== 'facts'))
    fc.assert(
      fc.property(fc.nat(3), key, fc.string({ unit: 'binary' }), (index, k, value) => {
        expect(found(changed(index, (e) => ({ ...e, [k]: value })))).not.toEqual([])
      }),
    )
  })
})
