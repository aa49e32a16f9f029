// What can be done with a case, as a form at the side: recorded on the case as its reader knew it.
import { useQueryClient } from '@tanstack/react-query'
import { Alert, App, Drawer } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { type Case, type CaseSummary, caseQuery, casesKey, type Facts, type Offer, record } from '../api/cases.ts'
import { isProblem, Problem } from '../api/client.ts'
import type { DraftKey } from './draft/use-draft.ts'
import type { Scope } from './form/scope.ts'
import { SchemaForm } from './SchemaForm.tsx'
import { useSending } from './use-sending.ts'
import { useWords } from './words.ts'

type Props = {
  of: CaseSummary
  offer: Offer
  still: boolean
  scope: Scope
  act?: boolean
  danger?: boolean
  initial?: Facts
  draft?: DraftKey
  /** What has changed since the form was opened. */
  changes?: ReactNode
  onDone: () => void
}

/** Records an offer; on a conflict the case is fetched anew while the form keeps what was typed. */
export function useRecording(
  { of, offer, act = false, draft }: Pick<Props, 'of' | 'offer' | 'act' | 'draft'>,
  onDone: (after: Case) => void,
) {
  const client = useQueryClient()
  const { message } = App.useApp()
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

/** `still` is false once the case has moved on and this can no longer be done. */
export function OfferDrawer({ of, offer, still, scope, act, danger, initial, draft, changes, onDone }: Props) {
  const { t, words } = useWords()
  const [shown, setShown] = useState(true)
  const recorded = useRef(false)
  const submit = useRecording({ of, offer, act, draft }, () => {
    recorded.current = true
    setShown(false)
  })
  const gone = !still && !recorded.current
  return (
    <Drawer
      open={shown}
      size={520}
      title={words(offer.label)}
      onClose={() => setShown(false)}
      afterOpenChange={(open) => open || onDone()}
      closable={{ 'aria-label': t('form.close') }}
      styles={{ wrapper: { maxWidth: '100vw' } }}
    >
      <SchemaForm
        schema={offer.payload}
        submitLabel={t('form.submit')}
        onSubmit={submit}
        onCancel={() => setShown(false)}
        scope={scope}
        initial={initial}
        danger={danger}
        closed={gone}
        draft={draft}
        after={changes}
        notice={gone && <Alert type="warning" showIcon title={t('case.offerGone')} style={{ marginBottom: 16 }} />}
      />
    </Drawer>
  )
}
