// A table of figures that can be put in order by every column; on a narrow screen each row is a card.
import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons'
import { type ReactNode, useState } from 'react'
import { useWords } from '../../ui/words.ts'

export type Column<R> = {
  name: string
  title: string
  /** What rows are put in order by: null comes last. */
  value: (row: R) => number | string | null
  cell: (row: R) => ReactNode
}
type Props<R> = { label: string; rows: readonly R[]; rowKey: (row: R) => string; columns: readonly [Column<R>, ...Column<R>[]] }
type Order = { name: string; falling: boolean }

/** The first column names the row. In the order given until somebody chooses another. */
export function FigureTable<R>({ label, rows, rowKey, columns }: Props<R>) {
  const [order, setOrder] = useState<Order | null>(null)
  const { locale } = useWords()
  const by = columns.find(({ name }) => name === order?.name)
  const shown = by ? rows.toSorted((a, b) => compared(by.value(a), by.value(b), order!.falling, locale)) : rows
  return (
    <table className="figure-table figures" aria-label={label}>
      <thead>
        <tr>
          {columns.map((column) => (
            <Head key={column.name} column={column} order={order} onOrder={setOrder} />
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map(({ name, title, cell }, index) =>
              index ? (
                <td key={name} data-title={title}>
                  {cell(row)}
                </td>
              ) : (
                <th key={name} scope="row">
                  {cell(row)}
                </th>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function compared(a: number | string | null, b: number | string | null, falling: boolean, locale: string): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1
  const rising = typeof a === 'string' ? a.localeCompare(String(b), locale) : a - Number(b)
  return falling ? -rising : rising
}

type HeadProps<R> = { column: Column<R>; order: Order | null; onOrder: (order: Order) => void }
/** The greatest figures come first, names from A to Z; a second press turns it round. */
function Head<R>({ column: { name, title }, order, onOrder }: HeadProps<R>) {
  const { t } = useWords()
  const chosen = order?.name === name
  const next = { name, falling: chosen ? !order.falling : name !== 'name' }
  const Caret = order?.falling ? CaretDownFilled : CaretUpFilled
  return (
    <th scope="col" aria-sort={chosen ? (order.falling ? 'descending' : 'ascending') : undefined}>
      <button type="button" title={t('overview.sorted', { column: title })} onClick={() => onOrder(next)}>
        {title}
        {chosen && <Caret aria-hidden />}
      </button>
    </th>
  )
}
