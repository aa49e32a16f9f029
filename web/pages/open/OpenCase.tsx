// Opening a case: the procedure's own form, then on to the case.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { type Department, departments } from '../../../machines/departments.ts'
import { casesKey, openCase } from '../../api/cases.ts'
import { type Named, procedureNamesQuery, procedureQuery, referenceOf } from '../../api/procedures.ts'
import { sessionQuery } from '../../api/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { later } from '../../ui/later.tsx'
import { useMessages } from '../../ui/Messages.tsx'
import { OpenedBy } from '../../ui/OpenedBy.tsx'
import { Page } from '../../ui/Page.tsx'
import { Failed, Loading, NotFound, Nothing } from '../../ui/states.tsx'
import { useSending } from '../../ui/use-sending.ts'
import { useWords } from '../../ui/words.ts'

const SchemaForm = later(async () => (await import('../../ui/SchemaForm.tsx')).SchemaForm)

export function OpenCase() {
  const { t, words } = useWords()
  const { procedure: name } = useParams({ from: '/house/open/$procedure' })
  const { data, error, refetch } = useQuery(procedureNamesQuery)
  const { data: session } = useQuery(sessionQuery)
  if (!data || !session) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />
  const procedure = data.find((one) => one.name === name)
  if (!procedure) return <NotFound />
  const may = procedure.openedBy.includes(session.role)
  return (
    <Page
      title={t('open.one', { procedure: words(procedure.label) })}
      lead={may && <After of={procedure} />}
      extra={<Explained of={procedure} />}
      narrow
    >
      {may ? (
        <Card roomy>
          <Opening key={procedure.name} procedure={procedure} />
        </Card>
      ) : (
        <Nothing title={t('open.notThis')}>
          <p>
            <OpenedBy {...procedure} />
          </p>
        </Nothing>
      )}
    </Page>
  )
}

/** What becomes of it. */
function After({ of: { first } }: { of: Named }) {
  const { t, words } = useWords()
  return t('open.after', { step: words(first.label), department: words(departments[first.owner as Department]) })
}

function Explained({ of }: { of: Named }) {
  const { t } = useWords()
  return (
    <Link to="/handbook/$procedure" params={{ procedure: referenceOf(of) }}>
      <Button tabIndex={-1}>{t('case.handbook')}</Button>
    </Link>
  )
}

function Opening({ procedure }: { procedure: Named }) {
  const { t } = useWords()
  const reference = referenceOf(procedure)
  const { data, error, refetch } = useQuery(procedureQuery(reference))
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = useMessages()
  const draft = { about: procedure.name, type: 'case.opened' }
  const submit = useSending(async (answers, key) => {
    const { id, number } = await openCase(procedure.name, answers, { key })
    void client.invalidateQueries({ queryKey: casesKey })
    void message.success(t('open.done', { number }))
    await navigate({ to: '/cases/$id', params: { id } })
  }, draft)
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading within />
  return (
    <Suspense fallback={<Loading within />}>
      <SchemaForm
        schema={data.opening}
        submitLabel={t('open.submit')}
        onSubmit={submit}
        draft={draft}
        onCancel={() => void navigate({ to: '/open' })}
      />
    </Suspense>
  )
}
