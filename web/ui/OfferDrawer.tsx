// What can be done with a case, as a form at the side: recorded on the case as its reader knew it.
import { Drawer } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import type { CaseSummary, Facts, Offer } from '../api/cases.ts'
import { Alert } from './Alert.tsx'
import type { DraftKey } from './draft/use-draft.ts'
import type { Scope } from './form/scope.ts'
import { SchemaForm } from './SchemaForm.tsx'
import { useRecording } from './use-recording.ts'
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
        notice={gone && <Alert type="warning" title={t('case.offerGone')} style={{ marginBottom: 16 }} />}
      />
    </Drawer>
  )
}
