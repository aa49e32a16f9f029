// `npm run restore -- FILE [--replace]`: puts a copy into the database of DATABASE_URL or into DATA_DIR (default ./data), checked, and says what it holds against the newest known.
import { type Extent, restore } from './backup-copy.ts'
import { databaseOf, readEnvironment } from './listen.ts'
import { showing } from './progress.ts'

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
  const options = { replace: args.includes('--replace'), progress: showing('restoring') }
  const { extent, noted, replaced, kept } = await restore(copy, databaseOf(readEnvironment()), options)
  console.log(`\rrestored: ${words(extent)}`)
  compare('when the copy was made', extent, noted)
  compare('the database it replaces', extent, replaced)
  if (kept) console.log(`kept aside: ${kept}`)
} catch (error) {
  console.error(`not restored: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
