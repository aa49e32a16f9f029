// Draws what is large bit by bit: the page is there at once and answers to its reader meanwhile.
import { type PropsWithChildren, type ReactNode, useDeferredValue } from 'react'

export function Gradually({ meanwhile, children }: PropsWithChildren<{ meanwhile: ReactNode }>) {
  return useDeferredValue(true, false) ? children : meanwhile
}
