// How long cases stood in the steps they left: noted with each event, read out of older histories, and followed by the verifier.
import { describe, expect, it } from 'vitest'
import { schema } from '../../db/database.ts'
import { noteLateSteps } from '../../server/late-steps.ts'
import { noteStays } from '../../server/stays.ts'
import { checkStore } from '../../server/verifier.ts'
import { freshInstitution, type Institution } from './app.ts'
import { inSql } from './store.ts'

const hour = 3_600_000
const day = 24 * hour
const theirs = (n = 1) => ({ student: `student-0${n}`, enrolments: [`student-0${n}-e1`] })
const stays = async ({ house }: Institution) => (await house.db.q.select().from(schema.stays)).map((row) => JSON.stringify(row)).sort()

/** Accepted after its deadline, returned to finance once, granted in the end; another one revoked at once. */
async function someCases(house: Institution): Promise<string> {
  const { as } = house
  const { id } = await as('front-desk').open('withdrawal', theirs())
  for (const type of ['identity.confirmed', 'enrolment.confirmed', 'genuineness.confirmed']) await as('customer-service').advance(id, type)
  await house.pass(9)
  await as('customer-service').advance(id, 'retention.declined')
  await house.pass(1)
  await as('finance').advance(id, 'payments.reviewed')
  await as('management').advance(id, 'approval.returned')
  await house.pass(1)
  await as('finance').advance(id, 'payments.reviewed')
  await as('management').advance(id, 'approval.granted')
  const other = await as('front-desk').open('withdrawal', theirs(3))
  await as('customer-service').advance(other.id, 'request.revoked', { saidBy: 'student' })
  return id
}
const noted = async ({ house }: Institution) => {
  await noteLateSteps(house)
  await noteStays(house)
}
const named = async ({ where }: Institution) =>
  (await checkStore(where)).findings.map(({ caseId, detail }) => `${caseId} ${/\((.*)\)/.exec(detail.en)?.[1]}`)

describe('a step that is left', () => {
  it('is noted with how long the case stood in it, and whether it was due before, alone or with the part it belongs to', async () => {
    const house = await freshInstitution()
    const id = await someCases(house)
    const rows = (await house.house.db.q.select().from(schema.stays)).filter(({ caseId }) => caseId === id)
    const told = rows.map(({ path, entered, left, late }) => [path, (left - entered) / day, late])
    expect(told).toEqual(
      expect.arrayContaining([
        ['acceptance.identity.open', 0, false],
        ['acceptance.retention.offered', 9, true],
        ['financeReview', 1, false],
        ['approval.deciding', 0, false],
      ]),
    )
    expect(told.filter(([path]) => path === 'financeReview')).toHaveLength(2)
  })

  it('is read out of a history older than the notes as it would have been noted, and only once', async () => {
    const house = await freshInstitution()
    await someCases(house)
    const before = await stays(house)
    await inSql(house.house.db, 'delete from stays')
    await noteStays(house.house)
    expect(await stays(house)).toEqual(before)
    await inSql(house.house.db, 'delete from stays')
    await noteStays(house.house)
    expect(await stays(house)).toEqual([])
  })
})

describe('the verifier', () => {
  it('finds nothing amiss, before older histories have been read and after', async () => {
    const house = await freshInstitution()
    await someCases(house)
    expect(await named(house)).toEqual([])
    await inSql(house.house.db, 'delete from stays')
    await inSql(house.house.db, 'delete from late_steps')
    expect(await named(house)).toEqual([])
    await noted(house)
    expect(await named(house)).toEqual([])
  })

  it.each([
    ['a stay that is gone', "delete from stays where path = 'acceptance.retention.offered' and case_id = 'ID'", 'stays'],
    ['a stay made shorter', "update stays set entered_at = entered_at + 1 where path = 'financeReview' and case_id = 'ID'", 'stays'],
    [
      'a stay that ended earlier',
      "update stays set left_at = left_at - 1 where path = 'acceptance.retention.offered' and case_id = 'ID'",
      'stays',
    ],
    [
      'a stay said to be in time',
      "update stays set late = not late where path = 'acceptance.retention.offered' and case_id = 'ID'",
      'stays',
    ],
    ['a stay made up', "insert into stays values ('withdrawal', 'financeReview', 1, 'ID', 0, BOOL)", 'stays'],
    ['a late step that is gone', "delete from late_steps where case_id = 'ID'", 'late_steps'],
    ['a late step said of somebody else', "update late_steps set actor = 'nobody' where case_id = 'ID'", 'late_steps'],
  ])('names %s', async (_, statement, table) => {
    const house = await freshInstitution()
    const id = await someCases(house)
    await noted(house)
    const yes = house.house.db.engine === 'postgres' ? 'true' : '1'
    await inSql(house.house.db, statement.replaceAll('ID', id).replace('BOOL', yes))
    expect(new Set(await named(house))).toEqual(new Set([`${id} ${table}`]))
  })
})
