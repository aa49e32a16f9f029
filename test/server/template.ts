// People, students and sessions, made once a test run and copied for every institution after it: each password takes its time to hash.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../db/database.ts'
import { build } from '../../server/build.ts'
import { type House, makeHouse } from '../../server/house.ts'
import { makeIdentity, sharedSecret } from '../../server/identity.ts'
import { foundInstitution } from '../../server/sample/institution.ts'
import { accounts, demoPassword } from '../../server/sample/people.ts'
import { storeRoll } from './roll.ts'

/** A Monday morning in Shanghai. */
export const monday = '2026-03-09T02:00:00.000Z'
export const usernames = accounts.map(({ username }) => username)
export const scratch = () => mkdtempSync(join(tmpdir(), 'anjuan-'))

type Served = { app: FastifyInstance; house: House; close: () => Promise<void> }
type Template = { file: string; cookies: Record<string, string> }
declare module 'vitest' {
  interface ProvidedContext {
    template: Template
  }
}

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

async function makeTemplate(): Promise<Template> {
  const file = join(scratch(), 'anjuan.db')
  const { app, house, close } = await serve(file, () => new Date(monday))
  await foundInstitution(house)
  await house.db.commit(storeRoll())
  const cookies: Template['cookies'] = {}
  for (const username of usernames) cookies[username] = await signIn(app, username)
  await close()
  return { file, cookies }
}

async function signIn(app: FastifyInstance, username: string) {
  const payload = { username, password: demoPassword }
  const { headers } = await app.inject({ method: 'POST', url: '/api/auth/sign-in/username', payload })
  return String(headers['set-cookie']).split(';')[0]!
}

/** Vitest calls this before the first test; what it returns, after the last. */
export default async function setup(project: TestProject) {
  const template = await makeTemplate()
  project.provide('template', template)
  return () => rmSync(dirname(template.file), { recursive: true })
}
