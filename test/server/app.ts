// A small institution in a database file of its own, served by the application that runs in production; a test moves its clock.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, onTestFinished } from 'vitest'
import { openDatabase } from '../../db/database.ts'
import { userByUsername } from '../../db/queries/people.ts'
import { build } from '../../server/build.ts'
import { runDue } from '../../server/clock.ts'
import { type House, makeHouse } from '../../server/house.ts'
import { makeIdentity, sharedSecret } from '../../server/identity.ts'
import { foundInstitution } from '../../server/sample/institution.ts'
import { accounts, demoPassword } from '../../server/sample/people.ts'
import { type Client, clientOf } from './client.ts'
import { storeRoll } from './roll.ts'

/** A Monday morning in Shanghai. */
export const monday = '2026-03-09T02:00:00.000Z'
export const usernames = accounts.map(({ username }) => username)
const day = 86_400_000

export type Institution = {
  app: FastifyInstance
  house: House
  /** The database file, for a second process. */
  file: string
  /** Asks as this person of the sample institution. */
  as: (username: string) => Client
  /** The ids of people by username. */
  id: (username: string) => string
  /** Sets the institution's time; nothing happens by it. */
  moveTo: (instant: string) => void
  /** Moves the time and runs what is due by then. */
  pass: (days: number) => Promise<void>
  close: () => Promise<void>
}

type Cookies = Record<string, string>
type Served = Pick<Institution, 'app' | 'house' | 'close'>

/** Opens the file as a starting process does. The clock runs only when it is woken. */
export async function serve(file: string, now: () => Date, requestsPer10s = 1_000_000): Promise<Served> {
  const house = makeHouse(openDatabase(file), now)
  const app = await build({ house, identity: makeIdentity(house, await sharedSecret(house.db)), tickMs: 2 ** 30, requestsPer10s })
  const close = async () => {
    await app.close()
    house.db.close()
  }
  return { app, house, close }
}

let template: Promise<{ file: string; cookies: Cookies }> | undefined
const scratch = () => mkdtempSync(join(tmpdir(), 'anjuan-'))

afterAll(async () => {
  if (template) rmSync(dirname((await template).file), { recursive: true })
})

/** People, students and sessions are made once a test file, and copied for every institution after it. */
async function makeTemplate() {
  const file = join(scratch(), 'anjuan.db')
  const { app, house, close } = await serve(file, () => new Date(monday))
  await foundInstitution(house)
  await house.db.commit(storeRoll())
  const cookies: Cookies = {}
  for (const username of usernames) cookies[username] = await signIn(app, username)
  await close()
  return { file, cookies }
}

async function signIn(app: FastifyInstance, username: string) {
  const payload = { username, password: demoPassword }
  const { headers } = await app.inject({ method: 'POST', url: '/api/auth/sign-in/username', payload })
  return String(headers['set-cookie']).split(';')[0]!
}

/** An institution that the caller closes. */
export async function institution(requestsPer10s?: number): Promise<Institution> {
  template ??= makeTemplate()
  const { file: original, cookies } = await template
  const file = join(scratch(), 'anjuan.db')
  copyFileSync(original, file)
  let time = Date.parse(monday)
  const { app, house, close } = await serve(file, () => new Date(time), requestsPer10s)
  const clients = new Map<string, Client>()
  const as = (username: string) => {
    if (!clients.has(username)) clients.set(username, clientOf(app, username, cookies[username]!))
    return clients.get(username)!
  }
  return {
    app,
    house,
    file,
    as,
    id: (username) => userByUsername(house.db, username)!.id,
    moveTo: (instant) => {
      time = Date.parse(instant)
    },
    pass: async (days) => {
      time += days * day
      await runDue(house)
    },
    close: async () => {
      await close()
      rmSync(dirname(file), { recursive: true })
    },
  }
}

/** An institution that is closed when the test is over. */
export async function freshInstitution(): Promise<Institution> {
  const made = await institution()
  onTestFinished(made.close)
  return made
}
