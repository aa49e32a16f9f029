// Views of the worklist that people have named for themselves; nobody sees those of others.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Static, Type } from 'typebox'
import { savedView, savedViews } from '../../db/queries/views.ts'
import { dropView, insertView, type ViewRow } from '../../db/views.ts'
import { say } from '../../machines/label.ts'
import { answers } from '../answers.ts'
import { type Answer, answer, commitOnce } from '../commit.ts'
import { refuse } from '../refusals.ts'
import { commandHeaders, idParam, requestOf, responses, send } from '../routing.ts'
import { nothing } from './session.ts'

const most = 50
const closed = { additionalProperties: false }
const title = (zh: string, en: string) => ({ 'x-title': say(zh, en) })
const form = Type.Object(
  {
    name: Type.String({ ...title('名称', 'Name'), minLength: 1, maxLength: 60, pattern: '\\S' }),
    search: Type.String({ ...title('筛选与排序', 'Filters and order'), maxLength: 1000, pattern: '^[\\x20-\\x7e]*$' }),
    columns: Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { ...title('显示的列', 'Columns'), maxItems: 30 }),
  },
  closed,
)
const patch = Type.Partial(form, { ...closed, minProperties: 1 })

const docs = (operationId: string, summary: string) => ({ operationId, summary, tags: ['views'] })
const schemas = {
  list: { ...docs('list-views', 'One’s own views of the worklist'), response: responses('read', 200, 'Views', answers.views) },
  add: {
    ...docs('add-view', 'Name a view of the worklist'),
    headers: commandHeaders,
    body: form,
    response: responses('write', 201, 'The view', answers.view),
  },
  change: {
    ...docs('change-view', 'Rename a view, or make it show something else'),
    params: idParam,
    headers: commandHeaders,
    body: patch,
    response: responses('write', 200, 'The view', answers.view),
  },
  drop: {
    ...docs('drop-view', 'Do away with a view'),
    params: idParam,
    headers: commandHeaders,
    body: nothing,
    response: responses('write', 200, 'What there was', answers.view),
  },
}

type Add = { Body: Static<typeof form> }
type One = { Params: { id: string } }
type Change = One & { Body: Static<typeof patch> }

export async function viewRoutes(app: FastifyInstance) {
  app.get('/api/views', { schema: schemas.list }, async ({ user }) => ({
    items: (await savedViews(app.house.db, user.id)).map(shown),
    next: null,
  }))
  app.post<Add>('/api/views', { schema: schemas.add }, async (request, reply) => send(reply, await add(app, request)))
  app.post<Change>('/api/views/:id', { schema: schemas.change }, async (request, reply) =>
    send(reply, await replace(app, request, (row) => ({ ...row, ...request.body }))),
  )
  app.post<One>('/api/views/:id/drop', { schema: schemas.drop }, async (request, reply) =>
    send(reply, await replace(app, request, () => null)),
  )
}

const shown = ({ userId: _, ...view }: ViewRow) => view

function add({ house }: FastifyInstance, request: FastifyRequest<Add>): Promise<Answer> {
  const { id: userId } = request.user
  const full = () => refuse('not-now', say(`最多保存 ${most} 个视图`, `No more than ${most} views are kept`))
  return commitOnce(
    house,
    requestOf(request),
    () => null,
    async () => {
      if ((await savedViews(house.db, userId)).length >= most) full()
      const row = { id: house.newId(), userId, ...request.body }
      return { writes: [insertView(row)], answer: answer(201, shown(row), { location: '/api/views' }) }
    },
  )
}

/** The row by what it is to be, null where it is to be gone. */
function replace({ house }: FastifyInstance, request: FastifyRequest<One>, by: (row: ViewRow) => ViewRow | null): Promise<Answer> {
  const locate = async () => (await savedView(house.db, request.user.id, request.params.id)) ?? refuse('not-found')
  return commitOnce(house, requestOf(request), locate, (row) => {
    const after = by(row)
    return { writes: [dropView(row), ...(after ? [insertView(after)] : [])], answer: answer(200, shown(after ?? row)) }
  })
}
