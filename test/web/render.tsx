// Puts a component of the web app on a page as the app does: look, language, and what the server would have answered.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import type { Locale } from '../../machines/label.ts'
import { chooseLanguage } from '../../web/i18n.ts'
import { Look } from '../../web/ui/Look.tsx'

/** Answers that are known already, by query key. */
export type Known = (readonly [key: readonly unknown[], answer: unknown])[]

export function show(content: ReactNode, known: Known = []) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } } })
  for (const [key, answer] of known) client.setQueryData(key, answer)
  return render(
    <QueryClientProvider client={client}>
      <Look>{content}</Look>
    </QueryClientProvider>,
  )
}

export const speak = (locale: Locale) => act(() => chooseLanguage(locale))

/** A page that complains on its console fails the test. */
export function quietly() {
  const complaints: unknown[][] = []
  beforeEach(() => {
    complaints.length = 0
    for (const level of ['error', 'warn'] as const) vi.spyOn(console, level).mockImplementation((...said) => void complaints.push(said))
  })
  afterEach(() => {
    cleanup()
    vi.restoreAllMocks()
    expect(complaints).toEqual([])
  })
}
