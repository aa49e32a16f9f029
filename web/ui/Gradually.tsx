// Draws what is large bit by bit: the page is there at once and answers to its reader meanwhile.
import { type PropsWithChildren, type ReactNode, useDeferredValue } from 'react'

/** `known`: it was there before, as where somebody comes back to a page; drawn at once, they find the place they left. */
export function Gradually({ known = false, meanwhile, children }: PropsWithChildren<{ known?: boolean; meanwhile: ReactNode }>) {
  return useDeferredValue(true, known) ? children : meanwhile
}
