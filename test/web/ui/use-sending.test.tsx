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

  it('is another once there was an answer: the same again is meant', async () => {
    const [first, second] = await keysOf([
      [{ a: 1 }, null],
      [{ a: 1 }, null],
    ])
    expect(second).not.toBe(first)
  })

  it('is used once by who presses twice', async () => {
    const keys: string[] = []
    let answer = () => {}
    const sending = () =>
      useSending((_, key) => {
        keys.push(key)
        return new Promise<void>((resolve) => {
          answer = resolve
        })
      })
    const { result } = renderHook(sending, { wrapper: inTheApp() })
    const both = [result.current({ a: 1 }), result.current({ a: 1 })]
    answer()
    await Promise.all(both)
    expect(keys).toHaveLength(1)
  })

  it('outlasts the page where the form keeps a draft', async () => {
    localStorage.clear()
    const keys: string[] = []
    const draft = { about: 'case-1', type: 'retention.failed' }
    const met = problem(0)
    const sending = () =>
      useSending(async (_, key, again) => {
        keys.push(`${key} ${again}`)
        if (keys.length === 1) throw met
      }, draft)
    const first = renderHook(sending, { wrapper: inTheApp() })
    await expect(first.result.current({ a: 1 })).rejects.toBe(met)
    first.unmount()
    const { result } = renderHook(sending, { wrapper: inTheApp() })
    await result.current({ a: 1 })
    expect(keys[1]).toBe(keys[0]!.replace('false', 'true'))
    expect(localStorage.length).toBe(0)
  })

  it('is another after a refusal', async () => {
    const [first, second] = await keysOf([
      [{ a: 1 }, problem(412)],
      [{ a: 1 }, null],
    ])
    expect(second).not.toBe(first)
  })
})
