// `npm start`: the institution's own data, in DATA_DIR (default ./data).
import './loading.ts'

const { openDatabase } = await import('../db/database.ts')
const { setupLink } = await import('./first-run.ts')
const { makeHouse } = await import('./house.ts')
const { databaseOf, listen, readEnvironment } = await import('./listen.ts')

const env = readEnvironment()
const house = makeHouse(await openDatabase(databaseOf(env)))
const origin = await listen(house, env)
const link = await setupLink(house, origin)
console.log(`\nAnjuan 案卷 listens at ${origin}`)
if (link) console.log(`\nThere is nobody in it yet. Create the first administrator with this one-time link:\n\n  ${link}\n`)
