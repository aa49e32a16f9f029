// The views as tabs, each with how many cases it holds.
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import type { ViewName } from '../../../machines/views.ts'
import { countsQuery } from '../../api/cases.ts'
import { useWords } from '../../ui/words.ts'

type Props = { views: readonly ViewName[]; chosen: ViewName; panel: string; onChoose: (view: ViewName) => void }

export function ViewTabs({ views, chosen, panel, onChoose }: Props) {
  const { t } = useWords()
  const { data } = useQuery(countsQuery)
  const list = useRef<HTMLDivElement>(null)
  const first = chosen === views[0]
  useEffect(() => {
    // The first is in sight from the start: to ask where it stands would lay the page out before it is complete.
    if (first) return
    const bar = list.current!
    const tab = bar.querySelector<HTMLElement>(`[data-view=${chosen}]`)!
    if (tab.offsetLeft < bar.scrollLeft || tab.offsetLeft + tab.offsetWidth > bar.scrollLeft + bar.clientWidth)
      bar.scrollLeft = tab.offsetLeft - 24
  }, [chosen, first])
  const go = (by: number) => {
    const next = views[(views.indexOf(chosen) + by + views.length) % views.length]!
    onChoose(next)
    list.current?.querySelector<HTMLElement>(`[data-view=${next}]`)?.focus()
  }
  const press = (event: React.KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (by) go(by)
  }
  const told = (view: ViewName) => {
    const n = data?.counts[view]
    return n === undefined ? '' : n >= data!.most ? `${data!.most - 1}+` : String(n)
  }
  return (
    <div ref={list} className="tabs" role="tablist" aria-label={t('worklist.title')} onKeyDown={press}>
      {views.map((view) => (
        <button
          key={view}
          type="button"
          role="tab"
          id={`tab-${view}`}
          data-view={view}
          aria-selected={view === chosen}
          aria-controls={panel}
          tabIndex={view === chosen ? 0 : -1}
          onClick={() => onChoose(view)}
        >
          {t(`worklist.tab.${view}`)} <span className="tab-count">{told(view)}</span>
        </button>
      ))}
    </div>
  )
}
