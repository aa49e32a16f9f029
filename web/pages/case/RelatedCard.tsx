// Other cases of the same student, and the one this case follows.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Case, type CaseSummary, siblingCasesQuery } from '../../api/cases.ts'
import { colours } from '../../theme.ts'
import { Card } from '../../ui/Card.tsx'
import { OutcomeTag } from '../../ui/OutcomeTag.tsx'
import { useWords } from '../../ui/words.ts'

export function RelatedCard({ of }: { of: Case }) {
  const { t } = useWords()
  const { data = [] } = useQuery({ ...siblingCasesQuery(of.student, ''), enabled: of.student !== null })
  const others = data.filter(({ id }) => id !== of.id)
  if (!others.length) return null
  return (
    <Card title={t('case.related')} className="related">
      <ul className="plain">
        {others.map((other) => (
          <Other key={other.id} other={other} of={of} />
        ))}
      </ul>
    </Card>
  )
}

function Other({ other, of }: { other: CaseSummary; of: Case }) {
  const { t, words, date } = useWords()
  return (
    <li>
      <Link to="/cases/$id" params={{ id: other.id }}>
        {other.number} {words(other.label)}
      </Link>
      {!other.open && <OutcomeTag of={other} />}
      <div style={{ color: colours.quiet }}>
        {t(other.open ? 'case.stands' : 'case.ended', {
          state: words(other.steps[0]?.label),
          date: date(other.closedAt ?? other.openedAt),
        })}
        {other.id === of.follows && ` ${t('case.followed')}`}
        {other.follows === of.id && ` ${t('case.following')}`}
      </div>
    </li>
  )
}
