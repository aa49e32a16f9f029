// Events as rows of a table; as cards where the screen is narrow.
import { ClockCircleFilled } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { FoundEvent } from '../../api/audit.ts'
import { colours } from '../../theme.ts'
import { useLateWords } from '../../ui/audit/late-words.ts'
import { Flex } from '../../ui/Flex.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { useWide } from '../../ui/wide.ts'
import { useWords } from '../../ui/words.ts'

const keyOf = ({ case: id, sequence }: FoundEvent) => `${id} ${sequence}`

export function EventTable({ events }: { events: FoundEvent[] }) {
  const wide = useWide()
  const columns = useColumns()
  if (wide) return <Table<FoundEvent> rowKey={keyOf} columns={columns} rows={events} />
  return (
    <ul className="cards">
      {events.map((event) => (
        <li key={keyOf(event)}>
          <Flex justify="space-between" gap={8} wrap>
            <What of={event} />
            <When of={event} />
          </Flex>
          <Which of={event} />
          <Who of={event} />
          <Late of={event} />
        </li>
      ))}
    </ul>
  )
}

function useColumns(): Column<FoundEvent>[] {
  const { t } = useWords()
  return [
    { key: 'at', title: t('audit.search.when'), render: (event) => <When of={event} /> },
    { key: 'case', title: t('audit.search.case'), render: (event) => <Which of={event} /> },
    { key: 'what', title: t('audit.search.what'), render: (event) => <What of={event} /> },
    { key: 'who', title: t('audit.search.who'), render: (event) => <Who of={event} /> },
    { key: 'late', title: t('audit.search.deadline'), render: (event) => <Late of={event} /> },
  ]
}

type Of = { of: FoundEvent }
function When({ of }: Of) {
  const { time } = useWords()
  return (
    <time dateTime={of.at} style={{ whiteSpace: 'nowrap', color: colours.quiet }}>
      {time(of.at)}
    </time>
  )
}

function Which({ of }: Of) {
  const { words } = useWords()
  return (
    <span style={{ whiteSpace: 'nowrap' }}>
      {of.number} {words(of.procedureLabel)}
    </span>
  )
}

function What({ of }: Of) {
  const { t, words } = useWords()
  const label = words(of.label)
  return (
    <Link
      to="/cases/$id/replay"
      params={{ id: of.case }}
      search={{ at: of.sequence }}
      aria-label={t('audit.search.open', { sequence: of.sequence, number: of.number, event: label })}
    >
      <strong>{label}</strong>
    </Link>
  )
}

function Who({ of }: Of) {
  const { t } = useWords()
  if (!of.onBehalfOfName) return of.actorName
  return t('audit.onBehalf', { deputy: of.actorName, principal: of.onBehalfOfName })
}

function Late({ of: { late } }: Of) {
  const { words, colon } = useWords()
  const lateWords = useLateWords()
  if (!late) return null
  return (
    <span style={{ color: colours.danger }}>
      <ClockCircleFilled aria-hidden /> {words(late.deadlineLabel)}
      {colon}
      {lateWords(late.workingDays)}
    </span>
  )
}
