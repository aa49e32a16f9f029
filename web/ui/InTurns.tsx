// Draws a long page part after part, each in a turn of its own: what stands is left alone, and the reader is answered in between.
import { type ReactElement, startTransition, useEffect, useState } from 'react'

/** `parts` have keys. What is still to come is said to whoever listens to the page rather than looks at it. */
export function InTurns({ parts: [first, ...rest] }: { parts: ReactElement[] }) {
  const [on, go] = useState(false)
  useEffect(() => startTransition(() => go(true)), [])
  return (
    <>
      {first}
      {rest.length > 0 && (on ? <InTurns parts={rest} /> : <span aria-busy="true" />)}
    </>
  )
}
