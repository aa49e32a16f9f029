// What the server works with: the store, and everything the pure core must be given – time, calendar, ids, chance.
import { randomBytes } from 'node:crypto'
import { desc } from 'drizzle-orm'
import { v7 } from 'uuid'
import { type Db, schema } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'
import type { Calendar } from '../machines/due.ts'
import { statutoryCalendar } from '../machines/holidays.ts'
import { defaultSettings, type Settings } from '../machines/settings.ts'

export type House = {
  db: Db
  /** The institution's time; the demo can move it. */
  now: () => Date
  calendar: Calendar
  newId: () => string
  /** 16 random bytes in hex. */
  salt: () => string
  settings: () => Promise<Settings>
}

export const makeHouse = (db: Db, now: () => Date = () => new Date()): House => ({
  db,
  now,
  calendar: statutoryCalendar,
  newId: () => v7(),
  salt: () => randomBytes(16).toString('hex'),
  settings: () => currentSettings(db),
})

/** The settings in force: the newest version, or the standard ones. */
async function currentSettings(db: Db): Promise<Settings> {
  const [newest] = await newestSettings(db)
  return newest?.body ?? defaultSettings
}
const newestSettings = prepared((q) => q.select().from(schema.settings).orderBy(desc(schema.settings.version)).limit(1))
