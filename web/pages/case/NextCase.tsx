// Where nothing is left to do in this case: the most pressing of the reader's other cases, or of those nobody has claimed.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { shownIn, type ViewName, viewsFor } from '../../../machines/views.ts'
import { type Case, type CaseSummary, stretchQuery } from '../../api/cases.ts'
import type { Page } from '../../api/client.ts'
import { type Session, sessionQuery } from '../../api/session.ts'
import { Due } from '../../ui/Due.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { useWords } from '../../ui/words.ts'

export function NextCase({ after }: { after: Case }) {
  const { data: session } = useQuery(sessionQuery)
  return session && viewsFor(session.role).includes('mine') ? <Next after={after} reader={session} /> : null
}

function Next({ after, reader }: { after: Case; reader: Session }) {
  const { t, words, comma } = useWords()
  const listed = (view: ViewName) => stretchQuery(shownIn(view, reader), {})
  const other = (page: Page<CaseSummary>) => page.items.find(({ id }) => id !== after.id) ?? null
  const mine = useQuery({ ...listed('mine'), select: other })
  const unclaimed = useQuery({ ...listed('unclaimed'), select: other, enabled: mine.data === null })
  const next = mine.data ?? unclaimed.data
  if (!next) return null
  return (
    <Flex wrap gap="0 8px" className="next-case">
      <Link to="/cases/$id" params={{ id: next.id }}>
        {t(mine.data ? 'case.nextMine' : 'case.nextUnclaimed', { number: next.number })}
      </Link>
      <span>{[words(next.label), next.studentName].filter(Boolean).join(comma)}</span>
      <Due of={next} />
    </Flex>
  )
}
