// Approvals: the decisions that wait for somebody, several decided at once, and what was decided in like cases before.
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { loadCase } from '../../db/case-state.ts'
import { standingOf } from '../../db/queries/access.ts'
import { casesToDecide, mostToDecide } from '../../db/queries/approvals.ts'
import { closedCases, decisionsIn as decisionsMade } from '../../db/queries/comparable.ts'
import { namesOf } from '../../db/queries/people.ts'
import { decisionOf, leadsTo, waitingPaths } from '../../machines/decision.ts'
import { say } from '../../machines/label.ts'
import { type Published, procedureAt, publish } from '../../machines/published.ts'
import { comparable, stakeIn } from '../../machines/stake.ts'
import { answers } from '../answers.ts'
import { caseView, etag } from '../case-view.ts'
import { findCase, sceneOf, studentName } from '../commands.ts'
import { answer, commitOnce } from '../commit.ts'
import { sha256 } from '../files.ts'
import type { House } from '../house.ts'
import type { SessionUser } from '../identity.ts'
import { refuse } from '../refusals.ts'
import { commandHeaders, decodeCursor, encodeCursor, idParam, limitOf, pageQuery, requestOf, responses } from '../routing.ts'

type Listed = { cursor?: string; limit?: string }
type Decision = { href: string; etag: string; payload: object }
type ById = { Params: { id: string } }

export async function approvalRoutes(app: FastifyInstance) {
  app.get<{ Querystring: Listed }>('/api/approvals', { schema: listSchema }, async (request) => list(app.house, request))
  app.post<{ Body: { decisions: Decision[] } }>('/api/approvals', { schema: decideSchema }, async (request) => decideAll(app, request))
  app.get<ById>('/api/cases/:id/comparable', { schema: comparableSchema }, async (request) => ({
    items: await compared(app.house, request),
  }))
}

const listSchema = {
  operationId: 'list-approvals',
  tags: ['approvals'],
  summary: 'Decisions that wait for this user, due first; all of them, up to 500, where no limit is given',
  querystring: Type.Object(pageQuery, { additionalProperties: false }),
  response: responses('read', 200, 'Cases with the decisions offered', answers.approvals),
}

async function list(house: House, { query, user }: FastifyRequest<{ Querystring: Listed }>) {
  const limit = query.limit === undefined ? mostToDecide : limitOf(query.limit)
  const [sortKey = '', id = ''] = decodeCursor(query.cursor, 2) ?? []
  const waiting = await casesToDecide(house.db, user, { sortKey, id }, limit)
  const items = []
  for (const { id } of waiting) items.push(...(await decisionsIn(house, user, id)))
  const last = waiting.at(-1)
  return { items, next: last && waiting.length === limit ? encodeCursor([last.sortKey, last.id]) : null }
}

async function decisionsIn(house: House, user: SessionUser, id: string) {
  const state = (await loadCase(house.db, id)) ?? refuse('not-found')
  const procedure = procedureAt(state.row.procedure, state.row.version)
  if (!procedure) return []
  const { hasPart } = await standingOf(house.db, user, id)
  const scene = await sceneOf(house, user, { state, procedure, hasPart })
  const view = caseView(scene, await studentName(house, user, state.row.student), house.now().toISOString())
  const offers = view.offers.filter(({ type }) => procedure.events[type]!.decision)
  return offers.length ? [{ case: view, etag: etag(view.revision), offers, ...whatFor(publish(procedure), view.steps) }] : []
}

/** The decision that its step is there for, and where that leads. */
function whatFor(procedure: Published, steps: Parameters<typeof waitingPaths>[0]) {
  const paths = waitingPaths(steps)
  const decision = decisionOf(procedure, paths[0] ?? '')
  return { decision: decision ?? null, leadsTo: (decision && leadsTo(procedure, paths, decision)) ?? null }
}

