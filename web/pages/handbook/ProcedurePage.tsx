// One procedure: drawn, and step by step with owner, deadline and clause.
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Card, Table, Tag } from 'antd'
import { useState } from 'react'
import { type Department, departments, roles } from '../../../machines/departments.ts'
import { type Described, drawingQuery, procedureQuery } from '../../api/procedures.ts'
import { ClauseText } from '../../ui/ClauseText.tsx'
import { OutcomeTag } from '../../ui/OutcomeTag.tsx'
import { Page } from '../../ui/Page.tsx'
import { Statechart } from '../../ui/Statechart.tsx'
import { StepDrawer } from '../../ui/StepDrawer.tsx'
import { Failed, Loading } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'

export function ProcedurePage() {
  const { procedure: id } = useParams({ from: '/house/handbook/$procedure' })
  const { data, error, refetch } = useQuery(procedureQuery(id))
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  return data ? <TheProcedure key={id} id={id} procedure={data} /> : <Loading />
}

function TheProcedure({ id, procedure }: { id: string; procedure: Described }) {
  const { t, words, list } = useWords()
  const { data: drawing } = useQuery(drawingQuery(id))
  const [path, setPath] = useState<string | null>(null)
  const openers = list(procedure.openedBy.map((role) => words(roles[role].label)))
  return (
    <Page
      title={t('handbook.one', { procedure: words(procedure.label), version: procedure.version })}
      lead={t('handbook.openedBy', { roles: openers })}
    >
      <Card size="small">
        {drawing ? (
          <Statechart drawing={drawing} label={t('chart.label', { procedure: words(procedure.label) })} onChoose={setPath} height={640} />
        ) : (
          <Loading />
        )}
      </Card>
      <Steps procedure={procedure} />
      <StepDrawer procedure={procedure} path={path} onClose={() => setPath(null)} />
    </Page>
  )
}

type State = Described['states'][number]
function Steps({ procedure }: { procedure: Described }) {
  const { t, words } = useWords()
  return (
    <Card size="small" title={t('handbook.steps')}>
      <Table<State>
        size="small"
        rowKey="path"
        pagination={false}
        dataSource={procedure.states}
        scroll={{ x: 700 }}
        columns={[
          {
            title: t('handbook.step'),
            key: 'label',
            render: (_, s) => <span style={{ paddingInlineStart: (s.path.split('.').length - 1) * 16 }}>{words(s.label)}</span>,
          },
          {
            title: t('step.owner'),
            key: 'owner',
            render: (_, s) => (s.outcome ? <OutcomeTag of={s} /> : s.owner ? words(departments[s.owner as Department]) : '—'),
          },
          { title: t('step.deadline'), key: 'deadline', render: (_, s) => (s.deadline ? words(procedure.deadlines[s.deadline]) : '—') },
          {
            title: t('step.clause'),
            key: 'clause',
            width: '45%',
            render: (_, s, index) =>
              procedure.states[index - 1]?.clause === s.clause ? <Tag>{s.clause}</Tag> : <ClauseText id={s.clause} />,
          },
        ]}
      />
    </Card>
  )
}
