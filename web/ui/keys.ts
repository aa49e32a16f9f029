// Single keys that do something: never while somebody types, never behind a dialog, and never for whoever has switched them off (WCAG 2.1.4).
import { useEffect, useEffectEvent } from 'react'
import { useRemembered } from './remembered.ts'

const isOn = (value: unknown) => value !== false
export const useKeysOn = () => useRemembered('anjuan.keys', isOn)

const typing = 'input:not([type=checkbox]):not([type=radio]), textarea, select, [contenteditable=true], [role=combobox], [role=textbox]'
const dialogs = 'dialog:modal, [role=dialog][aria-modal=true]'
const isTyping = (target: EventTarget | null) => target instanceof Element && target.closest(typing) !== null

export type Keys = Partial<Record<string, (event: KeyboardEvent) => void>>

/** `keys` by what is typed: `j`, `?`, `Enter`. A key held down with Ctrl, Alt or ⌘ belongs to the browser. */
export function useKeys(keys: Keys) {
  const [on] = useKeysOn()
  const press = useEffectEvent((event: KeyboardEvent) => {
    const held = event.ctrlKey || event.metaKey || event.altKey
    if (held || event.isComposing || event.defaultPrevented || isTyping(event.target) || document.querySelector(dialogs)) return
    keys[event.key]?.(event)
  })
  useEffect(() => {
    if (!on) return
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [on])
}
