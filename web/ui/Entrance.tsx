// The frame of the pages before anyone is signed in.
import { Card, Flex } from 'antd'
import { type PropsWithChildren, useEffect } from 'react'
import { colours } from '../theme.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { useWords } from './words.ts'

export function Entrance({ title, children }: PropsWithChildren<{ title: string }>) {
  const { t } = useWords()
  useEffect(() => {
    document.title = `${title} · ${t('app.title')}`
  }, [title, t])
  return (
    <main className="entrance">
      <Flex align="center" gap={10} style={{ color: colours.accent }}>
        <img src="/icon.svg" alt="" width={30} height={30} />
        <strong style={{ fontSize: 20 }}>{t('app.title')}</strong>
        <span style={{ marginInlineStart: 'auto' }}>
          <LanguageSwitch />
        </span>
      </Flex>
      <p style={{ color: colours.quiet }}>{t('app.subtitle')}</p>
      <Card>
        <h1 style={{ fontSize: 18, marginBottom: 16 }}>{title}</h1>
        {children}
      </Card>
    </main>
  )
}
