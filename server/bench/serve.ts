// The process that is asked over HTTP: the product on the database it is given, or an echo of Fastify alone. Prints where it listens.
import '../loading.ts'

const { default: Fastify } = await import('fastify')
const { openDatabase } = await import('../../db/database.ts')
const { build } = await import('../build.ts')
const { makeHouse } = await import('../house.ts')
const { makeIdentity, sharedSecret } = await import('../identity.ts')

const [file] = process.argv.slice(2)

async function product(path: string) {
  const house = makeHouse(await openDatabase(path))
  return build({ house, identity: makeIdentity(house, await sharedSecret(house.db)), requestsPer10s: 1e9 })
}

/** Takes the same body and answers as much as the product does. */
function echo() {
  const app = Fastify()
  const answer = { filler: 'x'.repeat(9000) }
  app.post('/echo', (request) => ({ ...answer, said: request.body }))
  return app
}

const app = file ? await product(file) : echo()
console.log(await app.listen({ host: '127.0.0.1', port: 0 }))
process.once('SIGTERM', () => void app.close().then(() => process.exit(0)))
