// People who know only what the API tells them open cases, take whatever is offered and let time pass, at random.
import type { Label } from '../../machines/label.ts'
import { accounts } from '../../server/sample/people.ts'
import { type Answers, NothingToChoose, randomAnswers, type Schema } from '../machines/sample.ts'
import type { Institution } from './app.ts'
import { type CaseView, type Client, given, type Offer } from './client.ts'
import { rollSize } from './roll.ts'

/** Whole numbers, as many as are asked for. */
export type Draw = () => number
export type Described = {
  name: string
  opening: Schema
  openedBy: string[]
  states: { path: string; type: string; outcome?: string }[]
  transitions: { from: string; event: string; to: string[]; label: Label }[]
}
export type Walkers = {
  house: Institution
  procedures: Described[]
  /** `procedure event` that leads straight to the end of a case. */
  ending: Set<string>
  departments: Record<string, string>
  /** What should not have happened. */
  faults: string[]
  /** How often an event was said, by `case event`. */
  said: Map<string, number>
}

export async function walkers(house: Institution): Promise<Walkers> {
  const procedures: Described[] = (await house.as('admin').get('/api/procedures')).body
  const people: { username: string; department: string }[] = (await house.as('admin').get('/api/users?limit=200')).body.items
  const departments = Object.fromEntries(people.map(({ username, department }) => [username, department]))
  return { house, procedures, ending: new Set(procedures.flatMap(endingIn)), departments, faults: [], said: new Map() }
}

function endingIn({ name, states, transitions }: Described) {
  const ends = states.filter(({ path, type }) => type === 'final' && !path.includes('.')).map(({ path }) => path)
  return transitions.filter(({ to }) => to.some((path) => ends.includes(path))).map(({ event }) => `${name} ${event}`)
}

const oneOf = <T>(draw: Draw, from: readonly T[]): T => from[draw() % from.length]!
const wild = (draw: Draw) => (schema: Schema, lookup: Parameters<typeof randomAnswers>[1]) => randomAnswers(schema, lookup, draw)
const attempts = 40

/** Opens a case; an opening form may be refused for content that cannot be, and to whoever handled the case it follows. Plain answers every other time. */
export async function openSome(
  { house, faults }: Walkers,
  { name, opening, openedBy }: Described,
  draw: Draw,
  students = rollSize,
): Promise<string | null> {
  for (let i = 0; i < attempts; i++) {
    const client = house.as(oneOf(draw, openedBy))
    const student = `student-${String(1 + (draw() % students)).padStart(2, '0')}`
    const plain = opening.required?.includes('student') ? given(opening, { student }) : opening
    const answers = i % 2 ? await client.fill(plain, null) : await client.fill(opening, null, wild(draw))
    const { status, body, text } = await client.post(`/api/${name}`, answers)
    await house.app.wake()
    if (status === 201) return body.id
    const fault = status !== 422 || body.code !== 'not-possible'
    if (fault && !(answers.follows && body.code === 'conflict-of-interest')) faults.push(`opening a case of ${name}: ${status} ${text}`)
  }
  return null
}

/** Somebody who may read the whole case: whom it is about is kept from it, overseer or not. */
export async function watcher({ as }: Institution, id: string): Promise<Client> {
  for (const username of ['auditor', 'management', 'management-2'])
    if ((await as(username).get(`/api/cases/${id}`)).status === 200) return as(username)
  throw new Error(`nobody watches over ${id}`)
}

/** One thing that happens to a case: something said or done by somebody who is offered it, or time passing. False once it is closed. */
export async function stepOn(walk: Walkers, id: string, draw: Draw): Promise<boolean> {
  const known = await (await watcher(walk.house, id)).show(id)
  if (!known.open) return false
  const chance = draw() % 20
  if (chance === 0) await walk.house.pass(oneOf(draw, [1, 2, 9, 35]))
  else if (chance < 4) await talk(walk, known, draw)
  else await goOn(walk, known, draw)
  return true
}

async function goOn(walk: Walkers, known: CaseView, draw: Draw) {
  const turn = await somebody(walk, known, draw)
  if (turn) await take(walk, turn, draw() % 5 ? leastSaid(walk, turn, draw) : oneOf(draw, turn.offers), draw)
  else await waitOn(walk, known)
}

/** Somebody does what moves nothing: claims a step, comments, copies a colleague in. */
async function talk(walk: Walkers, known: CaseView, draw: Draw) {
  const turn = await firstOf(walk, known, inOrder(walk, known, draw), ({ acts }) => acts)
  if (turn) await take(walk, turn, oneOf(draw, turn.offers), draw)
}

