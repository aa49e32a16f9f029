// RFC 8785's published examples as vectors, and what this product refuses on top.
import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, normalise } from '../../../machines/proof/canonical.ts'

describe('the examples of RFC 8785', () => {
  it('section 3.2.2: numbers, strings and literals', () => {
    const input = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`
    const output = String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`
    expect(canonical(JSON.parse(input))).toBe(output)
  })

  it('section 3.2.3: keys are sorted by UTF-16 units, so the emoji stands before the Hebrew letter', () => {
    const input = String.raw`{
      "\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
      "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"
    }`
    const output = `{"\\r":"Carriage Return","1":"One","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis",${'"\u20ac":"Euro Sign","\ud83d\ude00":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}'}`
    expect(canonical(JSON.parse(input))).toBe(output)
  })

  it.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('appendix B: the double %s is written %s', (bits, text) => {
    expect(canonical(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text)
  })
})

describe('canonical JSON', () => {
  it.each([
    ['undefined in an object', { a: undefined }],
    ['undefined in a list', [undefined]],
    ['undefined itself', undefined],
    ['a hole in a list', Array(1)],
    ['NaN', { a: Number.NaN }],
    ['infinity', [Number.POSITIVE_INFINITY]],
    ['a lone surrogate in a text', { a: '\ud83d' }],
    ['a lone surrogate in a key', { '\ude00': 1 }],
    ['a big integer', 1n],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['a function', () => 1],
    ['an object with its own idea of JSON', { toJSON: () => 1 }],
  ])('refuses %s', (_, value) => {
    expect(() => canonical(value)).toThrow(TypeError)
    expect(() => normalise(value)).toThrow(TypeError)
  })

  it('names the place it refuses, and never the words there', () => {
    expect(() => canonical({ facts: [{ reason: 'private\ud83d' }] })).toThrow(/^\/facts\/0\/reason: a lone surrogate(?!.*private)/)
    expect(() => canonical({ facts: [{ 'a\ud83d': 1 }] })).toThrow(/^\/facts\/0: a lone surrogate/)
    expect(() => canonical(undefined)).toThrow(/^\/: undefined/)
    expect(() => canonical([1, [Number.NaN]])).toThrow(/^\/1\/0: NaN/)
  })

  it('leaves letters as they are: a decomposed letter is another text', () => {
    expect(canonical('e\u0301')).not.toBe(canonical('\u00e9'))
  })

  it('does not care in which order keys were written', () => {
    const reversed = (object: Record<string, unknown>) => Object.fromEntries(Object.entries(object).reverse())
    fc.assert(fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue()), (o) => canonical(o) === canonical(reversed(o))))
  })

  it('is what the reference implementation of RFC 8785 writes, for any value, key and number', () => {
    const value = fc.oneof(fc.jsonValue({ stringUnit: 'binary' }), fc.jsonValue(), fc.double({ noNaN: true, noDefaultInfinity: true }))
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), value), (o) => canonical(o) === canonicalize(o)),
      { numRuns: 2000 },
    )
    for (let unit = 0; unit < 0x10000; unit++) {
      const text = `a${String.fromCharCode(unit)}`
      if (text.isWellFormed()) expect(canonical({ [text]: text })).toBe(canonicalize({ [text]: text }))
      else expect(() => canonical(text)).toThrow(TypeError)
    }
  })

  it('reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('normalise', () => {
  it('brings every string and every key into NFC', () => {
    expect(normalise({ 'cafe\u0301': ['e\u0301', { a: 'A\u030a' }], n: 1, b: true, z: null })).toEqual({
      'caf\u00e9': ['\u00e9', { a: '\u00c5' }],
      n: 1,
      b: true,
      z: null,
    })
  })

  it('leaves what it was given untouched', () => {
    const given = { a: 'e\u0301' }
    normalise(given)
    expect(given.a).toBe('e\u0301')
  })

  it('refuses two keys that become one', () => {
    expect(() => normalise({ 'e\u0301': 1, '\u00e9': 2 })).toThrow(TypeError)
  })

  it('done twice is done once', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'grapheme' }), (value) => {
        fc.pre(!collides(value))
        expect(normalise(normalise(value))).toEqual(normalise(value))
      }),
    )
  })

  it('keeps a key called __proto__ a key', () => {
    expect(canonical(normalise(JSON.parse('{"__proto__":{"a":1}}')))).toBe('{"__proto__":{"a":1}}')
  })
})

const collides = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false
  const keys = Object.keys(value).map((key) => key.normalize('NFC'))
  return new Set(keys).size < keys.length || Object.values(value).some(collides)
}
