// Cases as lists: narrowed, in an order, page by page; and how many each view of the worklist holds.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { countUpTo } from '../../db/queries/counts.ts'
import type { Filter, Order, Place } from '../../db/queries/drivers.ts'
import { worklist } from '../../db/queries/worklist.ts'
import { say } from '../../machines/label.ts'
import { procedureAt } from '../../machines/published.ts'
import { shownIn, type ViewName, viewsFor } from '../../machines/views.ts'
import { answers } from '../answers.ts'
import { summary } from '../case-view.ts'
import { instantsIn, periodPattern } from '../period.ts'
import { refuse } from '../refusals.ts'
import { decodeCursor, encodeCursor, limitOf, pageQuery, refuseCursor, responses, short } from '../routing.ts'

const orders = {
  due: { by: 'due', backwards: false },
  '-due': { by: 'due', backwards: true },
  opened: { by: 'opened', backwards: false },
  '-opened': { by: 'opened', backwards: true },
} as const satisfies Record<string, Order>
type Sort = keyof typeof orders

const yesNo = Type.Optional(Type.Enum(['true', 'false'], { type: 'string' }))
const only = Type.Optional(Type.Enum(['true'], { type: 'string' }))
const period = Type.Optional(Type.String({ pattern: periodPattern, description: 'Shanghai dates, both included: 2026-03-01..2026-03-31' }))
const query = Type.Object(
  {
    procedure: short,
    state: short,
    department: short,
    assignee: short,
    student: short,
    openedBy: short,
    unclaimed: only,
    copied: short,
    doneBy: short,
    overdue: yesNo,
    stepOverdue: only,
    open: yesNo,
    campus: short,
    opened: period,
    closed: period,
    left: short,
    leftIn: period,
    leftLate: only,
    q: short,
    sort: Type.Optional(
      Type.Enum(Object.keys(orders) as Sort[], {
        type: 'string',
        description:
          'due (default): due first, then what has no due day, then closed cases, the last closed first; opened: the first opened first; - turns it round',
      }),
    ),
    ...pageQuery,
    until: Type.Optional(Type.String({ maxLength: 400, description: 'A cursor of the same order: the list up to there and no further' })),
  },
  { additionalProperties: false },
)
type Query = Static<typeof query>

const listSchema = {
  operationId: 'list-cases',
  tags: ['cases'],
  summary: 'Cases this user may know of, due first',
  description:
    '`assignee`, `openedBy`, `copied` (in) and `doneBy` (who opened, or recorded a step in, what is closed now) are ids of people; `unclaimed`: a step waits that nobody has claimed, of the department where one is given. `stepOverdue`: a step that fits `state`, `department`, `assignee` and `unclaimed` is itself overdue. `left` is a step of `procedure` that a case has left, `leftIn` when, `leftLate` after it was due.',
  querystring: query,
  response: responses('read', 200, 'A page of cases', answers.cases),
}
const countSchema = {
  operationId: 'count-worklist',
  tags: ['cases'],
  summary: 'How many cases each of the user’s views of the worklist holds, counted up to `most`',
  response: responses('read', 200, 'Counts by view', answers.counts),
}

export async function worklistRoutes(app: FastifyInstance) {
  app.get<{ Querystring: Query }>('/api/cases', { schema: listSchema }, async (request) => list(app, request))
  app.get('/api/worklist', { schema: countSchema }, async (request) => counts(app, request))
}

const asBoolean = (text: string | undefined) => (text === undefined ? undefined : text === 'true')

/** A place in one order says nothing in another. */
function placeIn(sort: Sort, cursor: string | undefined, name: 'cursor' | 'until'): Place | null {
  const [of, ...place] = decodeCursor(cursor, 3, name) ?? []
  if (of === undefined) return null
  return of === sort ? (place as Place) : refuseCursor(name)
}

type Narrowing = Omit<Query, 'cursor' | 'until' | 'limit' | 'sort'>
function filterOf({ overdue, open, unclaimed, stepOverdue, leftLate, opened, closed, leftIn, ...rest }: Narrowing): Omit<Filter, 'now'> {
  if ((rest.left || leftIn || leftLate) && !(rest.left && rest.procedure))
    refuse('invalid', ofStep, { errors: [{ path: '/left', message: ofStep }] })
  return {
    ...rest,
    ...(unclaimed && { unclaimed: true }),
    ...(stepOverdue && { stepOverdue: true }),
    ...(leftLate && { leftLate: true }),
    ...(opened && { opened: instantsIn(opened, '/opened') }),
    ...(closed && { closed: instantsIn(closed, '/closed') }),
    ...(leftIn && { leftIn: instantsIn(leftIn, '/leftIn') }),
    overdue: asBoolean(overdue),
    open: asBoolean(open),
  }
}
const ofStep = say('离开的步骤须与其流程一起指定', 'A step that was left is named together with its procedure')

async function list({ house }: FastifyInstance, { query, user }: FastifyRequest<{ Querystring: Query }>) {
  const { cursor, until, limit, sort = 'due', ...narrowing } = query
  const now = house.now().toISOString()
  const anonymous = user.role === 'student-representative'
  const filter = filterOf(narrowing)
  const stretch = { after: placeIn(sort, cursor, 'cursor'), until: placeIn(sort, until, 'until') }
  const asking = { order: orders[sort], limit: limitOf(limit), ...stretch }
  const { rows, more } = await worklist(house.db, user, { ...filter, byName: !anonymous, now }, asking)
  const items = rows.flatMap((state) => {
    const procedure = procedureAt(state.row.procedure, state.row.version)
    return procedure ? [summary(procedure, state, anonymous ? null : state.studentName, now, house.calendar)] : []
  })
  const last = rows.at(-1)
  return { items, next: more && last ? encodeCursor([sort, ...last.place]) : null }
}

const most = 100
async function counts({ house }: FastifyInstance, { user }: FastifyRequest) {
  const now = house.now().toISOString()
  const count = async (view: ViewName) => [view, await countUpTo(house.db, user, { ...shownIn(view, user), now }, most)] as const
  return { most, counts: Object.fromEntries(await Promise.all(viewsFor(user.role).map(count))) }
}
