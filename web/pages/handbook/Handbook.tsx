// The procedures of the house, and every clause of its regulations with where it is carried out.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Card, Input, Table, Tag } from 'antd'
import { useState } from 'react'
import { type ClauseInForce, clausesQuery, proceduresQuery } from '../../api/procedures.ts'
import { colours, type } from '../../theme.ts'
import { Page } from '../../ui/Page.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'

export function Handbook() {
  const { t, words } = useWords()
  const { data, error, refetch } = useQuery(proceduresQuery)
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading />
  return (
    <Page title={t('handbook.title')} lead={t('handbook.lead')}>
      <div className="tiles">
        {data.map((procedure) => (
          <Link
            key={procedure.name}
            to="/handbook/$procedure"
            params={{ procedure: `${procedure.name}@${procedure.version}` }}
            style={{ textDecoration: 'none' }}
          >
            <Card hoverable size="small">
              <strong style={{ color: colours.accent, fontSize: type.lead }}>{words(procedure.label)}</strong>
              <div style={{ color: colours.quiet }}>
                {t('handbook.size', { states: procedure.states.length, version: procedure.version })}
              </div>
            </Card>
          </Link>
        ))}
      </div>
      <Clauses />
    </Page>
  )
}

function Clauses() {
  const { t, words } = useWords()
  const { data = [], isPending } = useQuery(clausesQuery)
  const [text, setText] = useState('')
  const found = data.filter((clause) => `${clause.id} ${words(clause.text)}`.toLowerCase().includes(text.toLowerCase()))
  return (
    <Card
      size="small"
      title={t('handbook.clauses')}
      extra={
        <Input
          allowClear
          aria-label={t('handbook.find')}
          placeholder={t('handbook.find')}
          value={text}
          onChange={(e) => setText(e.target.value)}
          style={{ width: 160 }}
        />
      }
    >
      <Table<ClauseInForce>
        size="small"
        rowKey="id"
        loading={isPending}
        dataSource={found}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          { title: t('handbook.clause'), key: 'id', width: 90, render: (_, { id }) => <Tag>{id}</Tag> },
          { title: t('handbook.asks'), key: 'text', render: (_, { text }) => words(text) },
          { title: t('handbook.where'), key: 'where', responsive: ['md'], width: 260, render: (_, clause) => <Where clause={clause} /> },
        ]}
      />
    </Card>
  )
}

function Where({ clause: { carriedOut, kinds } }: { clause: ClauseInForce }) {
  const { t, words, list } = useWords()
  const { data = [] } = useQuery(proceduresQuery)
  const procedures = data.filter(({ name }) => carriedOut.some((place) => place.procedure === name))
  if (!procedures.length)
    return <span style={{ color: colours.quiet }}>{t(kinds.includes('G') ? 'handbook.principle' : 'handbook.notYet')}</span>
  return procedures.map(({ name, version, label }) => (
    <div key={name}>
      <Link to="/handbook/$procedure" params={{ procedure: `${name}@${version}` }}>
        {words(label)}
      </Link>{' '}
      <span style={{ color: colours.quiet }}>
        {list(carriedOut.filter((place) => place.procedure === name).map((place) => words(place.label)))}
      </span>
    </div>
  ))
}
