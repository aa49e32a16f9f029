// What a page shows while it waits, when something went wrong, and when there is nothing.
import { FileSearchOutlined } from '@ant-design/icons'
import { useRouter } from '@tanstack/react-router'
import { Button, Card, Empty, Flex, Result, Skeleton } from 'antd'
import { type ReactNode, useEffect } from 'react'
import { isProblem } from '../api/client.ts'
import { useProblemWords } from './problem-words.ts'
import { useWords } from './words.ts'

export function Loading() {
  const { t } = useWords()
  return (
    <Card aria-busy="true" aria-label={t('state.loading')}>
      <Skeleton active paragraph={{ rows: 6 }} />
    </Card>
  )
}

export function Failed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useWords()
  const explain = useProblemWords()
  const missing = isProblem(error) && error.status === 404
  return (
    <Result
      {...(missing ? { icon: <FileSearchOutlined aria-hidden /> } : { status: 'warning' })}
      title={explain(error)}
      extra={
        missing ? (
          <Button type="primary" href="/">
            {t('state.toWorklist')}
          </Button>
        ) : (
          <Button type="primary" onClick={onRetry}>
            {t('state.retry')}
          </Button>
        )
      }
    />
  )
}

/** Nothing to show, and what to do about it. */
export function Nothing({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <Empty
      image={Empty.PRESENTED_IMAGE_SIMPLE}
      description={
        <Flex vertical gap={4}>
          <strong>{title}</strong>
          {hint && <span>{hint}</span>}
        </Flex>
      }
    >
      {children}
    </Empty>
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
    <Result
      icon={<FileSearchOutlined aria-hidden />}
      title={t('state.notFound')}
      subTitle={t('state.notFoundHint')}
      extra={
        <Button type="primary" href="/">
          {t('state.toWorklist')}
        </Button>
      }
    />
  )
}
