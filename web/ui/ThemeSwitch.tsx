// Light, dark, or as the system has it: one of three, for this browser.
import { Radio } from 'antd'
import { chooseTheme, themeChoices, useThemeChoice } from '../theme-choice.ts'
import { useWords } from './words.ts'

export function ThemeSwitch() {
  const { t } = useWords()
  const chosen = useThemeChoice()
  return (
    <Radio.Group
      aria-label={t('look.title')}
      value={chosen}
      onChange={({ target }) => chooseTheme(target.value)}
      options={themeChoices.map((value) => ({ value, label: t(`look.${value}`) }))}
    />
  )
}
