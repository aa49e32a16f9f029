// What the table comes to, row by row, with what is wrong beside it; nothing is added before it is confirmed.
import { CheckCircleOutlined, ExclamationCircleFilled } from '@ant-design/icons'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormSchema } from '../../../../machines/narrowing.ts'
import { type CheckedRow, importPeople, type RowColumn, rowColumns, type TableRow } from '../../../api/first-steps.ts'
import { colours, space } from '../../../theme.ts'
import { Alert } from '../../../ui/Alert.tsx'
import { Button } from '../../../ui/Button.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Flex } from '../../../ui/Flex.tsx'
import { useProblemWords } from '../../../ui/problem-words.ts'
import { Sideways } from '../../../ui/Sideways.tsx'
import { type Column, Table } from '../../../ui/Table.tsx'
import { useSending } from '../../../ui/use-sending.ts'
import { useWords } from '../../../ui/words.ts'

type Props = {
  rows: TableRow[]
  checked: CheckedRow[]
  form: FormSchema
  onRows: (rows: TableRow[]) => void
  onAgain: () => void
  onAdded: (rows: TableRow[]) => void
}

export function Preview({ rows, checked, form, onRows, onAgain, onAdded }: Props) {
  const { t } = useWords()
  const explain = useProblemWords()
  const adding = useAdding(rows, onAdded)
  const good = rows.filter((_, index) => !checked[index]?.errors.length)
  const wrong = rows.length - good.length
  return (
    <Card title={t('peopleImport.preview', { count: rows.length })}>
      <Flex vertical gap={space.m}>
        <Alert
          type={wrong ? 'warning' : 'success'}
          title={wrong ? t('peopleImport.someWrong', { count: wrong }) : t('peopleImport.allGood')}
          description={wrong ? t('peopleImport.someWrongHint') : t('peopleImport.allGoodHint')}
        />
        <Rows rows={rows} checked={checked} form={form} />
        {adding.error && <Alert role="alert" type="error" title={explain(adding.error)} />}
        <Flex wrap gap={space.s}>
          <Button type="primary" disabled={wrong > 0} loading={adding.isPending} onClick={() => adding.mutate()}>
            {t('peopleImport.add', { count: rows.length })}
          </Button>
          {wrong > 0 && good.length > 0 && <Button onClick={() => onRows(good)}>{t('peopleImport.dropWrong', { count: wrong })}</Button>}
          <Button disabled={adding.isPending} onClick={onAgain}>
            {t('peopleImport.again')}
          </Button>
        </Flex>
      </Flex>
    </Card>
  )
}

/** The same table sent again after an answer that never came adds nobody twice. */
function useAdding(rows: TableRow[], onAdded: (rows: TableRow[]) => void) {
  const client = useQueryClient()
  const send = useSending((_table, key) => importPeople(rows, key))
  return useMutation({
    mutationFn: () => send({ rows }),
    onSuccess: async () => {
      onAdded(rows)
      await client.invalidateQueries()
    },
    onError: () => {
      void client.invalidateQueries({ queryKey: ['people'] })
    },
  })
}

type Line = { key: number; row: TableRow; checked: CheckedRow | undefined }
function Rows({ rows, checked, form }: Pick<Props, 'rows' | 'checked' | 'form'>) {
  const { t, words } = useWords()
  const lines = rows.map((row, index) => ({ key: index + 1, row, checked: checked[index] }))
  const shown = rowColumns.filter((column) => column !== 'password')
  const columns: Column<Line>[] = [
    {
      title: t('peopleImport.row'),
      key: 'row',
      width: 72,
      render: ({ key, checked }) => <RowSign n={key} good={!checked?.errors.length} />,
    },
    ...shown.map((column) => ({
      title: words(form.properties[column]?.['x-title']),
      key: column,
      render: (line: Line) => <Cell line={line} column={column} />,
    })),
  ]
  return (
    <Sideways label={t('peopleImport.preview', { count: rows.length })}>
      <Table<Line> rowKey={({ key }) => String(key)} rows={lines} columns={columns} most={50} />
    </Sideways>
  )
}

function RowSign({ n, good }: { n: number; good: boolean }) {
  const { t } = useWords()
  const Sign = good ? CheckCircleOutlined : ExclamationCircleFilled
  return (
    <span className="figures">
      <Sign
        role="img"
        aria-label={t(good ? 'peopleImport.good' : 'peopleImport.wrong')}
        style={{ color: good ? colours.success : colours.danger }}
      />{' '}
      {n}
    </span>
  )
}

function Cell({ line: { row, checked }, column }: { line: Line; column: RowColumn }) {
  const errors = checked?.errors.filter(({ path }) => path === `/${column}` || (column === 'username' && path === '/password')) ?? []
  return (
    <>
      {row[column] ?? (errors.length ? '' : '—')}
      {errors.map(({ message }) => (
        <div key={message}>
          <span className="refusal">{message}</span>
        </div>
      ))}
    </>
  )
}
