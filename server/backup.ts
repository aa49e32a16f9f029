// `npm run backup -- FILE`: copies the database of DATABASE_URL or in DATA_DIR (default ./data) to a new file while it is in use.
import { backUp } from './backup-copy.ts'
import { databaseOf, readEnvironment } from './listen.ts'
import { showing } from './progress.ts'

const [to] = process.argv.slice(2)
if (!to) {
  console.error('usage: npm run backup -- FILE   (a file that does not exist yet)')
  process.exit(2)
}
try {
  const extent = await backUp(databaseOf(readEnvironment()), to, showing('copying'))
  console.log(`\rbacked up to ${to}: ${extent.cases} cases, ${extent.events} events, the newest of ${extent.newest}`)
} catch (error) {
  console.error(`not backed up: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
