// The first administrator: on a database without people a one-time link is shown where the service was started; whoever has it is let in once.
import { createHash, randomBytes } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { rows } from '../db/conflict.ts'
import { schema, write } from '../db/database.ts'
import { institutionKey } from '../db/queries/beginnings.ts'
import { anyUser } from '../db/queries/people.ts'
import { say } from '../machines/label.ts'
import { normalise } from '../machines/proof/canonical.ts'
import { answer } from './commit.ts'
import type { House } from './house.ts'
import { hashPassword } from './passwords.ts'
import { addition, changeInstitution } from './people.ts'
import { refuse } from './refusals.ts'

const { state } = schema
const digest = (token: string) => createHash('sha256').update(token).digest('hex')

/**
 * The link to be shown, or null where there are people already. `origin` is `http://HOST:PORT`. Only the token's digest is kept,
 * so every start before the link is used makes a new one, and the one before is void.
 */
export async function setupLink(house: House, origin: string): Promise<string | null> {
  if (await anyUser(house.db)) return null
  const token = randomBytes(32).toString('base64url')
  const value = digest(token)
  await house.db.commit([
    write((tx) =>
      tx
        .insert(state)
        .values({ key: 'setup', value })
        .onConflictDoUpdate({ target: state.key, set: { value } })
        .returning({ key: state.key }),
    ),
  ])
  return `${origin}/setup#${token}`
}

export const setupOpen = async (house: House) => !(await anyUser(house.db))

export type SetupForm = { token: string; institution: string; username: string; name: string; password: string }
const voidLink = say('链接无效或已被使用', 'The link is not valid, or was used already')

/** Creates the institution and its first administrator; a 401 for any token but the one shown, and for everybody after the first. */
export async function setUp(house: House, form: SetupForm) {
  await checkToken(house, form.token)
  const passwordHash = await hashPassword(form.password)
  const unkeyed = { userId: '', key: undefined, method: '', url: '', body: null }
  return changeInstitution(
    house,
    unkeyed,
    () => null,
    () => founding(house, form, passwordHash),
  )
}

async function checkToken({ db }: House, token: string) {
  const [row] = await db.q.select().from(state).where(eq(state.key, 'setup'))
  if ((await anyUser(db)) || row?.value !== digest(token)) refuse('wrong-credentials', voidLink)
}

async function founding(house: House, { token, institution, username, name, password: _ }: SetupForm, passwordHash: string) {
  await checkToken(house, token)
  const named = normalise(institution)
  const admin = await addition(house, 'self', { username, name, role: 'admin', lead: true }, passwordHash)
  const spent = and(eq(state.key, 'setup'), eq(state.value, digest(token)))
  return {
    writes: [
      write((tx) => tx.delete(state).where(spent).returning({ key: state.key }), rows(1)),
      write((tx) => tx.insert(state).values({ key: institutionKey, value: named }).returning({ key: state.key }), rows(1)),
      ...admin.writes,
    ],
    happenings: [
      { type: 'institution.founded' as const, actor: admin.person.id, facts: { name: named } },
      ...admin.happenings.map((happening) => ({ ...happening, actor: admin.person.id })),
    ],
    answer: answer(201, { id: admin.person.id, username: admin.person.username }),
  }
}
