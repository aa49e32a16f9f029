// A small institution in a database file of its own, served by the application that runs in production.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, InjectOptions } from 'fastify'
import { onTestFinished } from 'vitest'
import { openDatabase, schema } from '../../db/database.ts'
import type { Role } from '../../machines/departments.ts'
import type { ChainedEvent } from '../../machines/proof/chain.ts'
import { build } from '../../server/build.ts'
import { type House, makeHouse } from '../../server/house.ts'
import { makeIdentity, sharedSecret } from '../../server/identity.ts'
import { hashPassword } from '../../server/passwords.ts'
import { createUser } from '../../server/people.ts'

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
  /** The database file, for a second process. */
  file: string
  ids: Record<string, string>
  /** Moves the institution's time. */
  moveTo: (instant: string) => void
  close: () => Promise<void>
}

/** Opens the file as a starting process does. */
export async function start(file: string, now = () => new Date()): Promise<Pick<Office, 'app' | 'house' | 'close'>> {
  const house = makeHouse(openDatabase(file), now)
  const app = await build({ house, identity: makeIdentity(house, await sharedSecret(house.db)) })
  const close = async () => {
    await app.close()
    house.db.close()
  }
  return { app, house, close }
}

export function tempFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'anjuan-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return join(folder, 'anjuan.db')
}

/** People of several roles, and one campus `east`. Closed when the test is over. */
export async function office(): Promise<Office> {
  let time = '2026-03-09T02:00:00.000Z'
  const file = tempFile()
  const { app, house, close } = await start(file, () => new Date(time))
  onTestFinished(close)
  house.db.q
    .insert(schema.campuses)
    .values({ id: 'east', name: { 'zh-CN': '东校区', en: 'East' } })
    .run()
  const ids: Record<string, string> = {}
  for (const person of staff) ids[person.username] = await createUser(house, 'founder', person, await passwordHash())
  const moveTo = (instant: string) => {
    time = instant
  }
  return { app, house, file, ids, moveTo, close }
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
export function chain({ db }: House): ChainedEvent[] {
  const { events, words } = schema
  const said = new Map(
    db.q
      .select()
      .from(words)
      .all()
      .map((row) => [`${row.caseId} ${row.sequence}`, row] as const),
  )
  return db.q
    .select()
    .from(events)
    .orderBy(events.sequence)
    .all()
    .filter(({ caseId }) => caseId === 'institution')
    .map(({ caseId, ...event }) => {
      const { personal = null, salt = null } = said.get(`${caseId} ${event.sequence}`) ?? {}
      return { v: 1, case: caseId, ...event, personal, salt }
    })
}
