// Tabs: the arrow keys go from one to the next, which is shown at once.
import { type ReactNode, useEffect, useRef } from 'react'

type Props<Name extends string> = {
  tabs: readonly { name: Name; label: ReactNode }[]
  chosen: Name
  /** What they are the tabs of. */
  label: string
  /** The id of the panel: one for all of them, whose `aria-labelledby` is `tab-` and the chosen name. */
  panel: string
  onChoose: (name: Name) => void
}

export function Tabs<Name extends string>({ tabs, chosen, label, panel, onChoose }: Props<Name>) {
  const list = useRef<HTMLDivElement>(null)
  const tabOf = (name: Name) => list.current!.querySelector<HTMLElement>(`#tab-${name}`)
  const first = chosen === tabs[0]?.name
  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for when another is chosen
  useEffect(() => {
    // The first is in sight from the start: to ask where it stands would lay the page out before it is complete.
    if (first) return
    const bar = list.current!
    const tab = tabOf(chosen)!
    if (tab.offsetLeft < bar.scrollLeft || tab.offsetLeft + tab.offsetWidth > bar.scrollLeft + bar.clientWidth)
      bar.scrollLeft = tab.offsetLeft - 24
  }, [chosen, first])
  const press = (event: React.KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
    if (!by) return
    const next = tabs[(tabs.findIndex(({ name }) => name === chosen) + by + tabs.length) % tabs.length]!.name
    onChoose(next)
    tabOf(next)?.focus()
  }
  return (
    <div ref={list} className="tabs" role="tablist" aria-label={label} onKeyDown={press}>
      {tabs.map(({ name, label }) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-selected={name === chosen}
          aria-controls={panel}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          {label}
        </button>
      ))}
    </div>
  )
}
