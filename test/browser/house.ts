// A small institution on a port of its own, as the demo runs it: the application of production with the web app as it was built.
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { type Db, openDatabase } from '../../db/database.ts'
import { build } from '../../server/build.ts'
import { demoClock } from '../../server/demo-clock.ts'
import { makeHouse } from '../../server/house.ts'
import { makeIdentity, sharedSecret } from '../../server/identity.ts'
import { foundInstitution } from '../../server/sample/institution.ts'
import { accounts, demoPassword } from '../../server/sample/people.ts'
import { type Client, clientOf } from '../server/client.ts'
import { storeRoll } from '../server/roll.ts'

/** Ten o’clock of a Monday in Shanghai. */
const monday = '2026-03-09T02:00:00.000Z'

export type ServedHouse = {
  origin: string
  /** Asks the API as this person: for what a test finds done already, never for what it is about. */
  as: (username: string) => Promise<Client>
  close: () => Promise<void>
}

const scratch = () => join(mkdtempSync(join(tmpdir(), 'anjuan-browser-')), 'anjuan.db')
const remove = (file: string) => rmSync(join(file, '..'), { recursive: true, force: true })

const built = fileURLToPath(new URL('../../dist/web/index.html', import.meta.url))
/** These tests look at what the server serves. */
function requireWebApp() {
  if (!existsSync(built)) throw new Error('the web app is not built: run `npm run build` first (`npm test` does)')
}

let template: Promise<string> | undefined
/** People and students are made once a test file, and copied for every house after it. */
async function makeTemplate() {
  const file = scratch()
  process.once('exit', () => remove(file))
  const db = openDatabase(file)
  await foundInstitution(makeHouse(db, () => new Date(monday)))
  await db.commit(storeRoll())
  db.close()
  return file
}

/** The institution's time begins on that Monday, goes on by itself, and is moved by its administrator. */
function movableClock(db: Db) {
  const begun = Date.now()
  return demoClock(db, () => Date.parse(monday) + Date.now() - begun)
}

/** Throws where the web app was not built. */
export async function serveHouse(): Promise<ServedHouse> {
  requireWebApp()
  template ??= makeTemplate()
  const file = scratch()
  copyFileSync(await template, file)
  const db = openDatabase(file)
  const { now, moveClock } = movableClock(db)
  const house = makeHouse(db, now)
  const shown = accounts.map(({ username, name, role }) => ({ username, name, role }))
  const demo = { password: demoPassword, accounts: shown, moveClock }
  const app = await build({ house, identity: makeIdentity(house, await sharedSecret(house.db)), demo })
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  const close = async () => {
    await app.close()
    house.db.close()
    remove(file)
  }
  return { origin, as: (username) => clientFor(app, username), close }
}

async function clientFor(app: FastifyInstance, username: string): Promise<Client> {
  const payload = { username, password: demoPassword }
  const { headers } = await app.inject({ method: 'POST', url: '/api/auth/sign-in/username', payload })
  return clientOf(app, username, String(headers['set-cookie']).split(';')[0]!)
}
