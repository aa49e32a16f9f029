// A dialog of the browser's own: what is behind it rests, Escape closes it, and the focus goes back to where it came from.
import { CloseOutlined } from '@ant-design/icons'
import { type PropsWithChildren, useLayoutEffect, useRef } from 'react'
import { Button } from './Button.tsx'
import { useWords } from './words.ts'

type Props = PropsWithChildren<{ open: boolean; onClose: () => void; title: string; place: 'side' | 'foot' | 'middle'; bare?: boolean }>

/** `bare`: without the line that names and closes it. */
export function Sheet({ open, onClose, title, place, bare = false, children }: Props) {
  const { t } = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  // Before it is taken off the page: a dialog that is gone gives no focus back.
  useLayoutEffect(() => {
    const box = dialog.current
    if (!open || !box) return
    box.showModal()
    return () => box.close()
  }, [open])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes it by itself
    <dialog
      ref={dialog}
      className={`sheet ${place}`}
      aria-label={title}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClose={() => open && onClose()}
      onClick={({ target, currentTarget }) => target === currentTarget && onClose()}
    >
      {open && !bare && (
        <div className="sheet-head">
          <h2>{title}</h2>
          <Button type="text" icon={<CloseOutlined aria-hidden />} aria-label={t('form.close')} onClick={onClose} />
        </div>
      )}
      {open && <div className={bare ? undefined : 'sheet-body'}>{children}</div>}
    </dialog>
  )
}
