// `npm run backup -- FILE`: copies the database in DATA_DIR (default ./data) to a new file while it is in use.
import { backUp } from './backup-copy.ts'
import { databaseIn, readEnvironment } from './listen.ts'

const [to] = process.argv.slice(2)
if (!to) {
  console.error('usage: npm run backup -- FILE   (a file that does not exist yet)')
  process.exit(2)
}
try {
  const from = databaseIn(readEnvironment().DATA_DIR ?? './data')
  const extent = await backUp(from, to, (part) => process.stdout.isTTY && process.stdout.write(`\r${Math.round(part * 100)} %`))
  console.log(`\rbacked up to ${to}: ${extent.cases} cases, ${extent.events} events, the newest of ${extent.newest}`)
} catch (error) {
  console.error(`not backed up: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
