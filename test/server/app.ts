// A small institution in a database file of its own, served by the application that runs in production; a test moves its clock.
import { copyFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { inject, onTestFinished } from 'vitest'
import { userByUsername } from '../../db/queries/people.ts'
import { runDue } from '../../server/clock.ts'
import type { House } from '../../server/house.ts'
import { type Client, clientOf } from './client.ts'
import { monday, scratch, serve } from './template.ts'

export { monday, serve, usernames } from './template.ts'

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

const { file: original, cookies } = inject('template')

/** An institution that the caller closes. */
export async function institution(requestsPer10s?: number): Promise<Institution> {
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
