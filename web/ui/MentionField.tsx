// A field to write in. Behind an @ it offers people in a list below, narrowed by what is typed; the field keeps the focus.
import { type KeyboardEvent, type ReactNode, type SyntheticEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { intoView } from './into-view.ts'

export type Mentioned = { id: string; name: string; note: ReactNode }
type Field = HTMLTextAreaElement
type Props = {
  label: string
  hint: string
  /** Said in place of the list when none of them is called so. */
  nobody: string
  value: string
  most: number | undefined
  /** Undefined before they are known. */
  people: Mentioned[] | undefined
  onChange: (text: string) => void
  onMention: (person: Mentioned) => void
  onFocus: () => void
  onKeyDown: (event: KeyboardEvent) => void
}

/** What is being typed behind an @, up to the caret; null where it stands elsewhere. */
function wantedIn({ value, selectionEnd }: Field) {
  const found = /@([^\s@]*)$/.exec(value.slice(0, selectionEnd))
  return found && { from: found.index, to: selectionEnd, name: found[1]!.toLowerCase() }
}

export function MentionField({ label, hint, nobody, value, most, people, onChange, onMention, onFocus, onKeyDown }: Props) {
  const field = useRef<Field>(null)
  const id = useId()
  const [wanted, setWanted] = useState<ReturnType<typeof wantedIn>>(null)
  const [at, setAt] = useState(0)
  // Where the @ stands whose list was closed: typing on does not open it again.
  const closed = useRef<number | null>(null)
  const [caret, setCaret] = useState<number | null>(null)
  useLayoutEffect(() => {
    if (caret === null) return
    field.current?.setSelectionRange(caret, caret)
    setCaret(null)
  }, [caret])

  const found = wanted && people?.filter(({ name }) => name.toLowerCase().includes(wanted.name))
  const typed = found?.length === 1 && found[0]!.name.toLowerCase() === wanted?.name
  const offered = typed ? [] : (found ?? [])
  const look = ({ currentTarget }: SyntheticEvent<Field>) => {
    const next = wantedIn(currentTarget)
    if (next?.from !== closed.current) closed.current = null
    setWanted(closed.current === null ? next : null)
    if (next?.name !== wanted?.name) setAt(0)
  }
  const mention = (person: Mentioned) => {
    const { from, to } = wanted!
    const before = `${value.slice(0, from)}@${person.name} `
    onChange(before + value.slice(to).replace(/^ /, ''))
    onMention(person)
    setCaret(before.length)
    setWanted(null)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || !offered.length) return onKeyDown(event)
    const move = (by: number) => setAt((at + by + offered.length) % offered.length)
    const take = () => mention(offered[at]!)
    const leave = () => {
      closed.current = wanted!.from
      setWanted(null)
    }
    const does = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: take, Tab: take, Escape: leave }[event.key]
    if (!does) return
    event.preventDefault()
    does()
  }
  return (
    <div className="mention-field">
      <textarea
        ref={field}
        className="field"
        rows={2}
        aria-label={label}
        placeholder={hint}
        aria-autocomplete={people && 'list'}
        aria-haspopup={people && 'listbox'}
        aria-controls={offered.length ? id : undefined}
        aria-activedescendant={offered.length ? `${id}-${at}` : undefined}
        value={value}
        maxLength={most}
        onFocus={onFocus}
        onBlur={() => setWanted(null)}
        onChange={(event) => {
          onChange(event.currentTarget.value)
          look(event)
        }}
        onSelect={look}
        onKeyDown={press}
      />
      {offered.length > 0 && (
        <div ref={intoView} id={id} role="listbox" aria-label={label} className="mention-list" tabIndex={-1}>
          {offered.map((person, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above
            <div
              key={person.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className="option"
              ref={index === at ? intoView : undefined}
              onPointerDown={(event) => event.preventDefault()}
              onPointerMove={() => setAt(index)}
              onClick={() => mention(person)}
            >
              <span>{person.name}</span>
              <small>{person.note}</small>
            </div>
          ))}
        </div>
      )}
      <div role="status">{found?.length === 0 && wanted?.name !== '' && <p className="mention-list nobody">{nobody}</p>}</div>
    </div>
  )
}
