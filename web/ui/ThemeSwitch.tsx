// Light, dark, or as the system has it: one of three, for this browser.
import { chooseTheme, themeChoices, useThemeChoice } from '../theme-choice.ts'
import { Segments } from './Segments.tsx'
import { useWords } from './words.ts'

export function ThemeSwitch() {
  const { t } = useWords()
  const chosen = useThemeChoice()
  const options = themeChoices.map((value) => ({ value, label: t(`look.${value}`) }))
  return <Segments label={t('look.title')} value={chosen} options={options} onChange={chooseTheme} />
}
