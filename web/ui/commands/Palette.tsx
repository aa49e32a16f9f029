// The palette: what is typed narrows it, the arrow keys choose, Enter goes there.
import { useId, useState } from 'react'
import type { Session } from '../../api/session.ts'
import { intoView } from '../into-view.ts'
import { Sheet } from '../Sheet.tsx'
import { useWords } from '../words.ts'
import './commands.css'
import { type Entry, type Group, useEntries } from './entries.ts'

type Props = { session: Session; onClose: () => void; onKeys: () => void }
/** Cases come when they are found: whatever was there before them keeps its place. */
const groups: Group[] = ['pages', 'views', 'start', 'switch', 'cases']

export function Palette({ session, onClose, onKeys }: Props) {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { entries, looking } = useEntries(session, text, onKeys)
  const id = useId()
  const inOrder = groups.flatMap((group) => entries.filter((entry) => entry.group === group))
  const chosen = Math.min(at, inOrder.length - 1)
  const run = (entry: Entry | undefined) => {
    if (!entry) return
    onClose()
    entry.run()
  }
  const move = (by: number) => setAt((chosen + by + inOrder.length) % Math.max(inOrder.length, 1))
  const press = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const does = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Enter: () => run(inOrder[chosen]) }[event.key]
    if (!does) return
    event.preventDefault()
    does()
  }
  return (
    <Sheet open onClose={onClose} place="middle" title={t('commands.title')} bare>
      <input
        className="palette-search"
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={id}
        aria-activedescendant={inOrder[chosen] && `${id}-${chosen}`}
        aria-label={t('commands.title')}
        placeholder={t('commands.hint')}
        // biome-ignore lint/a11y/noAutofocus: somebody has just asked for it
        autoFocus
        value={text}
        maxLength={100}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <Options {...{ id, entries: inOrder, chosen, onChoose: setAt, onRun: run }} />
      {inOrder.length === 0 && <p className="palette-empty">{looking ? t('commands.looking') : t('commands.none')}</p>}
      <p className="unseen" role="status">
        {t('commands.count', { count: inOrder.length })}
      </p>
      <p className="palette-foot" aria-hidden>
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {t('commands.choose')}
        </span>
        <span>
          <kbd>Enter</kbd> {t('commands.go')}
        </span>
        <span>
          <kbd>Esc</kbd> {t('form.close')}
        </span>
      </p>
    </Sheet>
  )
}

type Listed = { id: string; entries: Entry[]; chosen: number; onChoose: (at: number) => void; onRun: (entry: Entry) => void }
function Options({ id, entries, chosen, onChoose, onRun }: Listed) {
  const { t } = useWords()
  return (
    <div id={id} role="listbox" aria-label={t('commands.title')} className="palette-list" hidden={entries.length === 0} tabIndex={-1}>
      {groups.map((group) => {
        const own = entries.map((entry, at) => ({ entry, at })).filter(({ entry }) => entry.group === group)
        if (!own.length) return null
        return (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, not of fields
          <div key={group} role="group" aria-label={t(`commands.group.${group}`)}>
            <div className="palette-group" aria-hidden>
              {t(`commands.group.${group}`)}
            </div>
            {own.map(({ entry, at }) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above
              <div
                key={entry.key}
                id={`${id}-${at}`}
                role="option"
                tabIndex={-1}
                aria-selected={at === chosen}
                className="option"
                ref={at === chosen ? intoView : undefined}
                onPointerMove={() => at !== chosen && onChoose(at)}
                onClick={() => onRun(entry)}
              >
                <span>{entry.label}</span>
                {entry.aside && <small>{entry.aside}</small>}
              </div>
            ))}
          </div>
        )
      })}
    </div>
  )
}
