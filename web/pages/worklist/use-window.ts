// Of a long list only the rows near what is seen stand on the page; those before and after them are empty room.
import { useLayoutEffect, useRef, useState } from 'react'

/** So many are shown before anything is measured. */
const atFirst = 40
const beyond = 10
const step = 5

/** `height` of a row in px. `from` to `to` are to be shown, `to` not included. */
export function useWindow<E extends HTMLElement>(count: number, height: number) {
  const ref = useRef<E>(null)
  const [[from, to], setRange] = useState([0, atFirst])
  useLayoutEffect(() => {
    const measure = () => {
      const top = ref.current?.getBoundingClientRect().top ?? 0
      const first = Math.floor(-top / height / step) * step - beyond
      const last = Math.ceil((window.innerHeight - top) / height / step) * step + beyond
      setRange((before) => (before[0] === first && before[1] === last ? before : [first, last]))
    }
    if (count <= atFirst) return
    measure()
    window.addEventListener('scroll', measure, { passive: true })
    window.addEventListener('resize', measure)
    return () => {
      window.removeEventListener('scroll', measure)
      window.removeEventListener('resize', measure)
    }
  }, [count, height])
  if (count <= atFirst) return { ref, from: 0, to: count }
  const within = (n: number) => Math.max(0, Math.min(count, n))
  return { ref, from: within(from), to: within(to) }
}
