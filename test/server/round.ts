// A process that runs what is due in a database others work on as well: `round.ts DATABASE NOW START`, beginning at the real instant START (ms).
import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '../../db/database.ts'
import { runDue } from '../../server/clock.ts'
import { makeHouse } from '../../server/house.ts'

const [where, now, start] = process.argv.slice(2) as [string, string, string]
const house = makeHouse(await openDatabase(where), () => new Date(now))
await sleep(Math.max(0, Number(start) - Date.now()))
console.log(await runDue(house))
await house.db.close()
