// Who was added, with the passwords they begin with: shown once, since nobody can read them afterwards.
import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { FormSchema } from '../../../../machines/narrowing.ts'
import type { RowColumn, TableRow } from '../../../api/first-steps.ts'
import { space } from '../../../theme.ts'
import { Alert } from '../../../ui/Alert.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Flex } from '../../../ui/Flex.tsx'
import { Table } from '../../../ui/Table.tsx'
import { useWords } from '../../../ui/words.ts'
import { csvFile } from './csv.ts'
import { save } from './save.ts'

const shown: RowColumn[] = ['name', 'username', 'password']

export function Added({ rows, form }: { rows: TableRow[]; form: FormSchema }) {
  const { t, words } = useWords()
  const title = (column: RowColumn) => words(form.properties[column]?.['x-title'])
  const cells = rows.map((row) => shown.map((column) => (column === 'username' ? (row.username ?? '').toLowerCase() : (row[column] ?? ''))))
  return (
    <Card title={t('peopleImport.added', { count: rows.length })}>
      <Flex vertical gap={space.m}>
        <Alert type="success" title={t('peopleImport.addedTitle', { count: rows.length })} description={t('peopleImport.addedHint')} />
        <Flex wrap gap={space.s} className="screen-only">
          <Button
            type="primary"
            icon={<DownloadOutlined aria-hidden />}
            onClick={() => save(csvFile([shown.map(title), ...cells]), `${t('peopleImport.listName')}.csv`)}
          >
            {t('peopleImport.list')}
          </Button>
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            {t('peopleImport.print')}
          </Button>
          <Link to="/people">
            <Button tabIndex={-1}>{t('peopleImport.back')}</Button>
          </Link>
        </Flex>
        <Table<string[]>
          rowKey={([, username]) => username!}
          rows={cells}
          columns={shown.map((column, at) => ({
            title: title(column),
            key: column,
            render: (row) => (column === 'name' ? row[at] : <code>{row[at]}</code>),
          }))}
        />
      </Flex>
    </Card>
  )
}
