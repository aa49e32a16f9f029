// SHA-256 against its published vectors and against Node's own.
import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { sha256Hex } from '../../../machines/proof/hash.ts'
import { sha256 } from '../../../machines/proof/sha256.ts'

it('agrees with the vectors of FIPS 180', () => {
  expect(sha256Hex('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855')
  expect(sha256Hex('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(sha256Hex('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  )
})

it('is the same where Node is not there: for any bytes and any text', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => sha256(bytes) === sha256Hex(bytes)))
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => sha256(text) === sha256Hex(text)))
})

it('agrees with Node for any bytes and any text', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => sha256Hex(bytes) === createHash('sha256').update(bytes).digest('hex')),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => sha256Hex(text) === createHash('sha256').update(text, 'utf8').digest('hex')),
  )
})

it('refuses a text that has no UTF-8', () => {
  expect(() => sha256Hex('a\ud83d')).toThrow(TypeError)
})
