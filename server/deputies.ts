// Deputies during absence (代理): who acts for whom, from which day to which. The regulation is silent on who may; see `mayDeputise`.
import { type Deputyship, deleteDeputy, insertDeputy, type UserRow } from '../db/people.ts'
import { deputyshipById, deputyships, namesOf, userById } from '../db/queries/people.ts'
import { type Role, staff } from '../machines/departments.ts'
import { addCalendarDays } from '../machines/due.ts'
import { type Label, say } from '../machines/label.ts'
import { type Asker, oversees } from '../machines/rights.ts'
import { today } from './asker.ts'
import { answer, type Request } from './commit.ts'
import type { House } from './house.ts'
import { changeInstitution, mustBeAdmin } from './people.ts'
import { type FieldError, refuse } from './refusals.ts'

/** Shanghai dates, both included. `principal` is left out by who names a deputy for themselves. */
export type DeputyForm = { deputy: string; from: string; until: string; principal?: string }
const longestDays = 366
const latest = '2999-12-31'

type Viewer = Pick<Asker, 'id' | 'role'>
const seesAll = ({ role }: Viewer) => role === 'admin' || oversees(role)
const concerns = ({ id }: Viewer, deputyship: Deputyship) => id === deputyship.principal || id === deputyship.deputy

/** Those that hold today or later, with names: one's own, and all for who administers or oversees. */
export async function listDeputies(house: House, viewer: Viewer) {
  const found = await deputyships(house.db, today(house), seesAll(viewer) ? undefined : viewer.id)
  const names = await namesOf(
    house.db,
    found.flatMap(({ principal, deputy }) => [principal, deputy]),
  )
  const named = (id: string) => ({ id, name: names.get(id) ?? '' })
  return found.map(({ id, principal, deputy, from, until }) => ({ id, principal: named(principal), deputy: named(deputy), from, until }))
}

export const nameDeputy = (house: House, request: Request, form: DeputyForm) =>
  changeInstitution(
    house,
    request,
    () => null,
    async () => {
      const { principal = request.userId, deputy, from, until } = form
      if (principal !== request.userId) await mustBeAdmin(house, request.userId)
      await checkDeputy(house, { ...form, principal })
      const deputyship = { id: house.newId(), principal, deputy, from, until }
      const { id, ...facts } = deputyship
      return {
        writes: insertDeputy(deputyship),
        happenings: [{ type: 'deputy.named', actor: request.userId, facts: { deputyship: id, ...facts } }],
        answer: answer(201, deputyship, { location: '/api/deputies' }),
      }
    },
  )

async function checkDeputy(house: House, { principal, deputy, from, until }: Required<DeputyForm>) {
  const [absent, present] = [await userById(house.db, principal), await userById(house.db, deputy)]
  const wrong = (path: string, message: Label): FieldError => ({ path, message })
  const errors = [
    absent?.active ? null : wrong('/principal', nobody),
    present?.active ? null : wrong('/deputy', nobody),
    principal === deputy ? wrong('/deputy', say('不能由本人代理', 'Nobody deputises for themselves')) : null,
    absent && present && !mayDeputise(absent, present)
      ? wrong('/deputy', say('该角色之间不能代理', 'These roles cannot stand in for each other'))
      : null,
    ...wrongDates(house, from, until),
  ].filter((error) => error !== null)
  if (errors.length) refuse('not-possible', errors[0]!.message, { errors })
}
const nobody = say('没有这名人员或其已停用', 'There is no such person, or they are not active')

const wrongDates = (house: House, from: string, until: string): FieldError[] => {
  if (from > latest) return [{ path: '/from', message: say('开始日期太远', 'It would begin too far ahead') }]
  if (until < from) return [{ path: '/until', message: say('结束日期早于开始日期', 'It would end before it begins') }]
  if (until < today(house)) return [{ path: '/until', message: say('结束日期已过', 'It would be over already') }]
  if (until > addCalendarDays(from, longestDays))
    return [{ path: '/until', message: say('代理期限不得超过一年', 'A deputyship lasts a year at most') }]
  return []
}

const isStaff = (role: Role) => (staff as readonly Role[]).includes(role)
/** Staff stand in for staff; who watches over them (auditor, student representative, administrator) only for their like. */
const mayDeputise = (absent: UserRow, present: UserRow) => absent.role === present.role || (isStaff(absent.role) && isStaff(present.role))

export const endDeputy = (house: House, request: Request, viewer: Viewer, id: string) => {
  const locate = async () => {
    const found = await deputyshipById(house.db, id)
    return found && (seesAll(viewer) || concerns(viewer, found)) ? found : refuse('not-found')
  }
  return changeInstitution(house, request, locate, async () => {
    const deputyship = await locate()
    if (deputyship.principal !== request.userId) await mustBeAdmin(house, request.userId)
    return {
      writes: deleteDeputy(deputyship),
      happenings: [{ type: 'deputy.ended', actor: request.userId, facts: { deputyship: id } }],
      answer: answer(200, { id }),
    }
  })
}
