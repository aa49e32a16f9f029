// Whether the window is wide enough for tables and a row of menus.
import { useSyncExternalStore } from 'react'

const query = () => window.matchMedia('(min-width: 901px)')
const subscribe = (listener: () => void) => {
  const wide = query()
  wide.addEventListener('change', listener)
  return () => wide.removeEventListener('change', listener)
}

export const useWide = () => useSyncExternalStore(subscribe, () => query().matches)
