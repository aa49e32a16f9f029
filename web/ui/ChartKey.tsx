// What the marks in a statechart mean.
import { Flex } from 'antd'
import { colours, space, type } from '../theme.ts'
import { useWords } from './words.ts'

const box = { display: 'inline-block', width: 14, height: 10, borderRadius: 2, marginInlineEnd: 6 }

export function ChartKey() {
  const { t } = useWords()
  return (
    <Flex gap={space.m} wrap style={{ fontSize: type.small, color: colours.quiet }}>
      <span>
        <span style={{ ...box, background: colours.accent }} />
        {t('chart.keyCurrent')}
      </span>
      <span>
        <span style={{ ...box, background: colours.accentSoft, border: `1px solid ${colours.accent}` }} />
        {t('chart.keyWalked')}
      </span>
      <span>
        <span style={{ ...box, borderRadius: 6, border: `3px double ${colours.lineStrong}` }} />
        {t('chart.keyFinal')}
      </span>
    </Flex>
  )
}
