// Cases as cards, where the screen is narrow; as in the table, one is as high as the next, and only those near the window stand on the page.
import { memo, useEffect } from 'react'
import type { CaseSummary } from '../../api/cases.ts'
import type { Session } from '../../api/session.ts'
import { useWords } from '../../ui/words.ts'
import { CaseLink, StepNow, Turn, When, Who } from './cells.tsx'
import { useWindow } from './use-window.ts'

/** Of a card, in px, as its style has it. */
const height = 146

type Props = {
  rows: CaseSummary[]
  reader: Session
  onClaim: (one: CaseSummary) => void
  onLook: (from: number, to: number) => void
}

export function CaseCards({ rows, reader, onClaim, onLook }: Props) {
  const { t } = useWords()
  const { ref, from, to } = useWindow<HTMLUListElement>(rows.length, height)
  useEffect(() => onLook(from, to), [onLook, from, to])
  return (
    <ul
      ref={ref}
      className="case-cards"
      aria-label={t('worklist.title')}
      style={{ paddingTop: from * height, paddingBottom: (rows.length - to) * height }}
    >
      {rows.slice(from, to).map((one, n) => (
        <Card key={one.id} of={one} at={from + n + 1} reader={reader} onClaim={onClaim} />
      ))}
    </ul>
  )
}

function ClosedOn({ of }: { of: CaseSummary }) {
  const { t, date } = useWords()
  return <div className="second">{t('case.closedOn', { date: date(of.closedAt) })}</div>
}

const Card = memo(({ of, at, reader, onClaim }: { of: CaseSummary; at: number } & Pick<Props, 'reader' | 'onClaim'>) => (
  <li aria-posinset={at} aria-setsize={-1}>
    <div>
      <CaseLink of={of} />
    </div>
    <div>
      <When of={of} />
    </div>
    <div>
      <Who of={of} />
    </div>
    <div>
      <StepNow of={of} reader={reader} />
    </div>
    {of.open ? (
      <div className="card-turn">
        <Turn of={of} reader={reader} onClaim={onClaim} />
      </div>
    ) : (
      <ClosedOn of={of} />
    )}
  </li>
))
