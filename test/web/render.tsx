// Puts a component of the web app on a page as the app does: look, language, and what the server would have answered.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render } from '@testing-library/react'
import type { PropsWithChildren, ReactNode } from 'react'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import type { Locale } from '../../machines/label.ts'
import { type Session, sessionKey } from '../../web/api/session.ts'
import { chooseLanguage } from '../../web/i18n.ts'
import { Look } from '../../web/ui/Look.tsx'
import { Messages } from '../../web/ui/Messages.tsx'

const session: Session = {
  id: 'u-0',
  name: '何静',
  username: 'customer-service',
  role: 'customer-service',
  department: 'customer-service',
  campus: null,
  lead: true,
  onBehalfOf: [],
  demo: false,
}

/** Answers that are known already, by query key. */
export type Known = (readonly [key: readonly unknown[], answer: unknown])[]

/** Gives what is inside its data and its look; somebody of customer service is signed in. */
export function inTheApp(known: Known = []) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } })
  for (const [key, answer] of [[sessionKey, session] as const, ...known]) client.setQueryData(key, answer)
  return ({ children }: PropsWithChildren) => (
    <QueryClientProvider client={client}>
      <Messages>
        <Look>{children}</Look>
      </Messages>
    </QueryClientProvider>
  )
}

export const show = (content: ReactNode, known: Known = []) => render(content, { wrapper: inTheApp(known) })

export const speak = (locale: Locale) => act(() => chooseLanguage(locale))

/** A page that complains on its console, or asks a server for what the test does not answer, fails the test. */
export function quietly() {
  const complaints: unknown[][] = []
  beforeEach(() => {
    complaints.length = 0
    vi.spyOn(globalThis, 'fetch').mockImplementation(async (path) => {
      complaints.push(['nobody answers', path])
      throw new TypeError('no network in a component test')
    })
    for (const level of ['error', 'warn'] as const) vi.spyOn(console, level).mockImplementation((...said) => void complaints.push(said))
  })
  afterEach(() => {
    cleanup()
    vi.restoreAllMocks()
    expect(complaints).toEqual([])
  })
}
