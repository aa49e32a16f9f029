// Changes told from process to process by LISTEN and NOTIFY. They are told after the commit, many together: NOTIFY inside a
// transaction makes commits wait for each other. Whoever may have missed some is told null, and looks for itself.
import type pg from 'pg'
import { listeners } from './changes.ts'
import type { Change } from './database.ts'

const channel = 'anjuan'
/** What one message holds at most: its limit is 8,000 bytes. */
const together = 100
const retryMs = 1_000

export async function announcer(connect: () => pg.Client, pool: pg.Pool) {
  const { hear, tell } = listeners()
  let waiting: Change[] = []
  let client: pg.Client | undefined
  let stopped = false
  let again: NodeJS.Timeout | undefined

  const listen = async () => {
    const fresh = connect()
    fresh.on('notification', ({ payload = '[]' }) =>
      tell((JSON.parse(payload) as [Change['of'], string][]).map(([of, id]) => ({ of, id }))),
    )
    fresh.on('error', () => {})
    fresh.on('end', lost)
    await fresh.connect()
    await fresh.query(`listen ${channel}`)
    client = fresh
  }
  const lost = () => {
    client = undefined
    if (!stopped) again ??= setTimeout(retry, retryMs)
  }
  const retry = async () => {
    again = undefined
    await listen().then(() => tell([null]), lost)
  }

  const send = async () => {
    const changes = waiting.splice(0, together).map(({ of, id }) => [of, id])
    if (waiting.length) setImmediate(send)
    // Told to nobody, it is found by the next look.
    await pool.query('select pg_notify($1, $2)', [channel, JSON.stringify(changes)]).catch(() => {})
  }

  await listen()
  return {
    hear,
    announce: (changes: Change[]) => {
      if (!changes.length) return
      if (!waiting.length) setImmediate(send)
      waiting = [...waiting, ...changes]
    },
    stop: async () => {
      stopped = true
      clearTimeout(again)
      await client?.end()
    },
  }
}
