// A small institution in a database of its own, served by the application that runs in production; a test moves its clock.
import type { FastifyInstance } from 'fastify'
import { inject, onTestFinished } from 'vitest'
import { runAllDue } from '../../server/clock.ts'
import type { House } from '../../server/house.ts'
import { type Client, clientOf } from './client.ts'
import { newPlace } from './store.ts'
import { monday, serve } from './template.ts'

export { monday, serve, usernames } from './template.ts'

const day = 86_400_000

export type Institution = {
  app: FastifyInstance
  house: House
  /** The database, for a second process. */
  where: string
  /** Asks as this person of the sample institution. */
  as: (username: string) => Client
  /** The ids of people by username. */
  id: (username: string) => string
  /** Sets the institution's time; nothing happens by it. */
  moveTo: (instant: string) => void
  /** Moves the time and runs what is due by then. */
  pass: (days: number) => Promise<void>
  close: () => Promise<void>
  /** Does away with the database alone. */
  drop: () => Promise<void>
}

export const template = inject('template')

/** An institution that the caller closes. */
export async function institution(requestsPer10s?: number): Promise<Institution> {
  const { where, drop } = await newPlace(template, template.where)
  let time = Date.parse(monday)
  const { app, house, close } = await serve(where, () => new Date(time), requestsPer10s)
  const clients = new Map<string, Client>()
  const as = (username: string) => {
    if (!clients.has(username)) clients.set(username, clientOf(app, username, template.cookies[username]!))
    return clients.get(username)!
  }
  return {
    app,
    house,
    where,
    as,
    id: (username) => template.ids[username]!,
    moveTo: (instant) => {
      time = Date.parse(instant)
    },
    pass: async (days) => {
      time += days * day
      await runAllDue(house)
    },
    close: async () => {
      await close()
      await drop()
    },
    drop,
  }
}

/** An institution that is closed when the test is over. */
export async function freshInstitution(): Promise<Institution> {
  const made = await institution()
  onTestFinished(made.close)
  return made
}
