// The look of everything inside: theme, and the component library in the reader's language.
import { StyleProvider } from '@ant-design/cssinjs'
import { ConfigProvider } from 'antd'
import type { Locale as Library } from 'antd/es/locale'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import { type PropsWithChildren, useMemo } from 'react'
import { themeIn } from '../theme.ts'
import { useMode } from '../theme-choice.ts'
import { Messages } from './Messages.tsx'
import { useWords } from './words.ts'

/** The year and the month on a calendar are named by what stands on them, not by what they do. */
function named(library: Library): Library {
  const { DatePicker } = library
  return { ...library, DatePicker: DatePicker && { ...DatePicker, lang: { ...DatePicker.lang, yearSelect: '', monthSelect: '' } } }
}
const libraries = { 'zh-CN': named(zhCN), en: named(enUS) }

export function Look({ children }: PropsWithChildren) {
  const { locale } = useWords()
  const mode = useMode()
  const theme = useMemo(() => themeIn(locale, mode), [locale, mode])
  return (
    <StyleProvider layer>
      <ConfigProvider theme={theme} locale={libraries[locale]} button={{ autoInsertSpace: false }}>
        <Messages>{children}</Messages>
      </ConfigProvider>
    </StyleProvider>
  )
}
