// `npm run demo`: the sample institution, in a fresh temporary folder or in DATA_DIR; with a clock that can be moved.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { anyUser } from '../db/queries/people.ts'
import { demoClock } from './demo-clock.ts'
import { makeHouse } from './house.ts'
import { listen, openIn, readEnvironment } from './listen.ts'
import { accounts, demoPassword } from './sample/people.ts'
import { seed } from './sample/seed.ts'

const env = readEnvironment()
const db = openIn(env.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'anjuan-demo-')))
if (!anyUser(db)) {
  process.stdout.write('Making the sample institution …')
  const begun = performance.now()
  await seed(db)
  console.log(` ready after ${((performance.now() - begun) / 1000).toFixed(1)} s`)
}
const clock = demoClock(db)
const { moveClock, now } = clock
const shown = accounts.map(({ username, name, role }) => ({ username, name, role }))
const origin = await listen(makeHouse(db, now), env, { password: demoPassword, accounts: shown, moveClock })
console.log(
  `\nAnjuan 案卷 demo: ${origin}\nSign in as any of ${accounts.map((a) => a.username).join(', ')}\nwith the password ${demoPassword}\n`,
)
