// `npm run demo`: the sample institution, in a fresh temporary folder or in DATA_DIR; with a clock that can be moved.
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../db/database.ts'
import { demoClock } from './demo-clock.ts'
import { makeHouse } from './house.ts'
import { databaseIn, listen, readEnvironment } from './listen.ts'
import { accounts, demoPassword } from './sample/people.ts'
import { seed } from './sample/seed.ts'

const env = readEnvironment()
const folder = env.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'anjuan-demo-'))
const file = databaseIn(folder)
if (!existsSync(file)) await makeSample()

/** Made beside its place and moved there when it is whole: a start that was interrupted leaves nothing half made. */
async function makeSample() {
  process.stdout.write('Making the sample institution …')
  const begun = performance.now()
  const unfinished = `${file}.unfinished`
  mkdirSync(folder, { recursive: true })
  for (const suffix of ['', '-wal', '-shm']) rmSync(unfinished + suffix, { force: true })
  const db = openDatabase(unfinished)
  await seed(db)
  db.close()
  renameSync(unfinished, file)
  console.log(` ready after ${((performance.now() - begun) / 1000).toFixed(1)} s`)
}

const db = openDatabase(file)
const { moveClock, now } = demoClock(db)
const shown = accounts.map(({ username, name, role }) => ({ username, name, role }))
const origin = await listen(makeHouse(db, now), env, { password: demoPassword, accounts: shown, moveClock })
console.log(
  `\nAnjuan 案卷 demo: ${origin}\nSign in as any of ${accounts.map((a) => a.username).join(', ')}\nwith the password ${demoPassword}\n`,
)
