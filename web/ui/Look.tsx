// The look of everything inside: theme, and the component library in the reader's language.
import { StyleProvider } from '@ant-design/cssinjs'
import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { type PropsWithChildren, useMemo } from 'react'
import { themeIn } from '../theme.ts'
import { useMode } from '../theme-choice.ts'
import { Messages } from './Messages.tsx'
import { useWords } from './words.ts'

export function Look({ children }: PropsWithChildren) {
  const { locale } = useWords()
  const mode = useMode()
  const theme = useMemo(() => themeIn(locale, mode), [locale, mode])
  return (
    <StyleProvider layer>
      <ConfigProvider theme={theme} locale={locale === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }}>
        <Messages>{children}</Messages>
      </ConfigProvider>
    </StyleProvider>
  )
}
