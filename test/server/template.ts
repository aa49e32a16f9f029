// People, students and sessions, made once a test run and copied for every institution after it: each password takes its time to hash.
import type { FastifyInstance } from 'fastify'
import type { TestProject } from 'vitest/node'
import { type Engine, openDatabase } from '../../db/database.ts'
import { userByUsername } from '../../db/queries/people.ts'
import { startPostgres } from '../../server/bench/postgres.ts'
import { build } from '../../server/build.ts'
import { type House, makeHouse } from '../../server/house.ts'
import { makeIdentity, sharedSecret } from '../../server/identity.ts'
import { foundInstitution } from '../../server/sample/institution.ts'
import { accounts, demoPassword } from '../../server/sample/people.ts'
import { unpack } from '../browser/chromium.ts'
import { storeRoll } from './roll.ts'
import { newPlace, type UnderTest } from './store.ts'

/** A Monday morning in Shanghai. */
export const monday = '2026-03-09T02:00:00.000Z'
export const usernames = accounts.map(({ username }) => username)

type Served = { app: FastifyInstance; house: House; close: () => Promise<void> }
/** `where` holds the institution, `empty` the tables alone; cookies and ids by username. */
type Template = UnderTest & { where: string; empty: string; cookies: Record<string, string>; ids: Record<string, string> }
declare module 'vitest' {
  interface ProvidedContext {
    template: Template
  }
}

/** Opens the database as a starting process does. The clock runs only when it is woken. */
export async function serve(where: string, now: () => Date, requestsPer10s = 1_000_000): Promise<Served> {
  const house = makeHouse(await openDatabase(where), now)
  const app = await build({ house, identity: makeIdentity(house, await sharedSecret(house.db)), tickMs: 2 ** 30, requestsPer10s })
  const close = async () => {
    await app.close()
    await house.db.close()
  }
  return { app, house, close }
}

async function makeTemplate(test: UnderTest) {
  const [place, empty] = [await newPlace(test), await newPlace(test)]
  await (await openDatabase(empty.where)).close()
  const { app, house, close } = await serve(place.where, () => new Date(monday))
  await foundInstitution(house)
  await house.db.commit(storeRoll())
  const [cookies, ids]: Record<string, string>[] = [{}, {}]
  for (const username of usernames) {
    cookies![username] = await signIn(app, username)
    ids![username] = (await userByUsername(house.db, username))!.id
  }
  await close()
  const template: Template = { ...test, where: place.where, empty: empty.where, cookies: cookies!, ids: ids! }
  return { template, drop: () => Promise.all([place.drop(), empty.drop()]) }
}

async function signIn(app: FastifyInstance, username: string) {
  const payload = { username, password: demoPassword }
  const { headers } = await app.inject({ method: 'POST', url: '/api/auth/sign-in/username', payload })
  return String(headers['set-cookie']).split(';')[0]!
}

/** Vitest calls this before the first test of a project; what it returns, after the last. */
export default async function setup(project: TestProject) {
  await unpack()
  const engine: Engine = project.name.includes('PostgreSQL') ? 'postgres' : 'sqlite'
  const server = engine === 'postgres' ? await startPostgres() : null
  const { template, drop } = await makeTemplate({ engine, server: server?.url ?? '' })
  project.provide('template', template)
  return async () => {
    await drop()
    await server?.stop()
  }
}
