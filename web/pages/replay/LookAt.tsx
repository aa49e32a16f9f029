// What to look at: the marks of the history by kind, each explained, each leading to its event.

import type { Described } from '../../api/procedures.ts'
import { colours } from '../../theme.ts'
import { Card } from '../../ui/Card.tsx'
import { useWords } from '../../ui/words.ts'
import type { Frame } from './frame.ts'
import { kinds, type Mark, MarkName, useMarkWords } from './marks.tsx'

type Props = { marks: Mark[]; frames: Frame[]; procedure: Described; onChoose: (position: number) => void }

export function LookAt({ marks, frames, procedure, onChoose }: Props) {
  const { t } = useWords()
  const byKind = Map.groupBy(marks, ({ kind }) => kind)
  return (
    <Card title={t('audit.look.title')} extra={marks.length > 0 && t('audit.look.all', { count: marks.length })} className="look-at">
      {marks.length === 0 && <p>{t('audit.look.none')}</p>}
      {kinds
        .filter((kind) => byKind.has(kind))
        .map((kind) => (
          <section key={kind}>
            <h2>
              <MarkName kind={kind} />
            </h2>
            <p style={{ color: colours.quiet }}>{t(`audit.mark.${kind}.about`)}</p>
            <Places marks={byKind.get(kind)!} frames={frames} procedure={procedure} onChoose={onChoose} />
          </section>
        ))}
    </Card>
  )
}

function Places({ marks, frames, procedure, onChoose }: Props) {
  const { words } = useWords()
  const says = useMarkWords(procedure, frames)
  return (
    <ul className="places">
      {marks.map((mark) => (
        <li key={mark.sequence}>
          <button type="button" onClick={() => onChoose(mark.sequence - 1)}>
            <strong>
              {mark.sequence}. {words(frames[mark.sequence - 1]?.event.label)}
            </strong>
            <span>{says(mark)}</span>
          </button>
        </li>
      ))}
    </ul>
  )
}
