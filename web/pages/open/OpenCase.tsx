// Opening a case: the procedure's own form, then on to the case.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Suspense } from 'react'
import { casesKey, openCase } from '../../api/cases.ts'
import { type Described, proceduresQuery } from '../../api/procedures.ts'
import { Card } from '../../ui/Card.tsx'
import { later } from '../../ui/later.tsx'
import { useMessages } from '../../ui/Messages.tsx'
import { Page } from '../../ui/Page.tsx'
import { Failed, Loading, NotFound } from '../../ui/states.tsx'
import { useSending } from '../../ui/use-sending.ts'
import { useWords } from '../../ui/words.ts'

const SchemaForm = later(async () => (await import('../../ui/SchemaForm.tsx')).SchemaForm)

export function OpenCase() {
  const { procedure: name } = useParams({ from: '/house/open/$procedure' })
  const { data, error, refetch } = useQuery(proceduresQuery)
  if (!data) return error ? <Failed error={error} onRetry={() => void refetch()} /> : <Loading />
  const procedure = data.find((one) => one.name === name)
  return procedure ? <Opening key={procedure.name} procedure={procedure} /> : <NotFound />
}

function Opening({ procedure }: { procedure: Described }) {
  const { t, words } = useWords()
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
  return (
    <Page title={t('open.one', { procedure: words(procedure.label) })} narrow>
      <Card roomy>
        <Suspense fallback={<Loading within />}>
          <SchemaForm
            schema={procedure.opening}
            submitLabel={t('open.submit')}
            onSubmit={submit}
            draft={draft}
            onCancel={() => void navigate({ to: '/open' })}
          />
        </Suspense>
      </Card>
    </Page>
  )
}
