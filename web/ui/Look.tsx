// The look of everything inside: theme, and the component library in the reader's language.
import { App, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { type PropsWithChildren, useLayoutEffect, useMemo } from 'react'
import { themeIn } from '../theme.ts'
import { useMode } from '../theme-choice.ts'
import { useWords } from './words.ts'

export function Look({ children }: PropsWithChildren) {
  const { locale } = useWords()
  const mode = useMode()
  const theme = useMemo(() => themeIn(locale, mode), [locale, mode])
  useLayoutEffect(() => void dayjs.locale(locale === 'en' ? 'en' : 'zh-cn'), [locale])
  return (
    <ConfigProvider theme={theme} locale={locale === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }}>
      <App component={false}>{children}</App>
    </ConfigProvider>
  )
}
