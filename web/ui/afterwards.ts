// What nobody sees at once is made when the browser has nothing else to do; what is printed, at the latest when it is.
import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

const whenIdle = (then: () => void) => {
  if (!window.requestIdleCallback) return clearTimeout.bind(null, setTimeout(then, 1000))
  return cancelIdleCallback.bind(null, requestIdleCallback(then))
}

export function useAfterwards(): boolean {
  const [idle, setIdle] = useState(false)
  useEffect(() => {
    const now = () => flushSync(() => setIdle(true))
    window.addEventListener('beforeprint', now)
    const cancel = whenIdle(() => setIdle(true))
    return () => {
      window.removeEventListener('beforeprint', now)
      cancel()
    }
  }, [])
  return idle
}
