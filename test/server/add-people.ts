// A process that adds people to a database others write to as well: `add-people.ts DATABASE PREFIX COUNT`.
import { openDatabase } from '../../db/database.ts'
import { makeHouse } from '../../server/house.ts'
import { createUser } from '../../server/people.ts'

const [where, prefix, count] = process.argv.slice(2) as [string, string, string]
const house = makeHouse(await openDatabase(where))
for (let i = 0; i < Number(count); i++) await createUser(house, prefix, { username: `${prefix}-${i}`, name: '同事', role: 'sales' }, 'none')
await house.db.close()