type Turn = { username: string; view: CaseView; offers: Offer[] }
type Which = (view: CaseView) => Offer[]
const all: Which = ({ offers }) => offers
const naming: Which = ({ acts }) => acts.filter(({ type }) => type === 'person.named')

/** Whose turn it is: cases live on while they can, but for now and then. */
async function somebody(walk: Walkers, known: CaseView, draw: Draw): Promise<Turn | null> {
  const lively: Which = ({ procedure, offers }) => offers.filter(({ type }) => !walk.ending.has(`${procedure} ${type}`))
  const order = inOrder(walk, known, draw)
  return (
    (draw() % 30 ? await firstOf(walk, known, order, lively) : null) ??
    (await firstOf(walk, known, order, naming)) ??
    firstOf(walk, known, order, all)
  )
}

/** Any order, those first whose department the case waits for. */
function inOrder({ departments }: Walkers, { steps }: CaseView, draw: Draw) {
  const waits = ({ username }: { username: string }) => Number(steps.some(({ department }) => department === departments[username]))
  const start = draw() % accounts.length
  const turned = [...accounts.slice(start), ...accounts.slice(0, start)]
  return turned.toSorted((a, b) => waits(b) - waits(a)).map(({ username }) => username)
}

async function firstOf({ house }: Walkers, { id }: CaseView, order: string[], which: Which): Promise<Turn | null> {
  for (const username of order) {
    const { status, body } = await house.as(username).get(`/api/cases/${id}`)
    const offers = status === 200 ? which(body) : []
    if (offers.length) return { username, view: body, offers }
  }
  return null
}

/** Of what was said least often in this case, any: so no loop goes on for ever. */
function leastSaid({ said }: Walkers, { view, offers }: Turn, draw: Draw): Offer {
  const count = ({ type }: Offer) => said.get(`${view.id} ${type}`) ?? 0
  const least = Math.min(...offers.map(count))
  return oneOf(
    draw,
    offers.filter((offer) => count(offer) === least),
  )
}

/** Takes an offer as its schema alone asks for it: it must be accepted. Plain answers every other time. */
async function take(walk: Walkers, { username, view }: Turn, offer: Offer, draw: Draw): Promise<void> {
  const client = walk.house.as(username)
  const where = `${view.procedure} ${view.steps.map(({ path }) => path).join(' ')}: ${username} is offered ${offer.type}`
  const filling = draw() % 2 ? wild(draw) : undefined
  const payload = await client.fill(offer.payload, view.student, filling).catch((error: Error) => {
    if (!(error instanceof NothingToChoose)) throw error
    walk.faults.push(`${where} with nothing to choose from in ${error.field}`)
  })
  if (!payload) return
  const send = (answers: Answers) => client.post(offer.href, answers, { 'if-match': `"${view.revision}"` })
  let reply = await send(payload)
  // What no schema can say comes with a default that fits.
  if (reply.body.code === 'not-possible') reply = await send({ ...payload, ...defaultsOf(offer.payload) })
  await walk.house.app.wake()
  if (reply.status !== 200)
    return void walk.faults.push(`${where}, says ${JSON.stringify(payload)} and hears ${reply.status} ${reply.text}`)
  const key = `${view.id} ${offer.type}`
  walk.said.set(key, (walk.said.get(key) ?? 0) + 1)
  const { revision } = reply.body
  if (reply.headers.etag !== `"${revision}"`) walk.faults.push(`${where}: ETag ${reply.headers.etag} for revision ${revision}`)
}

const defaultsOf = ({ properties = {} }: Schema) =>
  Object.fromEntries(Object.entries(properties).flatMap(([name, { default: value }]) => (value === undefined ? [] : [[name, value]])))

/** Nobody can do anything: then a deadline must be running. */
async function waitOn({ house, faults }: Walkers, { deadlines, steps, procedure }: CaseView) {
  const next = deadlines
    .filter(({ passedAt }) => !passedAt)
    .map(({ due }) => due)
    .sort()[0]
  if (!next)
    return void faults.push(`${procedure}: nobody can do anything in ${steps.map(({ path }) => path).join(' ')}, and no deadline runs`)
  await house.pass(Math.max(1, Math.ceil((Date.parse(next) - house.house.now().getTime()) / 86_400_000)))
}
