// Cases as rows of a table, however many there are: every row is as high as the next, and only those near the window stand on the page.
import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons'
import { memo, useEffect } from 'react'
import type { ViewName } from '../../../machines/views.ts'
import type { CaseSummary } from '../../api/cases.ts'
import type { Session } from '../../api/session.ts'
import { Tick } from '../../ui/Tick.tsx'
import { useWords } from '../../ui/words.ts'
import type { Density, Sort } from '../../ui/worklist-views.ts'
import { CaseLink, cells } from './cells.tsx'
import { ordersOf, rises, type Shown, widths } from './columns.ts'
import type { Selection } from './selection.ts'
import { useWindow } from './use-window.ts'

export const heights: Record<Density, number> = { comfortable: 56, compact: 34 }

type Props = {
  rows: CaseSummary[]
  total: number | null
  columns: Shown[]
  view: ViewName
  sort: Sort
  density: Density
  reader: Session
  selection: Selection | null
  active: string | null
  onSort: (sort: Sort) => void
  onActive: (id: string) => void
  onClaim: (one: CaseSummary) => void
  onLook: (from: number, to: number) => void
}

export function CaseTable(props: Props) {
  const { t } = useWords()
  const { rows, total, columns, density, selection, active, reader, onActive, onClaim, onLook } = props
  const height = heights[density]
  const { ref, from, to } = useWindow<HTMLTableSectionElement>(rows.length, height)
  useEffect(() => onLook(from, to), [onLook, from, to])
  const all = columns.reduce((sum, name) => sum + widths[name], widths.case)
  return (
    <table className={`list ${density}`} aria-rowcount={total === null ? -1 : total + 1} aria-label={t('worklist.title')}>
      <colgroup>
        {selection && <col style={{ width: 40 }} />}
        {(['case', ...columns] as const).map((name) => (
          <col key={name} style={{ width: `${(widths[name] / all) * 100}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {selection && (
            <th>
              <SelectAll rows={rows} selection={selection} />
            </th>
          )}
          <th scope="col">{t('case.case')}</th>
          {columns.map((name) => (
            <Head key={name} name={name} {...props} />
          ))}
        </tr>
      </thead>
      <tbody ref={ref}>
        <Room height={from * height} />
        {rows.slice(from, to).map((one, n) => (
          <Row
            key={one.id}
            of={one}
            index={from + n + 2}
            active={one.id === active}
            selected={selection?.has(one.id) ?? null}
            {...{ columns, reader, onActive, onClaim }}
            onSelect={selection?.toggle}
          />
        ))}
        <Room height={(rows.length - to) * height} />
      </tbody>
    </table>
  )
}

const Room = ({ height }: { height: number }) => height > 0 && <tr aria-hidden style={{ height }} />

function Head({ name, view, sort, onSort }: Pick<Props, 'view' | 'sort' | 'onSort'> & { name: Shown }) {
  const { t } = useWords()
  const orders = ordersOf(name, view)
  const title = t(`worklist.column.${name}`)
  if (!orders) return <th scope="col">{title}</th>
  const sorted = orders.includes(sort)
  const rising = rises(name, sort)
  return (
    <th scope="col" aria-sort={sorted ? (rising ? 'ascending' : 'descending') : undefined}>
      <button type="button" className="sorter" onClick={() => onSort(sort === orders[0] ? orders[1] : orders[0])}>
        {title}
        {sorted ? rising ? <CaretUpOutlined aria-hidden /> : <CaretDownOutlined aria-hidden /> : <span className="unsorted" aria-hidden />}
      </button>
    </th>
  )
}

function SelectAll({ rows, selection }: { rows: CaseSummary[]; selection: Selection }) {
  const { t } = useWords()
  const chosen = rows.filter(({ id }) => selection.has(id)).length
  return (
    <Tick
      label={t('worklist.selectAll')}
      checked={rows.length > 0 && chosen === rows.length}
      some={chosen > 0}
      onChange={(on) => selection.set(rows, on)}
    />
  )
}

type RowProps = {
  of: CaseSummary
  index: number
  columns: Shown[]
  reader: Session
  active: boolean
  selected: boolean | null
  onActive: (id: string) => void
  onClaim: (one: CaseSummary) => void
  onSelect?: (one: CaseSummary) => void
}
const Row = memo(({ of, index, columns, reader, active, selected, onActive, onClaim, onSelect }: RowProps) => {
  const { t } = useWords()
  const looks = [active && 'active', selected && 'selected'].filter(Boolean).join(' ')
  return (
    <tr aria-rowindex={index} className={looks || undefined} onFocus={() => onActive(of.id)}>
      {onSelect && (
        <td>
          <Tick label={t('worklist.selectOne', { number: of.number })} checked={selected ?? false} onChange={() => onSelect(of)} />
        </td>
      )}
      <td>
        <CaseLink of={of} />
      </td>
      {columns.map((name) => (
        <td key={name}>{cells[name]!({ of, reader, onClaim })}</td>
      ))}
    </tr>
  )
})
