// Draws a long page part after part, each in a turn of its own: what stands is left alone, and the reader is answered in between.
import { Fragment, type ReactElement, startTransition, useEffect, useState } from 'react'

/** `parts` have keys. */
export function InTurns({ parts: [first, ...rest] }: { parts: ReactElement[] }) {
  const [on, go] = useState(false)
  useEffect(() => startTransition(() => go(true)), [])
  return (
    <>
      {first && <Fragment key={first.key}>{first}</Fragment>}
      {on && rest.length > 0 && <InTurns parts={rest} />}
    </>
  )
}
