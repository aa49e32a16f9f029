// Sending something once: the same answers again carry the same key, so that a lost reply never records twice.
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { isProblem, newKey } from '../api/client.ts'
import { noticeEnd } from '../api/session.ts'
import { type Attempt, type DraftOf, dropDraft, keepDraft, readDraft } from './draft/drafts.ts'
import { type DraftKey, useDraftOf } from './draft/use-draft.ts'
import type { Answers } from './form/answers.ts'

/** `again`: an attempt under this key may have arrived already. */
type Send<T> = (answers: Answers, key: string, again: boolean) => Promise<T>

/**
 * Runs `send` with the key for these answers; an answer ends the key, an unanswered attempt keeps it, with the draft where there is one:
 * so it outlasts the page. What is being sent already is not sent again.
 */
export function useSending<T>(send: Send<T>, draft?: DraftKey) {
  const client = useQueryClient()
  const attempts = useAttempts(useDraftOf(draft))
  const running = useRef<{ text: string; answer: Promise<T> } | null>(null)
  const once = async (answers: Answers, text: string): Promise<T> => {
    try {
      const { key, again } = attempts.begin(text)
      const answer = await send(answers, key, again)
      attempts.end()
      return answer
    } catch (error) {
      if (isProblem(error) && error.status >= 400 && error.status < 500) attempts.end()
      noticeEnd(client, error)
      throw error
    } finally {
      running.current = null
    }
  }
  return (answers: Answers): Promise<T> => {
    const text = JSON.stringify(answers)
    if (running.current?.text !== text) running.current = { text, answer: once(answers, text) }
    return running.current.answer
  }
}

function useAttempts(of: DraftOf | null) {
  const last = useRef<Attempt | null>(null)
  const keep = (attempt: Attempt | null) => {
    last.current = attempt
    const draft = of && readDraft(of)
    if (!of || !(draft || attempt)) return
    const kept = { answers: {}, at: new Date().toISOString(), ...draft, attempt: attempt ?? undefined }
    if (attempt || Object.keys(kept.answers).length) keepDraft(of, kept)
    else dropDraft(of)
  }
  return {
    begin: (text: string): { key: string; again: boolean } => {
      const before = last.current ?? (of && readDraft(of)?.attempt)
      if (before?.text === text) return { key: before.key, again: true }
      const key = newKey()
      keep({ text, key })
      return { key, again: false }
    },
    end: () => keep(null),
  }
}
