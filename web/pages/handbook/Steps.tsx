// The steps of a procedure in a table: whose, until when as the settings have it now, and under which clause in what words.
import { useQuery } from '@tanstack/react-query'
import { type Department, departments } from '../../../machines/departments.ts'
import { settingsQuery } from '../../api/institution.ts'
import type { Described } from '../../api/procedures.ts'
import { Card } from '../../ui/Card.tsx'
import { ClauseText } from '../../ui/ClauseText.tsx'
import { OutcomeTag } from '../../ui/OutcomeTag.tsx'
import { Sideways } from '../../ui/Sideways.tsx'
import { Table } from '../../ui/Table.tsx'
import { useWords } from '../../ui/words.ts'
import { type InForce, termsOf } from './terms.ts'

type State = Described['states'][number]

export function Steps({ procedure, place }: { procedure: Described; place: string }) {
  const { t, words } = useWords()
  const { data: settings } = useQuery(settingsQuery)
  return (
    <Card title={t('handbook.steps')}>
      <Sideways label={t('handbook.step')}>
        <Table<State>
          rowKey={({ path }) => path}
          rows={procedure.states}
          rowProps={({ path }) => ({ id: path, 'aria-current': path === place ? 'true' : undefined })}
          columns={[
            {
              title: t('handbook.step'),
              key: 'label',
              render: (s) => <span style={{ paddingInlineStart: (s.path.split('.').length - 1) * 16 }}>{words(s.label)}</span>,
            },
            {
              title: t('step.owner'),
              key: 'owner',
              render: (s) => (s.outcome ? <OutcomeTag of={s} /> : s.owner ? words(departments[s.owner as Department]) : '—'),
            },
            { title: t('step.deadline'), key: 'deadline', render: (s) => <Term of={s} procedure={procedure} inForce={settings} /> },
            {
              title: t('step.clause'),
              key: 'clause',
              width: '45%',
              render: (s, index) =>
                procedure.states[index - 1]?.clause === s.clause ? <span className="tag">{s.clause}</span> : <ClauseText id={s.clause} />,
            },
          ]}
        />
      </Sideways>
    </Card>
  )
}

function Term({ of, procedure, inForce }: { of: State; procedure: Described; inForce: InForce | undefined }) {
  const { t, words } = useWords()
  if (!of.deadline) return '—'
  const terms = inForce ? termsOf(inForce, procedure.name, of.deadline) : []
  return (
    <>
      {words(procedure.deadlines[of.deadline])}
      {terms.map(({ name, value, unit }) => (
        <div key={name} className="quiet figures">
          {value} {t(`units.${unit}`)}
        </div>
      ))}
    </>
  )
}
