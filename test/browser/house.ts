// A small institution on a port of its own, as the demo runs it: the application of production with the web app as it was built.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { inject } from 'vitest'
import { type Db, openDatabase } from '../../db/database.ts'
import { build } from '../../server/build.ts'
import { demoClock } from '../../server/demo-clock.ts'
import { setupLink } from '../../server/first-run.ts'
import { makeHouse } from '../../server/house.ts'
import { makeIdentity, sharedSecret } from '../../server/identity.ts'
import { accounts, demoPassword } from '../../server/sample/people.ts'
import { type Client, clientOf } from '../server/client.ts'
import { newPlace } from '../server/store.ts'
import { monday } from '../server/template.ts'

export type ServedHouse = {
  origin: string
  /** Asks the API as this person: for what a test finds done already, never for what it is about. */
  as: (username: string) => Promise<Client>
  db: Db
  close: () => Promise<void>
}

const built = fileURLToPath(new URL('../../dist/web/index.html', import.meta.url))
/** These tests look at what the server serves. */
function requireWebApp() {
  if (!existsSync(built)) throw new Error('the web app is not built: run `npm run build` first (`npm test` does)')
}

/** People and students as every test finds them. */
const template = inject('template')

/** The institution's time begins on that Monday and goes on by itself. */
function clock() {
  const begun = Date.now()
  return () => Date.parse(monday) + Date.now() - begun
}
/** The same, moved by its administrator. */
const movableClock = (db: Db) => demoClock(db, clock())

/** Throws where the web app was not built. */
export async function serveHouse(): Promise<ServedHouse> {
  requireWebApp()
  const { where, drop } = await newPlace(template, template.where)
  const db = await openDatabase(where)
  const { now, ...clock } = await movableClock(db)
  const house = makeHouse(db, now)
  const shown = accounts.map(({ username, name, role }) => ({ username, name, role }))
  const demo = { password: demoPassword, accounts: shown, ...clock }
  const app = await build({ house, identity: makeIdentity(house, await sharedSecret(house.db)), demo })
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  const close = async () => {
    await app.close()
    await house.db.close()
    await drop()
  }
  return { origin, as: (username) => clientFor(app, username), db, close }
}

/** What `npm start` serves on an empty database, and the one-time link that it shows. */
export type EmptyHouse = Pick<ServedHouse, 'origin' | 'close'> & { link: string }
export async function serveEmptyHouse(): Promise<EmptyHouse> {
  requireWebApp()
  const { where, drop } = await newPlace(template, template.empty)
  const time = clock()
  const house = makeHouse(await openDatabase(where), () => new Date(time()))
  const app = await build({ house, identity: makeIdentity(house, await sharedSecret(house.db)) })
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  const close = async () => {
    await app.close()
    await house.db.close()
    await drop()
  }
  return { origin, link: (await setupLink(house, origin))!, close }
}

async function clientFor(app: FastifyInstance, username: string): Promise<Client> {
  const payload = { username, password: demoPassword }
  const { headers } = await app.inject({ method: 'POST', url: '/api/auth/sign-in/username', payload })
  return clientOf(app, username, String(headers['set-cookie']).split(';')[0]!)
}
