// 中文 or English, for this browser from now on.
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { chooseLanguage } from '../i18n.ts'
import { useWords } from './words.ts'

export function LanguageSwitch() {
  const { t, locale } = useWords()
  const client = useQueryClient()
  const other = locale === 'en' ? 'zh-CN' : 'en'
  const choose = async () => {
    await chooseLanguage(other)
    await client.invalidateQueries()
  }
  return (
    <Button type="text" lang={other} aria-label={t('nav.otherLanguage')} onClick={() => void choose()}>
      {other === 'en' ? 'English' : '中文'}
    </Button>
  )
}
