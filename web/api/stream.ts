// Changes as they happen: which cases have changed, told by the server as long as somebody looks at this page.

/** `behind`: more may have changed than was told, so everything shown may be old. */
export type Heard = { changed: (id: string) => void; behind: () => void; refused: () => void }

const soonest = 1_000
const latest = 30_000

let listening = false
/** How often to ask all the same, in ms: seldom while changes are told. */
export const unlessTold = () => (listening ? 300_000 : 30_000)

/**
 * Listens until the function it returns is called. A page nobody sees does not listen, since a browser keeps few connections to one house.
 * Whoever begins to listen, or begins again, is `behind`. What is refused is asked for again, later and later.
 */
export function listen(heard: Heard): () => void {
  let source: EventSource | null = null
  let retry: ReturnType<typeof setTimeout> | undefined
  let wait = soonest

  const open = () => {
    source = new EventSource('/api/stream')
    source.onopen = () => {
      listening = true
      wait = soonest
      heard.behind()
    }
    source.addEventListener('case', ({ data }) => heard.changed((JSON.parse(data) as { id: string }).id))
    source.addEventListener('missed', heard.behind)
    source.onerror = () => {
      listening = false
      // A connection that broke is taken up by the browser; one that was refused is not.
      if (source?.readyState !== EventSource.CLOSED) return
      heard.refused()
      retry = setTimeout(open, wait * (0.5 + Math.random()))
      wait = Math.min(latest, wait * 2)
    }
  }
  const close = () => {
    clearTimeout(retry)
    source?.close()
    source = null
    listening = false
  }
  const look = () => {
    if (document.hidden) close()
    else if (!source) open()
  }
  document.addEventListener('visibilitychange', look)
  look()
  return () => {
    document.removeEventListener('visibilitychange', look)
    close()
  }
}
