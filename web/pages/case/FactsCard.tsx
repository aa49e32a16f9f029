// What is known of a case: the form it was opened with, and what has been found out since.
import type { Case, HistoryEvent } from '../../api/cases.ts'
import type { Described } from '../../api/procedures.ts'
import { Card } from '../../ui/Card.tsx'
import { foundOut } from '../../ui/changes/found-out.ts'
import { FieldList } from '../../ui/FieldList.tsx'
import { type Scope, ScopeProvider } from '../../ui/form/scope.ts'
import { noted, valuesOf } from '../../ui/recorded.ts'
import { Loading } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'

type Props = { of: Case; procedure: Described; history: HistoryEvent[] | undefined; scope: Scope }

export function FactsCard({ of, procedure, history, scope }: Props) {
  const { t } = useWords()
  const [opened] = history ?? []
  const { schema, values } = foundOut(of, procedure, t)
  const since = { ...values, ...noted(history ?? [], procedure) }
  return (
    <Card title={t('case.facts')} className="facts">
      <ScopeProvider value={scope}>
        {opened ? <FieldList schema={procedure.opening} values={valuesOf(opened)} /> : <Loading within />}
        {Object.keys(since).length > 0 && (
          <div className="since">
            <h3>{t('case.since')}</h3>
            <FieldList schema={schema} values={since} />
          </div>
        )}
      </ScopeProvider>
    </Card>
  )
}
