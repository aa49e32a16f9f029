// People at work over HTTP, on either engine: each says one thing after the other, and what was not answered again under the same key.
import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { type Institution, institution } from '../server/app.ts'
import { placeOf } from '../server/processes.ts'
import type { Place } from '../server/store.ts'

type Said = { username: string; type: string; payload: object }
export type Sent = { key: string; username: string; url: string; payload: object; revision?: number }
export type Answer = { status: number; etag: string | null; retryAfter: string | null; text: string }
export type Done = Sent & { answer: Answer }
/** What everybody plays after: a place to work in, who is signed in, and the forms of one withdrawal as it was answered once. */
export type Stage = { place: Place; cookies: Record<string, string>; opening: object; part: Said[] }
export type Worker = {
  name: string
  stage: Stage
  part: Said[]
  student: () => string
  caseId: string | null
  revision: number
  step: number
  sent: number
  pending: Sent | null
  done: Done[]
  /** How often the service could not write. */
  refused: number
}

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

async function rehearse({ as }: Institution) {
  const opening = await as('front-desk').fill((await as('front-desk').get('/api/procedures/withdrawal@1')).body.opening, null)
  const { id } = await as('front-desk').open('withdrawal', { student: 'student-01', enrolments: ['student-01-e1'] })
  const part: Said[] = []
  for (const [username, type] of cast) {
    const { offers, acts, student } = await as(username).show(id)
    const { payload } = [...offers, ...acts].find((offer) => offer.type === type)!
    part.push({ username, type, payload: await as(username).fill(payload, student) })
    await as(username)[type === 'comment.added' ? 'act' : 'advance'](id, type)
  }
  return { opening, part }
}

/** A place with one case in it. */
export async function setStage(): Promise<Stage> {
  const house = await institution()
  const rehearsed = await rehearse(house)
  const names = ['front-desk', 'customer-service', 'finance', 'management', 'auditor']
  const cookies = Object.fromEntries(names.map((name) => [name, house.as(name).cookie]))
  return { ...rehearsed, cookies, place: await placeOf(house) }
}

/** Throws where the service is gone before the whole answer has come. */
export async function post(origin: string, stage: Pick<Stage, 'cookies'>, sent: Sent): Promise<Answer> {
  const { key, username, url, payload, revision } = sent
  const headers = {
    cookie: stage.cookies[username]!,
    'content-type': 'application/json',
    'idempotency-key': key,
    ...(revision && { 'if-match': `"${revision}"` }),
  }
  const reply = await fetch(origin + url, { method: 'POST', headers, body: JSON.stringify(payload) })
  const [etag, retryAfter] = ['etag', 'retry-after'].map((name) => reply.headers.get(name)) as [string | null, string | null]
  const answer = { status: reply.status, etag, retryAfter, text: await reply.text() }
  if (answer.status !== 429) return answer
  await sleep(1000)
  return post(origin, stage, sent)
}

/** The next thing this worker has to say: the opening of another case, or the next step of theirs. */
export function next(worker: Worker): Sent {
  const key = `${worker.name}-${worker.sent++}`
  if (!worker.caseId) {
    const student = worker.student()
    return {
      key,
      username: 'front-desk',
      url: '/api/withdrawal',
      payload: { ...worker.stage.opening, student, enrolments: [`${student}-e1`] },
    }
  }
  const { username, type, payload } = worker.part[worker.step]!
  if (type === 'comment.added') return { key, username, url: `/api/cases/${worker.caseId}/acts/${type}`, payload }
  return { key, username, url: `/api/withdrawal@1/${worker.caseId}/${type}`, payload, revision: worker.revision }
}

/** The answer is good, and the worker goes on from there. */
export function acknowledged(worker: Worker, sent: Sent, answer: Answer) {
  expect([sent.url, answer.status, answer.text]).toEqual([sent.url, sent.url === '/api/withdrawal' ? 201 : 200, answer.text])
  worker.done.push({ ...sent, answer })
  worker.pending = null
  const { id, revision } = JSON.parse(answer.text)
  worker.step = worker.caseId ? worker.step + 1 : 0
  worker.caseId = worker.step < worker.part.length ? id : null
  worker.revision = revision
}

/** Says what is pending, or the next thing; false where the service is gone, or takes no writes now. */
export async function say(origin: string, worker: Worker): Promise<boolean> {
  worker.pending ??= next(worker)
  const answer = await post(origin, worker.stage, worker.pending).catch(() => null)
  if (answer?.status === 503) {
    worker.refused++
    expect(Number(answer.retryAfter)).toBeGreaterThan(0)
  } else if (answer) acknowledged(worker, worker.pending, answer)
  return answer !== null && answer.status !== 503
}

/** Goes on until told to stop or the service is gone; what cannot be written now is tried again. */
export async function work(origin: string, worker: Worker, on: () => boolean) {
  for (let refused = worker.refused; on() && !finished(worker); refused = worker.refused) {
    if (await say(origin, worker)) continue
    if (worker.refused === refused) return
    await sleep(20)
  }
}

/** The one case of a worker with one student is through. */
export const finished = ({ part, done }: Worker) => part.length === cast.length && done.length === part.length + 1

/** Under its key, the same request gets the same answer again. */
export async function repeated(origin: string, { stage }: Worker, { answer, ...sent }: Done) {
  const again = await post(origin, stage, sent)
  expect(again).toEqual(answer)
}

export function newWorker(stage: Stage, name: string, students: number[], length: number): Worker {
  let turn = 0
  const student = () => `student-${String(students[turn++ % students.length]).padStart(2, '0')}`
  const nothing = { caseId: null, revision: 0, step: 0, sent: 0, pending: null, done: [], refused: 0 }
  return { name, stage, part: stage.part.slice(0, length), student, ...nothing }
}

/** Three keep opening cases for the same students; four take one case each to the settlement. */
export const newWorkers = (stage: Stage): Worker[] => [
  ...['a', 'b', 'c'].map((name) => newWorker(stage, name, [13, 15, 17, 19, 21, 23], 6)),
  ...['d', 'e', 'f', 'g'].map((name, i) => newWorker(stage, name, [3 + 2 * i], cast.length)),
]

/** What nobody has heard an answer to is said again; then every answer ever given is asked for again. */
export async function settle(origin: string, all: Worker[]) {
  for (const worker of all) if (worker.pending) expect(await say(origin, worker)).toBe(true)
  for (const worker of all) for (const one of worker.done) await repeated(origin, worker, one)
}
