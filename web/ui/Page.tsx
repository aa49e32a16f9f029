// The frame of a page: its title, what belongs beside it, and its content.

import { type PropsWithChildren, type ReactNode, useEffect } from 'react'
import { space } from '../theme.ts'
import { Flex } from './Flex.tsx'
import { useWords } from './words.ts'

type Props = PropsWithChildren<{ title: string; extra?: ReactNode; lead?: ReactNode; narrow?: boolean }>

export function Page({ title, extra, lead, narrow = false, children }: Props) {
  const { t } = useWords()
  useEffect(() => {
    document.title = `${title} · ${t('app.title')}`
  }, [title, t])
  return (
    <Flex vertical gap={space.l} style={{ maxWidth: narrow ? 800 : undefined }}>
      <Flex wrap gap={space.m} align="center" justify="space-between" className="page-head">
        <div>
          <h1>{title}</h1>
          {lead && <p className="prose quiet">{lead}</p>}
        </div>
        {extra}
      </Flex>
      {children}
    </Flex>
  )
}
