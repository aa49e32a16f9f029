// How like cases were decided: closed cases of the same procedure, the same kind of reason and the nearest amounts first.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Comparable, comparableQuery } from '../../api/approvals.ts'
import type { Case } from '../../api/cases.ts'
import { pinned, procedureQuery } from '../../api/procedures.ts'
import { Flex } from '../../ui/Flex.tsx'
import { OutcomeTag } from '../../ui/OutcomeTag.tsx'
import { useWords } from '../../ui/words.ts'
import { Money } from './line.tsx'

export function Earlier({ of }: { of: Case }) {
  const { t } = useWords()
  const { data } = useQuery(comparableQuery(of.id))
  if (!data) return null
  return (
    <details className="earlier" open={data.length > 0}>
      <summary>{t('approvals.earlier', { count: data.length })}</summary>
      {data.length === 0 && <p className="quiet">{t('approvals.noEarlier')}</p>}
      <ul>
        {data.map((one) => (
          <li key={one.id}>
            <Row of={of} one={one} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Row({ of, one }: { of: Case; one: Comparable }) {
  const { words, date, list } = useWords()
  const { data: procedure } = useQuery(procedureQuery(pinned(of)))
  const labels = procedure?.opening.properties.category?.['x-labels']
  const told = one.decisions.map(({ label, by, at }) => `${words(label)} · ${by} · ${date(at)}`)
  return (
    <>
      <Flex wrap gap={8} justify="space-between">
        <span>
          <Link to="/cases/$id" params={{ id: one.id }}>
            {one.number}
          </Link>{' '}
          {one.category && words(labels?.[one.category])}
        </span>
        <Flex gap={8} align="center">
          <Money stake={one.stake} />
          <OutcomeTag of={{ outcome: one.outcome ?? undefined }} />
        </Flex>
      </Flex>
      {told.length > 0 && <span className="quiet">{list(told)}</span>}
    </>
  )
}
