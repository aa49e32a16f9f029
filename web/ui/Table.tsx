// Rows of a table: elements of the browser and nothing else. The library's table brings paging, choosing and sorting, which is most of its script.

import { type ReactNode, useState } from 'react'
import { Button } from './Button.tsx'
import { useWords } from './words.ts'

export type Column<R> = {
  title: ReactNode
  key: string
  width?: number | string
  /** Figures, under each other by their last digits. */
  figures?: boolean
  /** Over how many rows the cell goes; 0 where it is part of the one above. */
  span?: (row: R) => number
  render: (row: R, index: number) => ReactNode
}
type Props<R> = {
  rows: readonly R[]
  columns: Column<R>[]
  rowKey: (row: R) => string
  /** What a row is to others: its anchor, whether it is the one meant. */
  rowProps?: (row: R) => { id?: string; 'aria-current'?: 'true' | undefined }
  /** So many rows at first, and as many more whenever they are asked for. */
  most?: number
}

export function Table<R>({ rows, columns, rowKey, rowProps, most = Number.POSITIVE_INFINITY }: Props<R>) {
  const { t } = useWords()
  const [pages, setPages] = useState(1)
  return (
    <>
      <table className="rows">
        <colgroup>
          {columns.map(({ key, width }) => (
            <col key={key} {...(width !== undefined && { style: { width } })} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {columns.map(({ key, title, figures }) => (
              <th key={key} scope="col" className={figures ? 'figures' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, pages * most).map((row, index) => (
            <tr key={rowKey(row)} {...rowProps?.(row)}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} index={index} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > pages * most && (
        <Button style={{ marginTop: 12 }} onClick={() => setPages(pages + 1)}>
          {t('worklist.more')}
        </Button>
      )}
    </>
  )
}

type CellProps<R> = { column: Column<R>; row: R; index: number }
function Cell<R>({ column: { span, figures, render }, row, index }: CellProps<R>) {
  const rowSpan = span?.(row)
  if (rowSpan === 0) return null
  return (
    <td rowSpan={rowSpan} className={figures ? 'figures' : undefined}>
      {render(row, index)}
    </td>
  )
}
