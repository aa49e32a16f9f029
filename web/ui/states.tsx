// What a page shows while it waits, when something went wrong, and when there is nothing.
import { FileSearchOutlined, InboxOutlined, WarningOutlined } from '@ant-design/icons'
import { useRouter } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { isProblem } from '../api/client.ts'
import { Button } from './Button.tsx'
import { useProblemWords } from './problem-words.ts'
import { useWords } from './words.ts'

/** `within` a panel that stands already, or a panel of its own. */
export function Loading({ within = false }) {
  const { t } = useWords()
  return (
    <div className={within ? 'loading' : 'panel loading'} role="status" aria-busy="true" aria-label={t('state.loading')}>
      {Array.from({ length: 7 }, (_, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines that stand for nothing yet
        <i key={n} />
      ))}
    </div>
  )
}

export function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useWords()
  const explain = useProblemWords()
  const missing = isProblem(error) && error.status === 404
  const final = missing || (isProblem(error) && error.status === 403)
  return (
    <div className={missing ? 'state' : 'state failed'} role="alert">
      {missing ? <FileSearchOutlined aria-hidden /> : <WarningOutlined aria-hidden />}
      <strong>{explain(error)}</strong>
      {final ? (
        <ToWorklist />
      ) : (
        <Button type="primary" onClick={onRetry}>
          {t('state.retry')}
        </Button>
      )}
    </div>
  )
}

function ToWorklist() {
  const { t } = useWords()
  return (
    <Button type="primary" href="/">
      {t('state.toWorklist')}
    </Button>
  )
}

/** Nothing to show, and what to do about it. */
export function Nothing({ title, hint, children }: { title: string; hint?: string | undefined; children?: ReactNode }) {
  return (
    <div className="state">
      <InboxOutlined aria-hidden />
      <strong>{title}</strong>
      {hint && <p>{hint}</p>}
      {children}
    </div>
  )
}

/** For what no page expected; shown in the page's place. */
export function PageError({ error }: { error: unknown }) {
  const router = useRouter()
  useEffect(() => {
    if (!isProblem(error)) console.error(error)
  }, [error])
  return <Failed error={error} onRetry={() => void router.invalidate()} />
}

export function NotFound() {
  const { t } = useWords()
  return (
    <div className="state">
      <FileSearchOutlined aria-hidden />
      <strong>{t('state.notFound')}</strong>
      <p>{t('state.notFoundHint')}</p>
      <ToWorklist />
    </div>
  )
}
