// What became of a history when it was folded again, beside the page.
import { useEffect, useState } from 'react'
import type { Ways } from '../../api/audit.ts'
import type { Case, HistoryEvent } from '../../api/cases.ts'
import { noAnswer } from '../../api/client.ts'
import type { Asked, Told } from './fold.worker.ts'

/** `frames` is null where its procedure is not known here; `failed` says why it could not be folded at all, as without a network. */
export type Folded = Partial<Told> & { failed: Error | undefined; again: () => void }

/** `ways` says what is usual, once it is known and where the reader may know it. */
export function useFolded(of: Case | undefined, events: HistoryEvent[] | undefined, ways: Ways | undefined): Folded {
  const [round, setRound] = useState(0)
  const [worker, setWorker] = useState<Worker | null>(null)
  const [told, setTold] = useState<Told>()
  const [failed, setFailed] = useState<Error>()
  // Begun before there is anything to fold: it has its own script to fetch.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another round begins anew
  useEffect(() => {
    const one = new Worker(new URL('./fold.worker.ts', import.meta.url), { type: 'module' })
    one.onmessage = ({ data }: MessageEvent<Told>) => setTold((before) => (before?.head === data.head ? { ...before, ...data } : data))
    // A script that never came has nothing to say.
    one.onerror = ({ message }) => setFailed(message ? new Error(message) : noAnswer())
    setWorker(one)
    return () => one.terminate()
  }, [round])
  const [procedure, version, head] = [of?.procedure, of?.version, events?.at(-1)?.hash]
  useEffect(() => {
    if (worker && events && procedure !== undefined && version !== undefined)
      worker.postMessage({ procedure, version, events } satisfies Asked)
  }, [worker, procedure, version, events])
  // After the history it is about.
  // biome-ignore lint/correctness/useExhaustiveDependencies: said anew of each history
  useEffect(() => {
    if (worker && events && ways) worker.postMessage({ ways } satisfies Asked)
  }, [worker, procedure, version, events, ways])
  const again = () => {
    setFailed(undefined)
    setRound(round + 1)
  }
  // What was told of an earlier state of the history is not told of this one.
  return { ...(told?.head === head && told), failed, again }
}
