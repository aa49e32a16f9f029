// A settlement worksheet: every line with its amount and how it was worked out.
import { Table } from 'antd'
import type { Line, Worksheet } from '../../machines/worksheet.ts'
import { colours, space, type } from '../theme.ts'
import { useWords } from './words.ts'

export function WorksheetTable({ sheet }: { sheet: Worksheet }) {
  const { t, words, money } = useWords()
  const amount = (fen: number) => <span style={{ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }}>{money(fen)}</span>
  return (
    <Table<Line>
      size="small"
      pagination={false}
      rowKey={(line) => `${line.enrolment}${line.code}`}
      dataSource={sheet.lines}
      style={{ marginTop: space.s }}
      columns={[
        {
          title: t('worksheet.line'),
          key: 'label',
          render: (_, line) => (
            <>
              {words(line.label)}
              <div style={{ color: colours.quiet, fontSize: type.note }}>{words(line.explain)}</div>
            </>
          ),
        },
        { title: t('worksheet.amount'), key: 'amount', align: 'right', render: (_, line) => amount(line.amountFen) },
      ]}
      summary={() => (
        <Table.Summary.Row>
          <Table.Summary.Cell index={0}>
            <strong>{t(sheet.resultFen < 0 ? 'worksheet.owed' : 'worksheet.refund')}</strong>{' '}
            <span style={{ color: colours.quiet }}>{t('worksheet.rules', { rules: sheet.rules })}</span>
          </Table.Summary.Cell>
          <Table.Summary.Cell index={1} align="right">
            <strong>{amount(Math.abs(sheet.resultFen))}</strong>
          </Table.Summary.Cell>
        </Table.Summary.Row>
      )}
    />
  )
}
