// A button with something below it, which takes the focus: gone with Escape, with a click elsewhere, and when the focus moves on.

import { type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { Button, type ButtonProps } from './Button.tsx'

/** In px: so far it keeps from the edge of the screen. */
const edge = 12
type Props = { button: ButtonProps; label?: string; children: (close: () => void) => ReactNode }

export function Popup({ button, label, children }: Props) {
  const [open, setOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    if (!open) return
    const box = body.current!
    const place = () => {
      box.style.insetInlineEnd = ''
      const lacking = edge - box.getBoundingClientRect().left
      if (lacking > 0) box.style.insetInlineEnd = `${-lacking}px`
    }
    place()
    box.focus({ preventScroll: true })
    const watch = new ResizeObserver(place)
    watch.observe(box)
    return () => watch.disconnect()
  }, [open])
  useEffect(() => {
    const elsewhere = ({ target }: PointerEvent) => root.current?.contains(target as Node) || setOpen(false)
    if (open) document.addEventListener('pointerdown', elsewhere)
    return () => document.removeEventListener('pointerdown', elsewhere)
  }, [open])
  const back = () => {
    setOpen(false)
    root.current?.querySelector('button')?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button within is what is operated
    <div
      ref={root}
      className="popup"
      onKeyDown={(event) => {
        if (!open || event.key !== 'Escape') return
        event.preventDefault()
        back()
      }}
      onBlur={({ relatedTarget }) => relatedTarget && !root.current?.contains(relatedTarget) && setOpen(false)}
    >
      <Button {...button} aria-expanded={open} aria-controls={open ? id : undefined} onClick={() => setOpen(!open)} />
      {open && (
        <div ref={body} id={id} className="popup-body" role="dialog" tabIndex={-1} aria-label={label ?? button['aria-label']}>
          {children(back)}
        </div>
      )}
    </div>
  )
}
