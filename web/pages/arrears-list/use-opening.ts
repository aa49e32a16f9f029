// Opens one case after the other; what fails is said where it failed and keeps nothing else from being opened.
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { Facts } from '../../api/cases.ts'
import { isProblem, newKey } from '../../api/client.ts'
import { arrearsListQuery, openArrears } from '../../api/leavers.ts'
import { noticeEnd } from '../../api/session.ts'
import { useProblemWords } from '../../ui/problem-words.ts'
import type { Debtor } from './by-student.ts'

export type Result = 'sending' | { refused: string } | { opened: { id: string; number: string } }

export function useOpening() {
  const client = useQueryClient()
  const explain = useProblemWords()
  const [results, setResults] = useState<Record<string, Result>>({})
  const [busy, setBusy] = useState(false)
  /** The same answers again carry the same key: an answer that was lost opens no second case. */
  const keys = useRef(new Map<string, string>())
  const put = (enrolments: string[], result: Result) =>
    setResults((before) => ({ ...before, ...Object.fromEntries(enrolments.map((enrolment) => [enrolment, result])) }))

  const openOne = async (body: Facts & Debtor): Promise<boolean> => {
    const text = JSON.stringify(body)
    if (!keys.current.has(text)) keys.current.set(text, newKey())
    put(body.enrolments, 'sending')
    try {
      const { id, number } = await openArrears(body, keys.current.get(text)!)
      put(body.enrolments, { opened: { id, number } })
      return true
    } catch (error) {
      if (isProblem(error) && error.status >= 400 && error.status < 500) keys.current.delete(text)
      noticeEnd(client, error)
      put(body.enrolments, { refused: explain(error) })
      return false
    }
  }
  /** Tells whether all were opened. */
  const open = async (debtors: readonly Debtor[], answers: Facts) => {
    setBusy(true)
    let all = true
    for (const debtor of debtors) all = (await openOne({ ...answers, ...debtor })) && all
    await client.invalidateQueries({ queryKey: arrearsListQuery.queryKey })
    setBusy(false)
    return all
  }
  return { results, open, busy }
}
