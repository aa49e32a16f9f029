// Light or dark: as this browser's reader chose, else as their system has it. What goes on paper is light.
import { useSyncExternalStore } from 'react'
import type { Mode } from './theme.ts'

export type ThemeChoice = Mode | 'system'
export const themeChoices: readonly ThemeChoice[] = ['system', 'light', 'dark']

const key = 'anjuan.theme'
const asks = (query: string) => window.matchMedia?.(query)
const dark = asks('(prefers-color-scheme: dark)')
const paper = asks('print')

const remembered = (): ThemeChoice => themeChoices.find((choice) => choice === localStorage.getItem(key)) ?? 'system'
let chosen = remembered()
const listeners = new Set<() => void>()

function put(choice: ThemeChoice) {
  chosen = choice
  if (choice === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = choice
  for (const listener of listeners) listener()
}
put(chosen)

export function chooseTheme(choice: ThemeChoice) {
  if (choice === 'system') localStorage.removeItem(key)
  else localStorage.setItem(key, choice)
  put(choice)
}

/** Other windows of this browser follow. */
const elsewhere = (event: StorageEvent) => (event.key === key || event.key === null) && put(remembered())

function subscribe(listener: () => void) {
  if (!listeners.size) window.addEventListener('storage', elsewhere)
  listeners.add(listener)
  for (const media of [dark, paper]) media?.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    for (const media of [dark, paper]) media?.removeEventListener('change', listener)
    if (!listeners.size) window.removeEventListener('storage', elsewhere)
  }
}

const modeNow = (): Mode => {
  if (paper?.matches) return 'light'
  return chosen === 'system' ? (dark?.matches ? 'dark' : 'light') : chosen
}

export const useThemeChoice = () => useSyncExternalStore(subscribe, () => chosen)
/** Which theme is on. */
export const useMode = () => useSyncExternalStore(subscribe, modeNow)
/** Whether what is shown goes on paper. */
export const useOnPaper = () => useSyncExternalStore(subscribe, () => paper?.matches ?? false)
