// More people for a filled institution: the sample's staff once more for every team, each reporting within their own.
import type Database from 'better-sqlite3'

/** Whoever stands for `user` in team `n`; team 0 are the sample's own people. */
export const team = (user: string, n: number) => (n === 0 || user === 'clock' || user === 'system' ? user : `${user}-${n}`)

export function insertStaff(raw: Database.Database, teams: number) {
  const staff = raw.prepare('select * from users').all() as Record<string, string | null>[]
  const names = Object.keys(staff[0]!)
  const insert = raw.prepare(`insert into users (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`)
  for (let n = 1; n < teams; n++)
    for (const person of staff) {
      const { id, email, username, reports_to } = person
      const other = {
        id: team(id!, n),
        email: `${n}-${email}`,
        username: `${username}-of-${n}`,
        reports_to: reports_to && team(reports_to, n),
        lead: 0,
      }
      insert.run(...names.map((name) => ({ ...person, ...other })[name]))
    }
}
