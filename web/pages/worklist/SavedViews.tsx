// Filters, order and columns under a name: chosen again, renamed, done away with and brought back.
import { CheckOutlined, DeleteOutlined, EditOutlined, StarOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { changeView, dropView, type SavedView, saveView, viewsQuery } from '../../api/views.ts'
import { Button } from '../../ui/Button.tsx'
import { useMessages } from '../../ui/Messages.tsx'
import { Popup } from '../../ui/Popup.tsx'
import { useProblemWords } from '../../ui/problem-words.ts'
import { useWords } from '../../ui/words.ts'
import { searchOf, textOf, useColumnsOf, type WorklistSearch } from '../../ui/worklist-views.ts'

export function SavedViews({ search }: { search: WorklistSearch }) {
  const { t } = useWords()
  const { data: views = [] } = useQuery(viewsQuery)
  const here = textOf(search)
  const [dropped, setDropped] = useState<SavedView[]>([])
  const forget = ({ id }: SavedView) => setDropped((before) => before.filter((one) => one.id !== id))
  return (
    <Popup button={{ icon: <StarOutlined aria-hidden />, children: t('views.title') }} label={t('views.title')}>
      {(close) => (
        <>
          {views.length === 0 && <p className="menu-line quiet">{t('views.none')}</p>}
          {views.map((view) => (
            <Saved
              key={view.id}
              view={view}
              here={view.search === here}
              onChosen={close}
              onDropped={(gone) => setDropped((before) => [...before, gone])}
            />
          ))}
          {dropped.map((view) => (
            <Dropped key={view.id} view={view} onBack={() => forget(view)} />
          ))}
          <fieldset className="popup-part">
            <legend>{t('views.saveThis')}</legend>
            <SaveThis search={here} />
          </fieldset>
        </>
      )}
    </Popup>
  )
}

/** Something done to the views: the list is fetched anew, and what went wrong is said. */
function useDoing<A, R>(work: (input: A) => Promise<R>, onDone: (done: R) => void) {
  const client = useQueryClient()
  const { message } = useMessages()
  const explain = useProblemWords()
  return useMutation({
    mutationFn: work,
    onSuccess: onDone,
    onError: (error) => void message.error(explain(error)),
    onSettled: () => client.invalidateQueries({ queryKey: viewsQuery.queryKey }),
  })
}

type SavedProps = { view: SavedView; here: boolean; onChosen: () => void; onDropped: (view: SavedView) => void }
function Saved({ view, here, onChosen, onDropped }: SavedProps) {
  const { t } = useWords()
  const navigate = useNavigate()
  const [, show] = useColumnsOf()
  const [naming, setNaming] = useState(false)
  const rename = useDoing(
    (name: string) => changeView(view.id, { name }),
    () => setNaming(false),
  )
  const drop = useDoing(() => dropView(view.id), onDropped)
  const choose = () => {
    show(view.columns)
    onChosen()
    void navigate({ to: '/', search: searchOf(view) })
  }
  if (naming)
    return <Naming name={view.name} submit={t('views.rename')} pending={rename.isPending} onName={(name) => rename.mutate(name)} />
  return (
    <div className="saved">
      <button type="button" className="menu-line" aria-current={here || undefined} onClick={choose}>
        {view.name} {here && <CheckOutlined aria-hidden />}
      </button>
      <Button type="text" icon={<EditOutlined aria-hidden />} aria-label={t('views.renameOne', view)} onClick={() => setNaming(true)} />
      <Button
        type="text"
        icon={<DeleteOutlined aria-hidden />}
        aria-label={t('views.dropOne', view)}
        loading={drop.isPending}
        onClick={() => drop.mutate(undefined)}
      />
    </div>
  )
}

/** Until the page is left, what was done away with can be had back. */
function Dropped({ view, onBack }: { view: SavedView; onBack: () => void }) {
  const { t } = useWords()
  const { name, search, columns } = view
  const back = useDoing(() => saveView({ name, search, columns }), onBack)
  return (
    <div className="saved" role="status">
      <span className="menu-line quiet">{t('views.dropped', view)}</span>
      <Button type="link" size="small" loading={back.isPending} onClick={() => back.mutate(undefined)}>
        {t('views.undo')}
      </Button>
    </div>
  )
}

function SaveThis({ search }: { search: string }) {
  const { t } = useWords()
  const [columns] = useColumnsOf()
  const [saved, setSaved] = useState(0)
  const save = useDoing(
    (name: string) => saveView({ name, search, columns }),
    () => setSaved((n) => n + 1),
  )
  return <Naming key={saved} submit={t('views.save')} pending={save.isPending} onName={(name) => save.mutate(name)} />
}

type NamingProps = { name?: string; submit: string; pending: boolean; onName: (name: string) => void }
function Naming({ name = '', submit, pending, onName }: NamingProps) {
  const { t } = useWords()
  const [text, setText] = useState(name)
  const field = useRef<HTMLInputElement>(null)
  // It has taken the place of the button that was pressed.
  useEffect(() => {
    if (name) field.current?.focus()
  }, [name])
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim()) onName(text.trim())
  }
  return (
    <form className="naming" onSubmit={send}>
      <input
        ref={field}
        className="field"
        aria-label={t('views.name')}
        placeholder={t('views.name')}
        value={text}
        maxLength={60}
        onChange={(e) => setText(e.target.value)}
      />
      <Button htmlType="submit" disabled={!text.trim()} loading={pending}>
        {submit}
      </Button>
    </form>
  )
}
