// The procedures of the house, and every clause of its regulations with where it is carried out; both can be looked through by words.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useMemo } from 'react'
import { type ClauseInForce, clausesQuery, type Described, proceduresQuery, referenceOf } from '../../api/procedures.ts'
import { colours, type } from '../../theme.ts'
import { Card } from '../../ui/Card.tsx'
import { Page } from '../../ui/Page.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { useWide } from '../../ui/wide.ts'
import { useWords } from '../../ui/words.ts'
import { Found } from './Found.tsx'
import { search } from './search.ts'

export function Handbook() {
  const { t } = useWords()
  const { q = '' } = useSearch({ from: '/house/handbook' })
  const { data, error, refetch } = useQuery(proceduresQuery)
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  return (
    <Page title={t('handbook.title')} lead={t('handbook.lead')}>
      <SearchBox q={q} />
      {data ? <Contents procedures={data} q={q} /> : <Loading />}
    </Page>
  )
}

function SearchBox({ q }: { q: string }) {
  const { t } = useWords()
  const navigate = useNavigate({ from: '/handbook' })
  return (
    <search>
      <SearchField
        tall
        label={t('handbook.search')}
        value={q}
        onChange={(text) => void navigate({ search: { q: text || undefined }, replace: true })}
      />
    </search>
  )
}

function Contents({ procedures, q }: { procedures: Described[]; q: string }) {
  const { locale } = useWords()
  const { data: clauses = [] } = useQuery(clausesQuery)
  const wanted = useDeferredValue(q)
  const hits = useMemo(() => search({ procedures, clauses }, wanted, locale), [procedures, clauses, wanted, locale])
  if (q.trim()) return <Found hits={hits} />
  return (
    <>
      <Tiles procedures={procedures} />
      <Clauses />
    </>
  )
}

function Tiles({ procedures }: { procedures: Described[] }) {
  const { t, words } = useWords()
  return (
    <div className="tiles">
      {procedures.map(({ name, version, label, states }) => (
        <Link
          key={name}
          to="/handbook/$procedure"
          params={{ procedure: referenceOf({ name, version }) }}
          style={{ textDecoration: 'none' }}
        >
          <Card className="leads">
            <strong style={{ color: colours.accent, fontSize: type.lead }}>{words(label)}</strong>
            <div className="quiet">{t('handbook.size', { states: states.length, version })}</div>
          </Card>
        </Link>
      ))}
    </div>
  )
}

function Clauses() {
  const { t, words } = useWords()
  const { data = [], isPending } = useQuery(clausesQuery)
  const wide = useWide()
  const columns: Column<ClauseInForce>[] = [
    { title: t('handbook.clause'), key: 'id', width: 90, render: ({ id }) => <span className="tag">{id}</span> },
    { title: t('handbook.asks'), key: 'text', render: ({ text }) => words(text) },
  ]
  const where: Column<ClauseInForce> = { title: t('handbook.where'), key: 'where', width: 260, render: (one) => <Where clause={one} /> }
  return (
    <Card title={t('handbook.clauses')}>
      {isPending && <Loading within />}
      <Table<ClauseInForce> rowKey={({ id }) => id} rows={data} columns={wide ? [...columns, where] : columns} most={20} />
    </Card>
  )
}

function Where({ clause: { carriedOut, kinds } }: { clause: ClauseInForce }) {
  const { t, words, comma } = useWords()
  const { data = [] } = useQuery(proceduresQuery)
  const procedures = data.filter(({ name }) => carriedOut.some((place) => place.procedure === name))
  if (!procedures.length) return <span className="quiet">{t(kinds.includes('G') ? 'handbook.principle' : 'handbook.notYet')}</span>
  return procedures.map(({ name, version, label }) => (
    <div key={name}>
      <span className="quiet">{words(label)}</span>{' '}
      {carriedOut
        .filter((place) => place.procedure === name)
        .map((place, index) => (
          <span key={place.state}>
            {index > 0 && comma}
            <Link to="/handbook/$procedure" params={{ procedure: referenceOf({ name, version }) }} hash={place.state}>
              {words(place.label)}
            </Link>
          </span>
        ))}
    </div>
  ))
}
