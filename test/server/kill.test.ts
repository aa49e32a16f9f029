import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { lookInto, schema } from '../../db/database.ts'
import { historyOf } from '../../db/queries/history.ts'
import { checkStore } from '../../server/verifier.ts'
import { type Institution, institution } from './app.ts'
import { halfWritten } from './consistent.ts'
import { begin, clear, load, placeOf, stop } from './processes.ts'
import type { Place } from './store.ts'

const kills = Number(process.env.KILLS ?? 30)

type Said = { username: string; type: string; payload: object }
type Sent = { key: string; username: string; url: string; payload: object; revision?: number }
type Answer = { status: number; etag: string | null; text: string }
type Done = Sent & { answer: Answer }
type Worker = {
  name: string
  part: Said[]
  student: () => string
  caseId: string | null
  revision: number
  step: number
  sent: number
  pending: Sent | null
  done: Done[]
}

let place: Place
let cookies: Record<string, string>
let opening: object
let part: Said[]

/** The case that everybody plays after: what is answered to each form is found out once. */
async function rehearse({ as }: Institution) {
  const cast: [string, string][] = [
    ['customer-service', 'identity.confirmed'],
    ['front-desk', 'comment.added'],
    ['customer-service', 'enrolment.confirmed'],
    ['customer-service', 'genuineness.confirmed'],
    ['customer-service', 'retention.failed'],
    ['finance', 'payments.reviewed'],
    ['management', 'approval.granted'],
    ['customer-service', 'notice.delivered'],
    ['finance', 'settlement.proposed'],
  ]
  opening = await as('front-desk').fill((await as('front-desk').get('/api/procedures/withdrawal@1')).body.opening, null)
  const { id } = await as('front-desk').open('withdrawal', { student: 'student-01', enrolments: ['student-01-e1'] })
  part = []
  for (const [username, type] of cast) {
    const { offers, acts, student } = await as(username).show(id)
    const { payload } = [...offers, ...acts].find((offer) => offer.type === type)!
    part.push({ username, type, payload: await as(username).fill(payload, student) })
    await as(username)[type === 'comment.added' ? 'act' : 'advance'](id, type)
  }
}

beforeAll(async () => {
  const house = await institution()
  await rehearse(house)
  cookies = Object.fromEntries(
    ['front-desk', 'customer-service', 'finance', 'management', 'auditor'].map((name) => [name, house.as(name).cookie]),
  )
  place = await placeOf(house)
})
afterAll(() => clear(place))

/** Throws where the service is gone before the whole answer has come. */
async function post(origin: string, { key, username, url, payload, revision }: Sent): Promise<Answer> {
  const headers = {
    cookie: cookies[username]!,
    'content-type': 'application/json',
    'idempotency-key': key,
    ...(revision && { 'if-match': `"${revision}"` }),
  }
  const reply = await fetch(origin + url, { method: 'POST', headers, body: JSON.stringify(payload) })
  const answer = { status: reply.status, etag: reply.headers.get('etag'), text: await reply.text() }
  if (answer.status !== 429) return answer
  await sleep(1000)
  return post(origin, { key, username, url, payload, ...(revision && { revision }) })
}

/** The next thing this worker has to say: the opening of another case, or the next step of theirs. */
function next(worker: Worker): Sent {
  const key = `${worker.name}-${worker.sent++}`
  if (!worker.caseId) {
    const student = worker.student()
    return { key, username: 'front-desk', url: '/api/withdrawal', payload: { ...opening, student, enrolments: [`${student}-e1`] } }
  }
  const { username, type, payload } = worker.part[worker.step]!
  if (type === 'comment.added') return { key, username, url: `/api/cases/${worker.caseId}/acts/${type}`, payload }
  return { key, username, url: `/api/withdrawal@1/${worker.caseId}/${type}`, payload, revision: worker.revision }
}

