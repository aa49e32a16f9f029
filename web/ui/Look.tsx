// The component library in the reader's language and the theme that is on: around whatever is made of it, and fetched with that.
import { StyleProvider } from '@ant-design/cssinjs'
import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { type PropsWithChildren, useMemo } from 'react'
import { basics, themeIn } from '../library-theme.ts'
import { useMode } from '../theme-choice.ts'
import { useWords } from './words.ts'

export function Look({ children }: PropsWithChildren) {
  const { locale } = useWords()
  const mode = useMode()
  const theme = useMemo(() => (import.meta.env.PROD ? basics : themeIn(mode)), [mode])
  return (
    <StyleProvider layer>
      <ConfigProvider theme={theme} locale={locale === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }}>
        {children}
      </ConfigProvider>
    </StyleProvider>
  )
}
