// Many people at once: a table is chosen, looked at row by row, and added when the administrator says so.
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { checkPeople, mostRows, type TableRow } from '../../../api/first-steps.ts'
import { rowFormQuery } from '../../../api/institution.ts'
import { sessionQuery } from '../../../api/session.ts'
import { space } from '../../../theme.ts'
import { Alert } from '../../../ui/Alert.tsx'
import { Flex } from '../../../ui/Flex.tsx'
import { Page } from '../../../ui/Page.tsx'
import { useProblemWords } from '../../../ui/problem-words.ts'
import { Failed, Loading, Nothing } from '../../../ui/states.tsx'
import { useWords } from '../../../ui/words.ts'
import { Added } from './Added.tsx'
import { ChooseTable } from './ChooseTable.tsx'
import { Preparation } from './Preparation.tsx'
import { Preview } from './Preview.tsx'
import { rowsOf, withPasswords } from './rows.ts'

export function ImportPeople() {
  const { t } = useWords()
  const { data: session } = useQuery(sessionQuery)
  if (session && session.role !== 'admin') return <Nothing title={t('people.notYours')} />
  return (
    <Page title={t('peopleImport.title')} lead={t('peopleImport.lead')} extra={<Link to="/people">{t('peopleImport.back')}</Link>}>
      <Import />
    </Page>
  )
}

function Import() {
  const { t, list } = useWords()
  const explain = useProblemWords()
  const { data: form, error, refetch } = useQuery(rowFormQuery)
  const [complaint, setComplaint] = useState('')
  const [added, setAdded] = useState<TableRow[] | null>(null)
  const [pasted, setPasted] = useState('')
  const checking = useMutation({ mutationFn: async (rows: TableRow[]) => ({ rows, checked: await checkPeople(rows) }) })
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  if (!form) return <Loading />
  if (added) return <Added rows={added} form={form} />

  const take = (cells: string[][]) => {
    const table = rowsOf(cells, form)
    checking.reset()
    setComplaint(complaintAbout(table))
    if (table?.rows.length && table.rows.length <= mostRows) checking.mutate(withPasswords(table.rows))
  }
  const complaintAbout = (table: ReturnType<typeof rowsOf>) => {
    if (!table) return t('peopleImport.noHeadings')
    if (!table.rows.length) return t('peopleImport.empty')
    if (table.rows.length > mostRows) return t('peopleImport.tooMany', { most: mostRows, rows: table.rows.length })
    return table.unknown.length ? t('peopleImport.unknown', { columns: list(table.unknown) }) : ''
  }
  return (
    <Flex vertical gap={space.l}>
      {!checking.data && <Preparation form={form} />}
      {!checking.data && (
        <ChooseTable
          busy={checking.isPending}
          pasted={pasted}
          onPaste={setPasted}
          onCells={take}
          onUnreadable={() => setComplaint(t('peopleImport.unreadable'))}
        />
      )}
      {complaint && <Alert role="alert" type="warning" title={complaint} />}
      {checking.error && <Alert role="alert" type="error" title={explain(checking.error)} />}
      {checking.data && (
        <Preview
          {...checking.data}
          form={form}
          onRows={(rows) => checking.mutate(rows)}
          onAgain={() => checking.reset()}
          onAdded={setAdded}
        />
      )}
    </Flex>
  )
}
