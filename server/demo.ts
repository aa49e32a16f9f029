// `npm run demo`: the sample institution, in a fresh temporary folder, in DATA_DIR or in the PostgreSQL of DATABASE_URL; with a clock that can be moved.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { copyRows, isEmpty } from '../db/copy.ts'
import { fill, isPostgres, lookInto, NotEmpty, openDatabase } from '../db/database.ts'
import { openSqlite } from '../db/sqlite.ts'
import { demoClock } from './demo-clock.ts'
import { makeHouse } from './house.ts'
import { databaseIn, databaseOf, listen, readEnvironment } from './listen.ts'
import { accounts, demoPassword } from './sample/people.ts'

const env = readEnvironment()
const temporary = () => mkdtempSync(join(tmpdir(), 'anjuan-demo-'))
const where = env.DATABASE_URL || env.DATA_DIR ? databaseOf(env) : databaseIn(temporary())

/** Made aside and put into its place when it is whole: a start that was interrupted leaves nothing half made. */
async function makeSample() {
  process.stdout.write('Making the sample institution …')
  const begun = performance.now()
  const made = databaseIn(temporary())
  const db = openSqlite(made, { hurried: true })
  const { seed } = await import('./sample/seed.ts')
  await seed(db)
  await db.close()
  const look = await lookInto(made)
  // Where several processes make it for one database, the first to be ready puts it there.
  await fill(where, (q) => copyRows(look.q, q, () => {})).catch((error) => error instanceof NotEmpty || Promise.reject(error))
  await look.close()
  rmSync(dirname(made), { recursive: true })
  console.log(` ready after ${((performance.now() - begun) / 1000).toFixed(1)} s`)
}

async function holdsNothing() {
  if (!isPostgres(where)) return !existsSync(where)
  const db = await openDatabase(where)
  try {
    return await isEmpty(db.q)
  } finally {
    await db.close()
  }
}

if (await holdsNothing()) await makeSample()
const db = await openDatabase(where)
const { now, ...clock } = await demoClock(db)
const shown = accounts.map(({ username, name, role }) => ({ username, name, role }))
const origin = await listen(makeHouse(db, now), env, { password: demoPassword, accounts: shown, ...clock })
console.log(
  `\nAnjuan 案卷 demo: ${origin}\nSign in as any of ${accounts.map((a) => a.username).join(', ')}\nwith the password ${demoPassword}\n`,
)
