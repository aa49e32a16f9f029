// What can be done with a case, recorded on the case as its reader knew it.
import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { type Case, type CaseSummary, caseQuery, casesKey, type Offer, record } from '../api/cases.ts'
import { isProblem, Problem } from '../api/client.ts'
import type { DraftKey } from './draft/use-draft.ts'
import { useMessages } from './Messages.tsx'
import { useSending } from './use-sending.ts'
import { useWords } from './words.ts'

/** `act`: it does not move the case. */
export type Recording = { of: CaseSummary; offer: Offer; act?: boolean; draft?: DraftKey }

/** Records an offer; on a conflict the case is fetched anew while the form keeps what was typed. */
export function useRecording({ of, offer, act = false, draft }: Recording, onDone: (after: Case) => void) {
  const client = useQueryClient()
  const { message } = useMessages()
  const { t, words } = useWords()
  const revision = useRevision(of)
  return useSending(async (answers, key, again) => {
    if (!act && !again && revision.movedOn()) throw new Problem({ status: 412, code: 'stale', title: '', detail: t('form.movedOn') })
    try {
      const after = await record(offer.href, answers, { revision: act ? undefined : revision.toSend(again), key })
      client.setQueryData(caseQuery(of.id).queryKey, after)
      void client.invalidateQueries({ queryKey: casesKey })
      void message.success(t('case.recorded', { what: words(offer.label) }))
      onDone(after)
    } catch (error) {
      if (isProblem(error) && [403, 404, 409, 412].includes(error.status)) {
        revision.told()
        await client.invalidateQueries({ queryKey: casesKey })
      }
      throw error
    }
  }, draft)
}

/** The case as its reader knows it: what has changed since is said to them once before anything is recorded on top of it. */
function useRevision({ revision }: CaseSummary) {
  const known = useRef<number | null>(revision)
  const attempted = useRef(revision)
  return {
    movedOn: () => {
      const moved = known.current !== null && known.current !== revision
      known.current = revision
      return moved
    },
    /** What may have arrived already goes again as it went. */
    toSend: (again: boolean) => {
      if (!again) attempted.current = revision
      return attempted.current
    },
    told: () => {
      known.current = null
    },
  }
}
