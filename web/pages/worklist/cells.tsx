// What stands in a row about one case: who, which step, whose turn, until when.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { departments } from '../../../machines/departments.ts'
import type { CaseSummary } from '../../api/cases.ts'
import type { Session } from '../../api/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Due } from '../../ui/Due.tsx'
import { CampusName, PersonName } from '../../ui/names.tsx'
import { OutcomeTag } from '../../ui/OutcomeTag.tsx'
import { useWords } from '../../ui/words.ts'
import { claimable, turnsIn } from './turn.ts'

export type Of = { of: CaseSummary; reader: Session; onClaim: (one: CaseSummary) => void }

export function CaseLink({ of }: Pick<Of, 'of'>) {
  const { words } = useWords()
  return (
    <>
      <Link to="/cases/$id" params={{ id: of.id }} className="case-link" data-case={of.id}>
        {of.number}
      </Link>{' '}
      <span className="second">{words(of.label)}</span>
    </>
  )
}

export function Who({ of }: Pick<Of, 'of'>) {
  const { t } = useWords()
  return of.studentName ?? <span className="toned">{t(of.student ? 'case.masked' : 'case.noStudent')}</span>
}

export function StepNow({ of, reader }: Pick<Of, 'of' | 'reader'>) {
  const { words, t } = useWords()
  const [first, ...others] = turnsIn(of, reader)
  return (
    <>
      <span>{words(first?.label)}</span>{' '}
      {others.length > 0 && (
        <span className="second" title={others.map(({ label }) => words(label)).join('\n')}>
          {t('worklist.moreSteps', { count: others.length })}
        </span>
      )}
    </>
  )
}

export function Turn({ of, reader, onClaim }: Of) {
  const { words, t } = useWords()
  const [first] = turnsIn(of, reader)
  if (!of.open || !first?.department) return <span className="toned">—</span>
  return (
    <>
      <span>{words(departments[first.department])}</span>{' '}
      <span className="second">
        {first.assignee ? <PersonName id={first.assignee} /> : t('case.unclaimed')}
        {claimable(of, reader) && (
          <Button
            type="link"
            size="small"
            className="claim"
            onClick={() => onClaim(of)}
            aria-label={t('worklist.claimOne', { number: of.number })}
          >
            {t('worklist.bulk.claim')}
          </Button>
        )}
      </span>
    </>
  )
}

export function When({ of }: Pick<Of, 'of'>) {
  const { date } = useWords()
  if (!of.open) return <OutcomeTag of={of} />
  return (
    <>
      <Due of={of} empty="—" /> {of.due && <span className="second">{date(of.due)}</span>}
    </>
  )
}

const Day = ({ at }: { at: string | null | undefined }) => useWords().date(at) || '—'
const since = (of: CaseSummary, reader: Session) => (of.open ? turnsIn(of, reader)[0]?.enteredAt : null)

/** By the name of their column. */
export const cells: Record<string, (of: Of) => ReactNode> = {
  student: (row) => <Who {...row} />,
  step: (row) => <StepNow {...row} />,
  turn: (row) => <Turn {...row} />,
  due: (row) => <When {...row} />,
  outcome: ({ of }) => <OutcomeTag of={of} />,
  opened: ({ of }) => <Day at={of.openedAt} />,
  waiting: ({ of, reader }) => <Day at={since(of, reader)} />,
  campus: ({ of }) => (of.campus ? <CampusName id={of.campus} /> : '—'),
  closed: ({ of }) => <Day at={of.closedAt} />,
}
