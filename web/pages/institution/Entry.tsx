// Entering a record by its own form; a campus is chosen among those there are.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { FieldSchema, FormSchema } from '../../../machines/narrowing.ts'
import { type Campus, campusesQuery, type Entered, enter, entryFormsQuery } from '../../api/institution.ts'
import { sessionQuery } from '../../api/session.ts'
import { useMessages } from '../../ui/Messages.tsx'
import { SchemaForm } from '../../ui/SchemaForm.tsx'
import { Failed, Loading, Nothing } from '../../ui/states.tsx'
import { useSending } from '../../ui/use-sending.ts'
import { useWords } from '../../ui/words.ts'

export function Entry({ what }: { what: Entered }) {
  const { t } = useWords()
  const { message } = useMessages()
  const client = useQueryClient()
  const [round, setRound] = useState(0)
  const forms = useQuery(entryFormsQuery)
  const { data: campuses } = useQuery(campusesQuery)
  const submit = useSending(async (answers, key) => {
    await enter(what, answers, key)
    await client.invalidateQueries()
    void message.success(t('institution.entered'))
    setRound(round + 1)
  })
  if (forms.error) return <Failed error={forms.error} onRetry={() => void forms.refetch()} />
  if (!forms.data || !campuses) return <Loading />
  if (!campuses.length && 'campus' in forms.data[what].properties) return <CampusFirst />
  return (
    <SchemaForm
      key={round}
      schema={withCampuses(forms.data[what], campuses)}
      submitLabel={t(`institution.add.${what}`)}
      onSubmit={submit}
    />
  )
}

/** Students and enrolments belong to a campus, which the administrator adds. */
function CampusFirst() {
  const { t } = useWords()
  const { data: session } = useQuery(sessionQuery)
  if (session?.role !== 'admin') return <Nothing title={t('institution.noCampus')} hint={t('institution.campusFirst')} />
  return (
    <Nothing title={t('institution.noCampus')}>
      <Link to="/institution" search={{ tab: 'campuses' }}>
        {t('firstSteps.way.campuses')}
      </Link>
    </Nothing>
  )
}

const withCampuses = (form: FormSchema, campuses: Campus[]): FormSchema => {
  const { campus, ...others } = form.properties
  if (!campus) return form
  const chosen: FieldSchema = {
    ...campus,
    enum: campuses.map(({ id }) => id),
    'x-labels': Object.fromEntries(campuses.map(({ id, name }) => [id, name])),
  }
  const properties = Object.fromEntries(Object.keys(form.properties).map((name) => [name, name === 'campus' ? chosen : others[name]!]))
  return { ...form, properties }
}
