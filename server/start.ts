// `npm start`: the institution's own data, in DATA_DIR (default ./data).
import { openDatabase } from '../db/database.ts'
import { setupLink } from './first-run.ts'
import { makeHouse } from './house.ts'
import { databaseOf, listen, readEnvironment } from './listen.ts'

const env = readEnvironment()
const house = makeHouse(await openDatabase(databaseOf(env)))
const origin = await listen(house, env)
const link = await setupLink(house, origin)
console.log(`\nAnjuan 案卷 listens at ${origin}`)
if (link) console.log(`\nThere is nobody in it yet. Create the first administrator with this one-time link:\n\n  ${link}\n`)
