// The frame of the pages before anyone is signed in.

import { type PropsWithChildren, useEffect } from 'react'
import { colours, space, type } from '../theme.ts'
import { Flex } from './Flex.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { Mark } from './Mark.tsx'
import { useWords } from './words.ts'

export function Entrance({ title, children }: PropsWithChildren<{ title: string }>) {
  const { t } = useWords()
  useEffect(() => {
    document.title = `${title} · ${t('app.title')}`
  }, [title, t])
  return (
    <main className="entrance">
      <Flex align="center" gap={space.s} style={{ color: colours.accent }}>
        <Mark size={30} />
        <strong style={{ fontSize: type.title }}>{t('app.title')}</strong>
        <span style={{ marginInlineStart: 'auto' }}>
          <LanguageSwitch />
        </span>
      </Flex>
      <p className="prose quiet">{t('app.subtitle')}</p>
      <section className="panel form">
        <h1 style={{ fontSize: type.lead, marginBottom: space.l }}>{title}</h1>
        {children}
      </section>
    </main>
  )
}
