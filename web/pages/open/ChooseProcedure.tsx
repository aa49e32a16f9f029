// The procedures that this person may open a case of.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Clause } from '../../../machines/clauses.ts'
import { clausesQuery, type Named, procedureNamesQuery } from '../../api/procedures.ts'
import { sessionQuery } from '../../api/session.ts'
import { colours, type } from '../../theme.ts'
import { Card } from '../../ui/Card.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { Page } from '../../ui/Page.tsx'
import { Failed, Loading, Nothing } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'

export function ChooseProcedure() {
  const { t } = useWords()
  const { data: session } = useQuery(sessionQuery)
  const { data, error, refetch } = useQuery(procedureNamesQuery)
  const clauses = useQuery(clausesQuery)
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data || !session || clauses.isLoading) return <Loading />
  const mine = data.filter(({ openedBy }) => openedBy.includes(session.role))
  return (
    <Page title={t('open.title')} lead={t('open.lead')}>
      {mine.length === 0 && <Nothing title={t('open.none')} hint={t('open.noneHint')} />}
      <div className="tiles">
        {mine.map((procedure) => (
          <Tile key={procedure.name} procedure={procedure} clause={clauses.data?.find(({ id }) => id === procedure.first.clause)} />
        ))}
      </div>
    </Page>
  )
}

function Tile({ procedure, clause }: { procedure: Named; clause: Clause | undefined }) {
  const { words } = useWords()
  return (
    <Link to="/open/$procedure" params={{ procedure: procedure.name }} style={{ textDecoration: 'none' }}>
      <Card className="leads">
        <Flex vertical gap={4}>
          <strong style={{ color: colours.accent, fontSize: type.lead }}>{words(procedure.label)}</strong>
          {clause && <span style={{ color: colours.quiet }}>{words(clause.text)}</span>}
        </Flex>
      </Card>
    </Link>
  )
}
