// 中文 or English, for this browser from now on.
import { useQueryClient } from '@tanstack/react-query'
import { chooseLanguage } from '../i18n.ts'
import { Button } from './Button.tsx'
import { useWords } from './words.ts'

/** To the other of the two. */
export function useSwitchLanguage() {
  const { locale } = useWords()
  const client = useQueryClient()
  return async () => {
    await chooseLanguage(locale === 'en' ? 'zh-CN' : 'en')
    await client.invalidateQueries()
  }
}

export function LanguageSwitch() {
  const { t, locale } = useWords()
  const choose = useSwitchLanguage()
  const other = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <Button type="text" lang={other} aria-label={t('nav.otherLanguage')} onClick={() => void choose()}>
      {other === 'en' ? 'English' : '中文'}
    </Button>
  )
}
