// What somebody types, once they pause: nobody is asked about every letter.
import { useEffect, useState } from 'react'

/** In ms. */
const pause = 250

export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(text), pause)
    return () => clearTimeout(waiting)
  }, [text])
  return settled
}
