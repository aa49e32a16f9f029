// What an event changed in the case's memory: before and after, leaf by leaf.
import { Table } from 'antd'
import { colours } from '../../theme.ts'
import { useWords } from '../../ui/words.ts'
import type { Change } from './diff.ts'

/** The settings in force are copied in at the opening; they are read in the history, not here. */
const told = ({ path }: Change) => !path.startsWith('settings.')

export function Changes({ changes }: { changes: Change[] }) {
  const { t } = useWords()
  const shown = changes.filter(told)
  if (!shown.length) return <p style={{ color: colours.quiet }}>{t('replay.noChange')}</p>
  return (
    <Table<Change>
      size="small"
      pagination={false}
      rowKey="path"
      dataSource={shown}
      columns={[
        { title: t('replay.memory'), key: 'path', render: (_, { path }) => <code>{path}</code> },
        { title: t('replay.before'), key: 'before', render: (_, { before }) => <Leaf value={before} colour={colours.danger} sign="−" /> },
        { title: t('replay.after'), key: 'after', render: (_, { after }) => <Leaf value={after} colour={colours.success} sign="+" /> },
      ]}
    />
  )
}

function Leaf({ value, colour, sign }: { value: string | null; colour: string; sign: string }) {
  if (value === null) return '—'
  return (
    <code className="leaf" style={{ color: colour }}>
      {sign} {value}
    </code>
  )
}