function acknowledged(worker: Worker, sent: Sent, answer: Answer) {
  worker.done.push({ ...sent, answer })
  worker.pending = null
  const { id, revision } = JSON.parse(answer.text)
  worker.step = worker.caseId ? worker.step + 1 : 0
  worker.caseId = worker.step < worker.part.length ? id : null
  worker.revision = revision
}

async function work(origin: string, worker: Worker, on: () => boolean) {
  while (on()) {
    worker.pending ??= next(worker)
    const answer = await post(origin, worker.pending).catch(() => null)
    if (!answer) return
    expect([worker.pending.url, answer]).toEqual([
      worker.pending.url,
      expect.objectContaining({ status: worker.pending.revision || worker.caseId ? 200 : 201 }),
    ])
    acknowledged(worker, worker.pending, answer)
  }
}

const repeated = async (origin: string, { answer, ...sent }: Done) => expect(await post(origin, sent)).toEqual(answer)

/** Two go through a case to the settlement, each for students of their own; three keep opening cases of the others. */
const workers = (): Worker[] => {
  const worker = (name: string, students: number[], length: number): Worker => {
    let turn = 0
    const student = () => `student-${String(students[turn++ % students.length]).padStart(2, '0')}`
    return { name, part: part.slice(0, length), student, caseId: null, revision: 0, step: 0, sent: 0, pending: null, done: [] }
  }
  return [
    ...['a', 'b', 'c'].map((name) => worker(name, [13, 15, 17, 19, 21, 23], 6)),
    ...['d', 'e', 'f', 'g'].map((name, i) => worker(name, [3 + 2 * i], 9)),
  ]
}

it(`${kills} times killed under load, the service goes on as if nothing had happened`, async () => {
  const all = workers()
  const once = all.slice(3)
  let waiting = load(place)
  for (let kill = 0; kill < kills; kill++) {
    const child = waiting
    const origin = await begin(child)
    waiting = load(place)
    for (const { done } of all) if (done.length) await repeated(origin, done.at(-1)!)
    let on = true
    const busy = all
      .filter((worker) => !once.includes(worker) || !finished(worker))
      .map((worker) => work(origin, worker, () => on && !(once.includes(worker) && finished(worker))))
    await underWay(all, 1 + Math.floor(Math.random() * 15))
    child.kill('SIGKILL')
    on = false
    await Promise.all(busy)
    expect(child.killed).toBe(true)
  }
  const origin = await begin(waiting)
  for (const worker of all) if (worker.pending) acknowledged(worker, worker.pending, await post(origin, worker.pending))
  for (const { done } of all) for (const one of done) await repeated(origin, one)
  expect(await stop(waiting)).toBe(0)
  await judge(all)
}, 400_000)

/** Some answers have come, and the next are on their way. */
async function underWay(all: Worker[], answers: number) {
  const count = () => all.reduce((sum, { done }) => sum + done.length, 0)
  const before = count()
  const late = Date.now() + 3000
  while (count() < before + answers && Date.now() < late) await sleep(1)
  await sleep(Math.random() * 15)
}

/** Their one case is through. */
const finished = (worker: Worker) => worker.done.length === worker.part.length + 1

async function judge(all: Worker[]) {
  const file = place.where
  expect((await checkStore(file)).findings).toEqual([])
  const db = await lookInto(file)
  const { cases, idempotency } = schema
  const rows = await db.q.select().from(cases)
  for (const { id } of rows) expect(await halfWritten(db.q, id)).toEqual([])
  const sent = all.flatMap(({ done }) => done)
  const openings = sent.filter(({ url }) => url === '/api/withdrawal')
  expect(rows.length).toBe(openings.length + 1)
  expect((await db.q.select().from(idempotency)).length).toBe(sent.length)
  for (const { answer } of openings) {
    const { id } = JSON.parse(answer.text)
    const said = sent.filter(({ url }) => url.includes(id)).map(({ url }) => url.split('/').at(-1))
    expect((await historyOf(db, id)).map(({ type }) => type)).toEqual(['case.opened', ...said])
  }
  expect(sent.length).toBeGreaterThan(kills * 5)
  await db.close()
}
