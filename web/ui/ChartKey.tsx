// What the marks in a statechart mean.

import { colours, space, type } from '../theme.ts'
import { Flex } from './Flex.tsx'
import { useWords } from './words.ts'

const box = { display: 'inline-block', width: 14, height: 10, borderRadius: 2, marginInlineEnd: 6 }

/** `begun`: a case is drawn in it, and has a way ahead of it; `looped`: it may have come back on its way; said
 * before that is known, or the line would grow under its reader. */
export function ChartKey({ begun = false, looped = false }: { begun?: boolean; looped?: boolean }) {
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
      {looped && (
        <span>
          <span style={{ ...box, border: `1px dashed ${colours.accent}` }} />
          {t('chart.keyEarlier')}
        </span>
      )}
      {begun && (
        <span>
          <span style={{ ...box, background: colours.inset, border: `1px solid ${colours.line}` }} />
          {t('chart.keyAhead')}
        </span>
      )}
      <span>
        <span style={{ ...box, borderRadius: 6, border: `3px double ${colours.lineStrong}` }} />
        {t('chart.keyFinal')}
      </span>
    </Flex>
  )
}
