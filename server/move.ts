// `npm run move -- --from FILE|URL --to FILE|URL`: everything from one store into another that holds nothing, SQLite or PostgreSQL.
import { parseArgs } from 'node:util'
import { move } from './backup-copy.ts'
import { showing } from './progress.ts'

const { from, to } = parseArgs({ options: { from: { type: 'string' }, to: { type: 'string' } } }).values
if (!from || !to) {
  console.error('usage: npm run move -- --from FILE|postgres://… --to FILE|postgres://…   (while the service is stopped)')
  process.exit(2)
}
try {
  const checked = await move(from, to, showing('moving'))
  console.log(`\rmoved: ${checked} events, every hash the same`)
} catch (error) {
  console.error(`\rnot moved: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
