// Cases as rows of a table; as cards where the screen is narrow.
import { Link } from '@tanstack/react-router'
import { Flex, Grid, Table, type TableColumnsType } from 'antd'
import { departments } from '../../../machines/departments.ts'
import type { CaseSummary, Step } from '../../api/cases.ts'
import { colours } from '../../theme.ts'
import { Due } from '../../ui/Due.tsx'
import { PersonName } from '../../ui/names.tsx'
import { OutcomeTag } from '../../ui/OutcomeTag.tsx'
import { useWords } from '../../ui/words.ts'

export function CaseList({ cases }: { cases: CaseSummary[] }) {
  const wide = Grid.useBreakpoint().md ?? true
  const columns = useColumns()
  if (wide)
    return (
      <Table<CaseSummary> size="middle" rowKey="id" columns={columns} dataSource={cases} pagination={false} style={{ width: '100%' }} />
    )
  return (
    <ul className="cards">
      {cases.map((one) => (
        <li key={one.id}>
          <Flex justify="space-between" gap={8} wrap>
            <CaseLink of={one} />
            <When of={one} />
          </Flex>
          <Who of={one} />
          <Where of={one} />
        </li>
      ))}
    </ul>
  )
}

function useColumns(): TableColumnsType<CaseSummary> {
  const { t, date } = useWords()
  return [
    { key: 'number', title: t('case.case'), render: (_, one) => <CaseLink of={one} /> },
    { key: 'student', title: t('case.student'), render: (_, one) => <Who of={one} /> },
    { key: 'steps', title: t('case.step'), render: (_, one) => <Where of={one} /> },
    { key: 'due', title: t('case.due'), render: (_, one) => <When of={one} /> },
    {
      key: 'opened',
      title: t('case.openedAt'),
      responsive: ['lg'],
      render: (_, one) => <span style={{ whiteSpace: 'nowrap' }}>{date(one.openedAt)}</span>,
    },
  ]
}

type Of = { of: CaseSummary }
function CaseLink({ of }: Of) {
  const { words } = useWords()
  return (
    <Link to="/cases/$id" params={{ id: of.id }} style={{ whiteSpace: 'nowrap' }}>
      <strong>{of.number}</strong> {words(of.label)}
    </Link>
  )
}

function Who({ of }: Of) {
  const { t } = useWords()
  return of.studentName ?? (of.student ? t('case.masked') : <span style={{ color: colours.quiet }}>{t('case.noStudent')}</span>)
}

const most = 3
/** The steps that wait for somebody; those already done in parallel say nothing here. */
function Where({ of }: Of) {
  const { words, t } = useWords()
  const waiting = of.open ? of.steps.filter((step) => step.enteredAt !== null) : of.steps
  return (
    <Flex vertical gap={2}>
      {waiting.slice(0, most).map((step) => (
        <span key={step.path}>
          {words(step.label)} {of.open && <Turn step={step} />}
        </span>
      ))}
      {waiting.length > most && <span style={{ color: colours.quiet }}>{t('worklist.moreSteps', { count: waiting.length - most })}</span>}
    </Flex>
  )
}

function Turn({ step }: { step: Step }) {
  const { words, comma } = useWords()
  const department = step.department ? words(departments[step.department]) : ''
  return (
    <span style={{ color: colours.quiet }}>
      {department}
      {step.assignee && (
        <>
          {comma}
          <PersonName id={step.assignee} />
        </>
      )}
    </span>
  )
}

const When = ({ of }: Of) => (of.open ? <Due due={of.due} empty="—" /> : <OutcomeTag of={of} />)
