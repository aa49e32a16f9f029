// The cases of a round in the order drawn, each with its finding, the replay to come to it, and earlier findings kept.
import { Link } from '@tanstack/react-router'
import { Suspense, useEffect, useState } from 'react'
import type { DrawnCase, WholeRound } from '../../api/audit.ts'
import { colours } from '../../theme.ts'
import { FindingSaid } from '../../ui/audit/FindingSaid.tsx'
import { Button } from '../../ui/Button.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { later } from '../../ui/later.tsx'
import { useWords } from '../../ui/words.ts'

const FindingDrawer = later(async () => (await import('./FindingDrawer.tsx')).FindingDrawer)

export function DrawnCases({ round, audits }: { round: WholeRound; audits: boolean }) {
  /** Undefined until a finding was first asked for: its form is fetched then. */
  const [asked, setAsked] = useState<string | null>()
  useEffect(() => {
    if (audits) FindingDrawer.soon()
  }, [audits])
  const one = round.cases.find(({ case: of }) => of?.id === asked)
  return (
    <>
      <ol className="drawn">
        {round.cases.map((drawn) => (
          <Row key={drawn.position} of={drawn} round={round} onAsk={audits ? setAsked : undefined} />
        ))}
      </ol>
      <Suspense>{asked !== undefined && <FindingDrawer round={round.id} of={one} onClose={() => setAsked(null)} />}</Suspense>
    </>
  )
}

type RowProps = { of: DrawnCase; round: WholeRound; onAsk: ((id: string) => void) | undefined }
function Row({ of: { case: of, position, tickets, findings }, round, onAsk }: RowProps) {
  const { t, words } = useWords()
  const newest = findings.at(-1)
  return (
    <li>
      <span className="position">{position}.</span>
      {of ? (
        <span className="which">
          <Link to="/cases/$id/replay" params={{ id: of.id }} search={{ round: round.id }}>
            <strong>{of.number}</strong> {words(of.label)}
          </Link>
          {round.method === 'risk' && (
            <span style={{ color: colours.quiet }}>
              {t('audit.round.tickets')} {tickets}
            </span>
          )}
        </span>
      ) : (
        <span style={{ color: colours.quiet }}>{t('audit.round.withheld')}</span>
      )}
      <div className="said">
        {newest ? <FindingSaid said={newest} /> : <span style={{ color: colours.quiet }}>{of && t('audit.round.pending')}</span>}
        {findings.length > 1 && <Earlier findings={findings.slice(0, -1)} />}
      </div>
      {of && onAsk && (
        <Flex gap={8} className="no-print">
          <Button
            size="small"
            onClick={() => onAsk(of.id)}
            aria-label={`${t(newest ? 'audit.round.change' : 'audit.round.record')} ${of.number}`}
          >
            {t(newest ? 'audit.round.change' : 'audit.round.record')}
          </Button>
        </Flex>
      )}
    </li>
  )
}

function Earlier({ findings }: Pick<DrawnCase, 'findings'>) {
  const { t } = useWords()
  return (
    <details>
      <summary>{t('audit.round.changed', { count: findings.length })}</summary>
      {findings.map((said) => (
        <FindingSaid key={said.sequence} said={said} />
      ))}
    </details>
  )
}
