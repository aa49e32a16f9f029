// The look of everything inside: theme, and the component library in the reader's language.
import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { type PropsWithChildren, useLayoutEffect, useMemo } from 'react'
import { paint, themeIn } from '../theme.ts'
import { Messages } from './Messages.tsx'
import { useWords } from './words.ts'

export function Look({ children }: PropsWithChildren) {
  const { locale } = useWords()
  const theme = useMemo(() => themeIn(locale), [locale])
  useLayoutEffect(() => {
    paint(document.documentElement, locale)
  }, [locale])
  return (
    <ConfigProvider theme={theme} locale={locale === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }}>
      <Messages>{children}</Messages>
    </ConfigProvider>
  )
}