const titled = (zh: string, en: string) => ({ 'x-title': say(zh, en) })
const decision = Type.Object(
  {
    href: Type.String({ maxLength: 300, ...titled('决定的地址', 'Address of the decision') }),
    etag: Type.String({ maxLength: 40, ...titled('所见案件版本', 'The revision of the case as known') }),
    payload: Type.Object({}, titled('决定内容', 'What is decided')),
  },
  { additionalProperties: false },
)
const decideSchema = {
  operationId: 'decide-approvals',
  tags: ['approvals'],
  summary: 'Several decisions, each recorded by itself as if it were posted alone; one that is refused leaves the others as they are',
  headers: commandHeaders,
  body: Type.Object(
    { decisions: Type.Array(decision, { minItems: 1, maxItems: 100, ...titled('一并作出的决定', 'Decisions said together') }) },
    { additionalProperties: false },
  ),
  response: responses('write', 200, 'What each of them came to: the case after it, or the refusal', answers.decided),
}

/** Each goes the way it would go alone. Under a key of the whole each has its own, so that a repetition records nothing twice. */
async function decideAll(app: FastifyInstance, request: FastifyRequest<{ Body: { decisions: Decision[] } }>) {
  const whole = requestOf(request)
  await commitOnce(
    app.house,
    whole,
    () => null,
    () => ({ writes: [], answer: answer(200, null) }),
  )
  const results = []
  for (const one of request.body.decisions) results.push({ href: one.href, ...(await decide(app, request, one, whole.key)) })
  return { results }
}

async function decide(app: FastifyInstance, { headers }: FastifyRequest, { href, etag, payload }: Decision, key: string | undefined) {
  const url = isDecision(href) ? href : '/api/approvals/none'
  const own = key === undefined ? {} : { 'idempotency-key': sha256(Buffer.from(`${key} ${href}`)) }
  const { cookie, 'accept-language': language, 'user-agent': agent } = headers
  const said = { cookie, 'accept-language': language, 'user-agent': agent, 'if-match': etag, ...own }
  const known = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Record<string, string>
  const { statusCode, body } = await app.inject({ method: 'POST', url, headers: known, payload })
  return { status: statusCode, body: JSON.parse(body) as unknown }
}

/** Whether the address is that of a decision, and not of a step that somebody takes. */
function isDecision(href: string) {
  const [, name = '', version = '', type = ''] = /^\/api\/([a-z-]+)@([1-9]\d{0,5})\/[\w-]+\/([\w.]+)$/.exec(href) ?? []
  const events = procedureAt(name, Number(version))?.events ?? {}
  return Object.hasOwn(events, type) && events[type]!.decision
}

const comparableSchema = {
  operationId: 'comparable-cases',
  tags: ['approvals'],
  summary: 'Closed cases most like this one, and what was decided in them',
  params: idParam,
  response: responses('read', 200, 'The nearest first: same kind of reason, then the nearer amount', answers.comparable),
}
const most = 5

async function compared(house: House, { params, user }: FastifyRequest<ById>) {
  const { state, procedure } = await findCase(house, user, params.id)
  const closed = await closedCases(house.db, user, procedure.name, params.id)
  const nearest = comparable(
    state.row.context,
    closed.map((row) => ({ ...row.context, row })),
    most,
  )
  const types = Object.keys(procedure.events).filter((type) => procedure.events[type]!.decision)
  const made = await decisionsMade(
    house.db,
    nearest.map(({ row }) => row.id),
    types,
  )
  const names = await namesOf(
    house.db,
    made.map(({ actor }) => actor),
  )
  return nearest.map(({ row: { id, number, outcome, closedAt, context } }) => ({
    id,
    number,
    outcome,
    closedAt,
    category: context.category ?? null,
    stake: stakeIn(context),
    decisions: made
      .filter(({ caseId }) => caseId === id)
      .map(({ type, at, actor }) => ({ type, label: procedure.events[type]!.label, at, by: names.get(actor) ?? actor })),
  }))
}
