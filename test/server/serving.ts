// A server process that waits at the door: everything is loaded; told to, it opens its database as `npm start` does and says where it listens.
import { openDatabase } from '../../db/database.ts'
import { makeHouse } from '../../server/house.ts'
import { databaseOf, listen, readEnvironment } from '../../server/listen.ts'

const env = readEnvironment()
process.once('disconnect', () => process.exit())
process.once('message', async () => process.send!(await listen(makeHouse(await openDatabase(databaseOf(env))), env)))
