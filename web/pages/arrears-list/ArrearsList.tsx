// The arrears list (A3.5.2): finance ticks what is to be dunned and opens a case for each student, many at once (A6.3.1a).
import { CloseCircleFilled } from '@ant-design/icons'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Flex, Table, type TableColumnsType } from 'antd'
import { type Key, useState } from 'react'
import { arrearsListQuery, type Owing } from '../../api/leavers.ts'
import { sessionQuery } from '../../api/session.ts'
import { Card } from '../../ui/Card.tsx'
import { More } from '../../ui/More.tsx'
import { CampusName } from '../../ui/names.tsx'
import { Page } from '../../ui/Page.tsx'
import { Failed, Loading, Nothing } from '../../ui/states.tsx'
import { useWords } from '../../ui/words.ts'
import { byStudent, spanOf } from './by-student.ts'
import { OpenMany } from './OpenMany.tsx'
import { type Result, useOpening } from './use-opening.ts'

export function ArrearsList() {
  const { t } = useWords()
  const query = useInfiniteQuery(arrearsListQuery)
  const { data, error, isPending, refetch } = query
  if (isPending) return <Loading />
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  const rows = data.pages.flatMap((page) => page.items)
  return (
    <Page title={t('arrearsList.title')}>
      <Card>
        {rows.length ? <List rows={rows} /> : <Nothing title={t('arrearsList.none')} hint={t('arrearsList.noneHint')} />}
        <More of={query} />
      </Card>
    </Page>
  )
}

function List({ rows }: { rows: Owing[] }) {
  const { t, money } = useWords()
  const { data: session } = useQuery(sessionQuery)
  const [chosen, setChosen] = useState<Key[]>([])
  const { results, open, busy } = useOpening()
  const concerned = (row: Owing) => caseOf(row, results[row.enrolment]) !== null
  const ticked = rows.filter((row) => chosen.includes(row.enrolment) && !concerned(row))
  const opens = session?.role === 'finance'
  const total = ticked.reduce((sum, { owedFen }) => sum + owedFen, 0)
  return (
    <Flex vertical gap={12}>
      {opens && (
        <OpenMany
          summary={t('arrearsList.chosen', { students: byStudent(ticked).length, amount: money(total) })}
          disabled={!ticked.length || busy}
          onOpen={(answers) => open(byStudent(ticked), answers)}
        />
      )}
      <Table<Owing>
        size="small"
        rowKey="enrolment"
        dataSource={rows}
        pagination={false}
        scroll={{ x: 'max-content' }}
        columns={useColumns(rows, results)}
        {...(opens && {
          rowSelection: {
            selectedRowKeys: ticked.map((row) => row.enrolment),
            onChange: setChosen,
            getCheckboxProps: (row: Owing) => ({ disabled: concerned(row) || busy, 'aria-label': `${row.studentName} ${nameOf(row)}` }),
          },
        })}
      />
    </Flex>
  )
}

function useColumns(rows: Owing[], results: Record<string, Result>): TableColumnsType<Owing> {
  const { t, money } = useWords()
  return [
    {
      key: 'student',
      title: t('case.student'),
      render: (_, row) => <Student of={row} />,
      onCell: (row) => ({ rowSpan: spanOf(rows, row) }),
    },
    { key: 'owed', title: t('arrearsList.owed'), align: 'right', render: (_, row) => money(row.owedFen) },
    { key: 'case', title: t('case.case'), render: (_, row) => <Standing of={row} result={results[row.enrolment]} /> },
    { key: 'enrolment', title: t('arrearsList.enrolment'), render: (_, row) => nameOf(row) },
    { key: 'campus', title: t('person.campus'), render: (_, row) => <CampusName id={row.campus} /> },
  ]
}

/** The class alone where its name says the course. */
const nameOf = ({ course, className }: Owing) => (className.startsWith(course) ? className : `${course} ${className}`)

/** On a phone the number stands below the name. */
const Student = ({ of }: { of: Owing }) => (
  <span className="student-of">
    <span>{of.studentName}</span> <span>{of.number}</span>
  </span>
)

/** The case that concerns a row: the list knows it, or it was opened just now. */
const caseOf = (row: Owing, result: Result | undefined) =>
  row.case ?? (typeof result === 'object' && 'opened' in result ? result.opened : null)

function Standing({ of, result }: { of: Owing; result: Result | undefined }) {
  const { t } = useWords()
  const its = caseOf(of, result)
  if (its) return <CaseLink {...its} />
  if (result === 'sending') return t('arrearsList.opening')
  return result && 'refused' in result ? <Refusal reason={result.refused} /> : t('arrearsList.noCase')
}

const Refusal = ({ reason }: { reason: string }) => (
  <span role="alert" className="refusal">
    <CloseCircleFilled aria-hidden /> {reason}
  </span>
)

const CaseLink = ({ id, number }: { id: string; number: string }) => (
  <Link to="/cases/$id" params={{ id }}>
    {number}
  </Link>
)
