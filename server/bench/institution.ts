// The institution that is measured: the sample's people, adults with one enrolment each, and a withdrawal for each of them.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase, schema, write } from '../../db/database.ts'
import { userByUsername } from '../../db/queries/people.ts'
import { personOf } from '../../db/queries/records.ts'
import { shanghaiDate } from '../../machines/due.ts'
import { procedures } from '../../machines/procedures.ts'
import { openCommand } from '../commands.ts'
import { type House, makeHouse } from '../house.ts'
import { foundInstitution } from '../sample/institution.ts'

const money = { priceFen: 2_400_000, listPriceFen: 2_400_000, paidFen: 2_400_000, owedFen: 0, materialsFen: 0 }
const lessons = { lessonsBought: 48, lessonsGifted: 0, lessonsUsed: 12 }
const course = { course: '英语综合', className: '英语综合一班', stage: 'basic', startsOn: '2025-12-01', enrolledOn: '2025-11-20' } as const

const pupil = (n: number) => ({ id: `measured-${n}`, number: `M${n}`, name: `学员${n}`, birthDate: '1999-05-20', campus: 'east' })
const enrolment = (n: number) => ({
  id: `measured-${n}-e`,
  student: `measured-${n}`,
  campus: 'east',
  paidOn: '2025-11-22',
  status: 'running' as const,
  ...course,
  ...money,
  ...lessons,
})

export const memberOf = async (house: House, username: string) => {
  const row = (await userByUsername(house.db, username))!
  return { ...personOf(row), rightsRevision: row.rightsRevision }
}

/** What is said in an opening; `n` counts from 1. */
const application = (n: number, today: string) => ({
  student: `measured-${n}`,
  enrolments: [`measured-${n}-e`],
  wishedDate: today,
  saidBy: 'student',
  channel: 'phone',
  category: 'relocation',
  reason: '家庭迁往外地，无法继续就读，希望尽快办理退学手续。',
})

export type Measured = { house: House; file: string; cases: string[] }

const temporary = () => join(mkdtempSync(join(tmpdir(), 'anjuan-bench-')), 'anjuan.db')
/** With so many open withdrawals; `file` may also be the address of an empty PostgreSQL. */
export async function measuredInstitution(count: number, file = temporary()): Promise<Measured> {
  const house = makeHouse(await openDatabase(file))
  await foundInstitution(house)
  return { house, file, cases: await openWithdrawals(house, count) }
}

/** Opens so many, each of a student of its own. */
export async function openWithdrawals(house: House, count: number): Promise<string[]> {
  const numbers = Array.from({ length: count }, (_, i) => i + 1)
  for (const n of numbers)
    await house.db.commit([
      write((tx) => tx.insert(schema.students).values(pupil(n)).returning({ id: schema.students.id })),
      write((tx) => tx.insert(schema.enrolments).values(enrolment(n)).returning({ id: schema.enrolments.id })),
    ])
  const user = await memberOf(house, 'front-desk')
  const today = shanghaiDate(house.now().toISOString())
  const cases: string[] = []
  for (const n of numbers) {
    const answers = application(n, today)
    const request = { userId: user.id, key: undefined, method: 'POST', url: '/api/withdrawal', body: answers }
    const { body } = await openCommand({ house, user, request, answers }, procedures.withdrawal!)
    cases.push(JSON.parse(body).id)
  }
  return cases
}
