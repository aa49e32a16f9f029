// Draws a long page part after part, each in a turn of its own: what stands is left alone, and the reader is answered in between.
import { type ReactElement, startTransition, useEffect, useState } from 'react'

/** `parts` have keys; `known` ones were there before and are drawn at once, as by `Gradually`. What is still to come is said to whoever listens to the page rather than looks at it. */
export function InTurns({ known = false, parts: [first, ...rest] }: { known?: boolean; parts: ReactElement[] }) {
  const [on, go] = useState(known)
  useEffect(() => startTransition(() => go(true)), [])
  return (
    <>
      {first}
      {rest.length > 0 && (on ? <InTurns known={known} parts={rest} /> : <span aria-busy="true" />)}
    </>
  )
}
