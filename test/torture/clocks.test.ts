// The institution's clock jumps days forth and back, again and again, while its cases are worked on.
import { expect, it } from 'vitest'
import { freshInstitution } from '../server/app.ts'
import { soundStore } from './judge.ts'
import { measure } from './measure.ts'

const jumps = measure(60, 1500)
const [open, touch] = [12, 'comment.added']
const anyOf = <T>(items: readonly T[]) => items[Math.floor(Math.random() * items.length)]!

it(`${jumps} jumps of the clock make no deadline pass twice and no history run back`, { timeout: jumps * 2_000 }, async () => {
  const house = await freshInstitution()
  const ids: string[] = []
  for (let i = 1; i <= open; i++) {
    const student = `student-${String(2 * i - 1).padStart(2, '0')}`
    ids.push((await house.as('front-desk').open('withdrawal', { student, enrolments: [`${student}-e1`] })).id)
  }
  let [day, back, passed] = [0, 0, 0]
  for (let jump = 0; jump < jumps; jump++) {
    // Now far behind what has happened already, now far ahead of it.
    const days = Math.round((Math.random() - 0.5) * 2 * Math.max(3, Math.min(60, jump)))
    day += days
    if (days < 0) back++
    await house.pass(days)
    const id = anyOf(ids)
    const before = (await history(house, id)).at(-1)!
    const { revision, acts, offers } = await house.as('customer-service').show(id)
    if (acts.some(({ type }) => type === touch)) await house.as('customer-service').act(id, touch)
    const returned = offers.find(({ type }) => type === 'request.returned' || type === 'identity.confirmed')
    if (returned && jump % 3 === 0) await house.as('customer-service').advance(id, returned.type)
    expect((await history(house, id)).at(-1)!.at >= before.at && revision > 0).toBe(true)
  }
  await house.pass(600 - Math.min(0, day))
  for (const id of ids) passed += (await history(house, id)).filter(({ type }) => type === 'deadline.passed').length
  expect([back > jumps / 5, passed >= open / 2]).toEqual([true, true])
  await soundStore(house.where)
})

const history = async ({ as }: Awaited<ReturnType<typeof freshInstitution>>, id: string): Promise<{ type: string; at: string }[]> =>
  (await as('auditor').get(`/api/cases/${id}/history`)).body.events
