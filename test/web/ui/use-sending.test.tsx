// @vitest-environment happy-dom
// Sending once: a lost answer is asked for again under the same key, other answers or a refusal get a new one.
import { renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../../web/api/client.ts'
import { useSending } from '../../../web/ui/use-sending.ts'
import { inTheApp } from '../render.tsx'

const problem = (status: number) => new Problem({ status, code: 'x', title: '', detail: '' })

/** What the next attempts meet, null for success; gives the keys they were sent with. */
async function keysOf(attempts: [answers: object, met: Problem | null][]) {
  const keys: string[] = []
  let met: Problem | null = null
  const sending = () =>
    useSending(async (_, key) => {
      keys.push(key)
      if (met) throw met
    })
  const { result } = renderHook(sending, { wrapper: inTheApp() })
  for (const [answers, next] of attempts) {
    met = next
    await result.current({ ...answers }).catch((error) => expect(error).toBe(next))
  }
  return keys
}

describe('the key of a sending', () => {
  it('stays while no answer came', async () => {
    const [first, second, third] = await keysOf([
      [{ a: 1 }, problem(0)],
      [{ a: 1 }, problem(503)],
      [{ a: 1 }, null],
    ])
    expect([second, third]).toEqual([first, first])
  })

  it('is another for other answers', async () => {
    const [first, second] = await keysOf([
      [{ a: 1 }, problem(0)],
      [{ a: 2 }, null],
    ])
    expect(second).not.toBe(first)
  })

  it('is another after a refusal', async () => {
    const [first, second] = await keysOf([
      [{ a: 1 }, problem(412)],
      [{ a: 1 }, null],
    ])
    expect(second).not.toBe(first)
  })
})
