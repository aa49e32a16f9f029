// The cases of a view: as a table or as cards, with what can be done to those that are ticked, by mouse and by key.
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ViewName } from '../../../machines/views.ts'
import type { CaseFilter, CaseSummary } from '../../api/cases.ts'
import type { Session } from '../../api/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Gradually } from '../../ui/Gradually.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Failed, Loading, Nothing } from '../../ui/states.tsx'
import { WhatNext } from '../../ui/WhatNext.tsx'
import { useWords } from '../../ui/words.ts'
import { type Sort, useWay } from '../../ui/worklist-views.ts'
import { CaseCards } from './CaseCards.tsx'
import { CaseTable, heights } from './CaseTable.tsx'
import { columnsOf } from './columns.ts'
import type { Deed } from './deeds.ts'
import type { Selection } from './selection.ts'
import { type List, useList } from './use-list.ts'

type Props = {
  filter: CaseFilter
  view: ViewName
  sort: Sort
  reader: Session
  wide: boolean
  /** Whether the reader left cases out by what they look for. */
  narrowed: boolean
  selection: Selection
  onSort: (sort: Sort) => void
  onDeed: (deed: Deed, cases: CaseSummary[]) => void
}

export function Found(props: Props) {
  const { filter, view, wide, narrowed, selection } = props
  const { t } = useWords()
  const fresh = useList(filter)
  const [known] = useState(!fresh.pending)
  const list = useKept(fresh)
  const { onDeed } = props
  const onClaim = useCallback((one: CaseSummary) => onDeed('claim', [one]), [onDeed])
  if (!list) return <Loading />
  if (list.error) return <Failed error={list.error} onRetry={list.retry} />
  if (!list.rows.length)
    return (
      <Nothing title={t(`worklist.empty.${view}`)} hint={narrowed ? t('worklist.emptyHint') : undefined}>
        <WhatNext />
      </Nothing>
    )
  return (
    <div className={list === fresh ? undefined : 'passing'} aria-busy={list !== fresh}>
      <Gradually known={known} meanwhile={<Loading />}>
        {wide ? (
          <Rows list={list} onClaim={onClaim} {...props} />
        ) : (
          <CaseCards rows={list.rows} reader={props.reader} onClaim={onClaim} onLook={list.look} />
        )}
        <End list={list} />
      </Gradually>
      {wide && <Bar selection={selection} onDeed={props.onDeed} />}
    </div>
  )
}

/** While another list is fetched, the one before stays: nothing jumps. */
function useKept(list: List): List | null {
  const before = useRef<List | null>(null)
  if (!list.pending || list.error) before.current = list
  return list.pending && !list.error ? before.current : list
}

function Rows({ list, view, sort, reader, selection, onSort, onClaim }: Props & { list: List; onClaim: (one: CaseSummary) => void }) {
  const [way] = useWay()
  const [active, setActive] = useState<string | null>(null)
  useRowKeys({ rows: list.rows, active, height: heights[way.density], selection, onActive: setActive, onClaim, onEnd: list.extend })
  return (
    <CaseTable
      rows={list.rows}
      total={list.next === null ? list.rows.length : null}
      columns={columnsOf(view, way.columns)}
      density={way.density}
      onLook={list.look}
      onActive={setActive}
      {...{ view, sort, reader, selection, active, onSort, onClaim }}
    />
  )
}

type RowKeys = {
  rows: CaseSummary[]
  active: string | null
  height: number
  selection: Selection
  onActive: (id: string) => void
  onClaim: (one: CaseSummary) => void
  onEnd: () => void
}
/** Of the window's height: what lies behind the heads of page and table, and what is kept free below. */
const covered = { above: 110, below: 80 }

function useRowKeys({ rows, active, height, selection, onActive, onClaim, onEnd }: RowKeys) {
  const navigate = useNavigate()
  const at = rows.findIndex(({ id }) => id === active)
  // Where the row was that has gone, the next one stands now.
  const before = useRef(-1)
  if (at >= 0) before.current = at
  const gone = at < 0 && active !== null
  const wanted = useRef<string | null>(null)
  const go = (to: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, to))]
    if (!row) return
    if (to >= rows.length - 1) onEnd()
    wanted.current = row.id
    intoView(rows.indexOf(row), height)
    onActive(row.id)
    focusOn(row.id)
  }
  // A row that was far away stands on the page only after the window has moved.
  useEffect(() => {
    if (wanted.current && focusOn(wanted.current)) wanted.current = null
  })
  const current = rows[at]
  const search = (event: KeyboardEvent) => {
    event.preventDefault()
    document.querySelector<HTMLInputElement>('[data-search]')?.focus()
  }
  useKeys({
    j: () => go(gone ? before.current : at + 1),
    k: () => go(gone ? before.current - 1 : at - 1),
    x: () => current && selection.toggle(current),
    c: () => current && onClaim(current),
    Enter: ({ target }) => current && target === document.body && void navigate({ to: '/cases/$id', params: { id: current.id } }),
    Escape: selection.clear,
    '/': search,
  })
}

function focusOn(id: string): boolean {
  const link = document.querySelector<HTMLElement>(`[data-case="${id}"]`)
  link?.focus({ preventScroll: true })
  return link !== null
}

function intoView(index: number, height: number) {
  const top = (document.querySelector('table.list tbody')?.getBoundingClientRect().top ?? 0) + index * height
  const below = top + height - (window.innerHeight - covered.below)
  if (top < covered.above) window.scrollBy({ top: top - covered.above, behavior: 'instant' })
  else if (below > 0) window.scrollBy({ top: below, behavior: 'instant' })
}

/** More of the list is fetched when its end comes into view. */
function End({ list: { next, more, rows, extend } }: { list: List }) {
  const { t } = useWords()
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const watch = new IntersectionObserver((seen) => seen.at(-1)!.isIntersecting && extend(), { rootMargin: '1500px' })
    if (next) watch.observe(ref.current!)
    return () => watch.disconnect()
  }, [next, extend])
  return (
    <div ref={ref} className="list-end" role="status">
      {next || more ? (
        <Button loading={more} onClick={extend}>
          {t('worklist.more')}
        </Button>
      ) : (
        t('worklist.allShown', { count: rows.length })
      )}
    </div>
  )
}

const deeds: Deed[] = ['claim', 'release', 'handOver']
function Bar({ selection: { cases, clear }, onDeed }: Pick<Props, 'selection' | 'onDeed'>) {
  const { t } = useWords()
  if (!cases.length) return null
  return (
    <div className="bulk-bar" role="toolbar" aria-label={t('worklist.bulk.bar')}>
      <span role="status">{t('worklist.bulk.selected', { count: cases.length })}</span>
      {deeds.map((deed) => (
        <Button key={deed} onClick={() => onDeed(deed, cases)}>
          {t(`worklist.bulk.${deed}`)}
        </Button>
      ))}
      <Button type="link" onClick={clear}>
        {t('worklist.bulk.clear')}
      </Button>
    </div>
  )
}
