// `npm run restore -- FILE [--replace]`: puts a copy into DATA_DIR (default ./data), checked, and says what it holds against the newest known.
import { type Extent, restore } from './backup-copy.ts'
import { databaseIn, readEnvironment } from './listen.ts'

const args = process.argv.slice(2)
const [copy] = args.filter((arg) => !arg.startsWith('--'))
if (!copy) {
  console.error('usage: npm run restore -- FILE [--replace]   (while the service is stopped)')
  process.exit(2)
}

const words = ({ cases, events, newest }: Extent) => `${cases} cases, ${events} events, the newest of ${newest}`
function compare(name: string, now: Extent, known: Extent | null) {
  if (!known) return console.log(`${name}: not known`)
  const missing = known.events - now.events
  console.log(`${name}: ${words(known)}${missing > 0 ? ` – ${missing} EVENTS MORE than restored` : ''}`)
}

try {
  const database = databaseIn(readEnvironment().DATA_DIR ?? './data')
  const { extent, noted, replaced, kept } = await restore(copy, database, { replace: args.includes('--replace') })
  console.log(`restored to ${database}: ${words(extent)}`)
  compare('when the copy was made', extent, noted)
  compare('the database it replaces', extent, replaced)
  if (kept) console.log(`kept aside: ${kept}`)
} catch (error) {
  console.error(`not restored: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
