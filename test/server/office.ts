// A small institution in a database of its own, served by the application that runs in production.
import type { FastifyInstance, InjectOptions } from 'fastify'
import { inject, onTestFinished } from 'vitest'
import { openDatabase, schema } from '../../db/database.ts'
import { historyOf } from '../../db/queries/history.ts'
import type { Role } from '../../machines/departments.ts'
import type { ChainedEvent } from '../../machines/proof/chain.ts'
import { build } from '../../server/build.ts'
import { type House, makeHouse } from '../../server/house.ts'
import { makeIdentity, sharedSecret } from '../../server/identity.ts'
import { hashPassword } from '../../server/passwords.ts'
import { createUser } from '../../server/people.ts'
import { newPlace } from './store.ts'

export const password = 'kaimen-2026'
let slow: Promise<string> | undefined
/** Hashing is slow on purpose: once for all tests. */
export const passwordHash = () => {
  slow ??= hashPassword(password)
  return slow
}

export const staff: readonly { username: string; name: string; role: Role }[] = [
  { username: 'admin', name: '管理员', role: 'admin' },
  { username: 'front-desk', name: '周敏', role: 'front-desk' },
  { username: 'finance', name: '钱进', role: 'finance' },
  { username: 'finance-2', name: '钱多', role: 'finance' },
  { username: 'management-2', name: '赵刚', role: 'management' },
  { username: 'auditor', name: '孙正', role: 'auditor' },
]

export type Office = {
  app: FastifyInstance
  house: House
  /** The database, for a second process. */
  where: string
  ids: Record<string, string>
  /** Moves the institution's time. */
  moveTo: (instant: string) => void
  close: () => Promise<void>
}

/** Opens the database as a starting process does. */
export async function start(where: string, now = () => new Date()): Promise<Pick<Office, 'app' | 'house' | 'close'>> {
  const house = makeHouse(await openDatabase(where), now)
  const app = await build({ house, identity: makeIdentity(house, await sharedSecret(house.db)) })
  const close = async () => {
    await app.close()
    await house.db.close()
  }
  return { app, house, close }
}

/** A database with nothing in it, gone when the test is over. */
export async function emptyDatabase(): Promise<string> {
  const template = inject('template')
  const { where, drop } = await newPlace(template, template.empty)
  onTestFinished(drop)
  return where
}

/** People of several roles, and one campus `east`. Closed when the test is over. */
export async function office(): Promise<Office> {
  let time = '2026-03-09T02:00:00.000Z'
  const where = await emptyDatabase()
  const { app, house, close } = await start(where, () => new Date(time))
  onTestFinished(close)
  await house.db.q.insert(schema.campuses).values({ id: 'east', name: { 'zh-CN': '东校区', en: 'East' } })
  const ids: Record<string, string> = {}
  for (const person of staff) ids[person.username] = await createUser(house, 'founder', person, await passwordHash())
  const moveTo = (instant: string) => {
    time = instant
  }
  return { app, house, where, ids, moveTo, close }
}

type Asking = Pick<Office, 'app'>
export const signIn = ({ app }: Asking, username: string, secret = password) =>
  app.inject({ method: 'POST', url: '/api/auth/sign-in/username', payload: { username, password: secret } })

/** The `Cookie` header of a new session. */
export async function cookieOf(asking: Asking, username: string): Promise<string> {
  const header = (await signIn(asking, username)).headers['set-cookie']
  return String(header).split(';')[0]!
}

/** Asks as one person, signed in once. */
export async function as(asking: Asking, username: string) {
  const cookie = await cookieOf(asking, username)
  const ask = (method: 'GET' | 'POST', url: string, payload?: InjectOptions['payload'], headers: Record<string, string> = {}) =>
    asking.app.inject({ method, url, payload, headers: { cookie, ...headers } })
  return {
    cookie,
    get: (url: string) => ask('GET', url),
    post: (url: string, payload?: InjectOptions['payload'], headers?: Record<string, string>) => ask('POST', url, payload, headers),
  }
}

/** The institution's chain as it would be packed. */
export const chain = async ({ db }: House): Promise<ChainedEvent[]> =>
  (await historyOf(db, 'institution')).map(({ erased: _, ...event }) => event)
