// What can happen in a procedure: who may say it, and in which steps.

import { type Role, roles } from '../../../machines/departments.ts'
import type { Described } from '../../api/procedures.ts'
import { Button } from '../../ui/Button.tsx'
import { Card } from '../../ui/Card.tsx'
import { Sideways } from '../../ui/Sideways.tsx'
import { Table } from '../../ui/Table.tsx'
import { useWords } from '../../ui/words.ts'

type Row = Described['events'][string] & { type: string; steps: Described['states'] }
type Props = { procedure: Described; place: string; onChoose: (path: string) => void }

export function Events({ procedure, place, onChoose }: Props) {
  const { t, words, list } = useWords()
  return (
    <Card title={t('handbook.events')}>
      <Sideways label={t('handbook.event')}>
        <Table<Row>
          rowKey={({ type }) => type}
          rows={rowsOf(procedure)}
          rowProps={({ type }) => ({ id: type, 'aria-current': type === place ? 'true' : undefined })}
          columns={[
            {
              title: t('handbook.event'),
              key: 'label',
              width: '30%',
              render: ({ label, decision }) => (
                <>
                  {words(label)} {decision && <span className="tag">{t('handbook.decision')}</span>}
                </>
              ),
            },
            {
              title: t('handbook.who'),
              key: 'by',
              width: '35%',
              render: ({ by }) => (by.length ? list(by.map((role: Role) => words(roles[role].label))) : t('person.system')),
            },
            { title: t('handbook.in'), key: 'steps', render: ({ steps }) => <In steps={steps} onChoose={onChoose} /> },
          ]}
        />
      </Sideways>
    </Card>
  )
}

function In({ steps, onChoose }: { steps: Described['states']; onChoose: (path: string) => void }) {
  const { t, words } = useWords()
  if (!steps.length) return <span className="quiet">{t('handbook.anywhere')}</span>
  return steps.map(({ path, label }) => (
    <Button key={path} type="link" size="small" style={{ paddingInline: 0, marginInlineEnd: 12 }} onClick={() => onChoose(path)}>
      {words(label)}
    </Button>
  ))
}

/** The steps that name the event; what the whole procedure knows can happen in any. */
const rowsOf = ({ events, transitions, states }: Described): Row[] =>
  Object.entries(events).map(([type, event]) => {
    const from = new Set(transitions.filter((way) => way.event === type).map((way) => way.from))
    return { ...event, type, steps: from.has('') ? [] : states.filter(({ path }) => from.has(path)) }
  })
