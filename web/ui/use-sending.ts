// Sending something once: the same answers again carry the same key, so that a lost reply never records twice.
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { isProblem, newKey } from '../api/client.ts'
import { noticeEnd } from '../api/session.ts'
import type { Answers } from './form/answers.ts'

type Attempt = { text: string; key: string }

/** Runs `send` with the key for these answers; a refusal ends the key, an unanswered attempt keeps it. */
export function useSending<T>(send: (answers: Answers, key: string) => Promise<T>) {
  const client = useQueryClient()
  const last = useRef<Attempt | null>(null)
  return async (answers: Answers): Promise<T> => {
    const text = JSON.stringify(answers)
    if (last.current?.text !== text) last.current = { text, key: newKey() }
    try {
      return await send(answers, last.current.key)
    } catch (error) {
      if (isProblem(error) && error.status >= 400 && error.status < 500) last.current = null
      noticeEnd(client, error)
      throw error
    }
  }
}
