// What a page must never do unasked: complain on its console, break the content security policy, or get a refusal nobody expects.
import type { Page } from 'playwright-core'

/** A refusal that a test provokes: its status, 0 where no answer comes at all, and how the path of its address begins. */
export type Expected = { status: number; path: string }
export type Watch = {
  /** Whoever looks at this page: named in what is found. */
  on: (page: Page, who: string) => void
  /** From now on this refusal is part of the test; one that never comes is a complaint too. */
  expect: (expected: Expected) => void
  complaints: () => string[]
}

const statusIn = (text: string) => (text.includes('net::ERR_') ? 0 : Number(/status of (\d+)/.exec(text)?.[1]))
/** Says only that this machine was busy for some seconds. */
const late = 'but not used within a few seconds'
/** Requests that a page gave up because it was left. */
const abandoned = 'net::ERR_ABORTED'

export function watching(): Watch {
  const found: string[] = []
  const expected = new Map<Expected, number>()
  const foreseen = (status: number, url: string) =>
    [...expected.keys()].find((one) => one.status === status && new URL(url).pathname.startsWith(one.path))
  const count = (status: number, url: string) => {
    const known = foreseen(status, url)
    if (known) expected.set(known, expected.get(known)! + 1)
    return known !== undefined
  }
  const on = (page: Page, who: string) => {
    page.on('pageerror', (error) => found.push(`${who}: ${error.stack ?? error.message}`))
    page.on('console', (message) => {
      if (message.type() !== 'error' && message.type() !== 'warning') return
      if (message.text().includes(late)) return
      const { url } = message.location()
      if (URL.canParse(url) && foreseen(statusIn(message.text()), url)) return
      found.push(`${who}: ${message.type()} ${message.text()} ${url}`)
    })
    page.on('requestfailed', (request) => {
      if (request.failure()?.errorText !== abandoned && !count(0, request.url()))
        found.push(`${who}: ${request.url()} ${request.failure()?.errorText}`)
    })
    page.on('response', (response) => {
      if (response.status() < 400 || count(response.status(), response.url())) return
      found.push(`${who}: ${response.status()} ${response.request().method()} ${response.url()}`)
    })
  }
  const missing = () => [...expected].filter(([, times]) => times === 0).map(([{ status, path }]) => `no ${status} came from ${path}`)
  return { on, expect: (one) => void expected.set(one, 0), complaints: () => [...found, ...missing()] }
}
