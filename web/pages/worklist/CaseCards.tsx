// Cases as cards, where the screen is narrow.
import { memo, useEffect } from 'react'
import type { CaseSummary } from '../../api/cases.ts'
import type { Session } from '../../api/session.ts'
import { useWords } from '../../ui/words.ts'
import { CaseLink, StepNow, Turn, When, Who } from './cells.tsx'
import { useWindow } from './use-window.ts'

/** Of a card, in px: they are of several heights. */
const usualHeight = 116

type Props = {
  rows: CaseSummary[]
  reader: Session
  onClaim: (one: CaseSummary) => void
  onLook: (from: number, to: number) => void
}

export function CaseCards({ rows, reader, onClaim, onLook }: Props) {
  const { t } = useWords()
  // All of them stand on the page, and the browser leaves out of its work those that are not seen; about these the list is told.
  const { ref, from, to } = useWindow<HTMLUListElement>(rows.length, usualHeight)
  useEffect(() => onLook(from, to), [onLook, from, to])
  return (
    <ul ref={ref} className="case-cards" aria-label={t('worklist.title')}>
      {rows.map((one) => (
        <Card key={one.id} of={one} reader={reader} onClaim={onClaim} />
      ))}
    </ul>
  )
}

const Card = memo(({ of, reader, onClaim }: { of: CaseSummary } & Pick<Props, 'reader' | 'onClaim'>) => (
  <li>
    <div className="card-line">
      <span>
        <CaseLink of={of} />
      </span>
      <span>
        <When of={of} />
      </span>
    </div>
    <div>
      <Who of={of} />
    </div>
    <div className="card-line">
      <span>
        <StepNow of={of} reader={reader} />
      </span>
      {of.open && (
        <span className="card-turn">
          <Turn of={of} reader={reader} onClaim={onClaim} />
        </span>
      )}
    </div>
  </li>
))
