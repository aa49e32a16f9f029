// What somebody looks for by a part of a number or a name: where few fit, a list begins with them instead of looking at every case.
import { type Db, schema } from '../database.ts'
import { like, partOf } from '../dialect.ts'
import { given, prepared } from '../prepared.ts'

const { cases, students } = schema

/** Numbers of cases, and ids of students. */
export type Matches = { numbers: string[]; students: string[] }
/** Where more fit than that, a page of them is found soon enough by going through the list. */
const most = 4000

const numbersOf = prepared((q) =>
  q
    .select({ found: cases.number })
    .from(cases)
    .where(like(cases.number, given('q')))
    .limit(most + 1),
)
const studentsOf = prepared((q) =>
  q
    .select({ found: students.id })
    .from(students)
    .where(like(students.name, given('q')))
    .limit(most + 1),
)

/** Null where too many fit. */
export async function matchesOf(db: Db, q: string, byName: boolean): Promise<Matches | null> {
  const pattern = { q: partOf(q) }
  const numbers = await numbersOf(db, pattern)
  if (numbers.length > most) return null
  const named = byName ? await studentsOf(db, pattern) : []
  const values = (rows: { found: string }[]) => rows.map(({ found }) => found)
  return named.length > most ? null : { numbers: values(numbers), students: values(named) }
}
