// The arrears list (A3.5.2): finance ticks what is to be dunned and opens a case for each student, many at once (A6.3.1a).
import { CloseCircleFilled } from '@ant-design/icons'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { arrearsListQuery, type Owing } from '../../api/leavers.ts'
import { sessionQuery } from '../../api/session.ts'
import { Card } from '../../ui/Card.tsx'
import { Flex } from '../../ui/Flex.tsx'
import { More } from '../../ui/More.tsx'
import { CampusName } from '../../ui/names.tsx'
import { Page } from '../../ui/Page.tsx'
import { Sideways } from '../../ui/Sideways.tsx'
import { Failed, Loading, Nothing } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/Table.tsx'
import { Tick } from '../../ui/Tick.tsx'
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
  const [chosen, setChosen] = useState<string[]>([])
  const { results, open, busy } = useOpening()
  const concerned = (row: Owing) => caseOf(row, results[row.enrolment]) !== null
  const ticked = rows.filter((row) => chosen.includes(row.enrolment) && !concerned(row))
  const opens = session?.role === 'finance'
  const columns = useColumns(rows, results)
  const free = rows.filter((row) => !concerned(row))
  const turn = (row: Owing, on: boolean) => setChosen(on ? [...chosen, row.enrolment] : chosen.filter((one) => one !== row.enrolment))
  const tick: Column<Owing> = {
    key: 'chosen',
    width: 36,
    title: (
      <Tick
        label={t('arrearsList.all')}
        checked={ticked.length > 0 && ticked.length === free.length}
        some={ticked.length > 0}
        disabled={busy || !free.length}
        onChange={(on) => setChosen(on ? free.map((row) => row.enrolment) : [])}
      />
    ),
    render: (row) => (
      <Tick
        label={`${row.studentName} ${nameOf(row)}`}
        checked={ticked.includes(row)}
        disabled={concerned(row) || busy}
        onChange={(on) => turn(row, on)}
      />
    ),
  }
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
      <Sideways label={t('arrearsList.title')}>
        <Table<Owing> rowKey={({ enrolment }) => enrolment} rows={rows} columns={opens ? [tick, ...columns] : columns} />
      </Sideways>
    </Flex>
  )
}

function useColumns(rows: Owing[], results: Record<string, Result>): Column<Owing>[] {
  const { t, money } = useWords()
  return [
    { key: 'student', title: t('case.student'), span: (row) => spanOf(rows, row), render: (row) => <Student of={row} /> },
    { key: 'owed', title: t('arrearsList.owed'), figures: true, render: (row) => money(row.owedFen) },
    { key: 'case', title: t('case.case'), render: (row) => <Standing of={row} result={results[row.enrolment]} /> },
    { key: 'enrolment', title: t('arrearsList.enrolment'), render: nameOf },
    { key: 'campus', title: t('person.campus'), render: (row) => <CampusName id={row.campus} /> },
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
