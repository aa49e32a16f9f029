// People who know only what the API tells them open cases, take whatever is offered and let time pass, at random.
import type { Label } from '../../machines/label.ts'
import { type Answers, NothingToChoose, randomAnswers, type Schema } from '../machines/sample.ts'
import { type Institution, usernames } from './app.ts'
import type { CaseView, Offer } from './client.ts'

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
  /** What should not have happened. */
  faults: string[]
  /** How often which event was said, by `procedure type`. */
  said: Map<string, number>
}

export async function walkers(house: Institution): Promise<Walkers> {
  const { body } = await house.as('admin').get('/api/procedures')
  return { house, procedures: body, faults: [], said: new Map() }
}

const oneOf = <T>(draw: Draw, from: readonly T[]): T => from[draw() % from.length]!
const wild = (draw: Draw) => (schema: Schema, lookup: Parameters<typeof randomAnswers>[1]) => randomAnswers(schema, lookup, draw)
const attempts = 40

/** Opens a case; content that cannot be is the only thing an opening form may be refused for. */
export async function openSome({ house, faults }: Walkers, { name, opening, openedBy }: Described, draw: Draw): Promise<string | null> {
  for (let i = 0; i < attempts; i++) {
    const client = house.as(oneOf(draw, openedBy))
    const { status, body, text } = await client.post(`/api/${name}`, await client.fill(opening, null, wild(draw)))
    await house.app.wake()
    if (status === 201) return body.id
    if (status !== 422 || body.code !== 'not-possible') faults.push(`opening a case of ${name}: ${status} ${text}`)
  }
  return null
}

type Turn = { username: string; view: CaseView; offers: Offer[] }

/** Somebody who is offered something in this case; null where nobody is. */
export async function turnOf({ house }: Walkers, id: string, draw: Draw, acts = false): Promise<Turn | null> {
  const start = draw()
  for (const [index] of usernames.entries()) {
    const username = usernames[(start + index) % usernames.length]!
    const { status, body } = await house.as(username).get(`/api/cases/${id}`)
    if (status !== 200) continue
    const view = body as CaseView
    const offers = acts ? view.acts.filter(({ type }) => type === 'person.named') : view.offers
    if (offers.length) return { username, view, offers }
  }
  return null
}

/** Takes an offer as its schema alone asks for it: it must be accepted. */
export async function take(walk: Walkers, { username, view }: Turn, offer: Offer, draw: Draw): Promise<CaseView | null> {
  const client = walk.house.as(username)
  let payload: Answers
  try {
    payload = await client.fill(offer.payload, view.student, wild(draw))
  } catch (error) {
    if (!(error instanceof NothingToChoose)) throw error
    walk.faults.push(`${username} is offered ${offer.type} with nothing to choose from in ${error.field}`)
    return null
  }
  const { status, headers, body, text } = await client.post(offer.href, payload, { 'if-match': `"${view.revision}"` })
  await walk.house.app.wake()
  const where = `${view.procedure} ${view.steps.map(({ path }) => path).join(' ')}`
  if (status !== 200) {
    walk.faults.push(`${where}: ${username} is offered ${offer.type}, says ${JSON.stringify(payload)} and hears ${status} ${text}`)
    return null
  }
  walk.said.set(`${view.procedure} ${offer.type}`, (walk.said.get(`${view.procedure} ${offer.type}`) ?? 0) + 1)
  if (headers.etag !== `"${body.revision}"`) walk.faults.push(`${where}: ETag ${headers.etag} for revision ${body.revision}`)
  return body
}

/** The offers without those that would end the case at once, most of the time. */
export function lively({ procedures }: Walkers, { view, offers }: Turn, draw: Draw): Offer[] {
  const { states, transitions } = procedures.find(({ name }) => name === view.procedure)!
  const final = new Set(states.filter(({ path, type }) => type === 'final' && !path.includes('.')).map(({ path }) => path))
  const deadly = (type: string) => transitions.some((way) => way.event === type && way.to.some((path) => final.has(path)))
  const rest = offers.filter(({ type }) => !deadly(type))
  return rest.length && draw() % 25 ? rest : offers
}

/** What was said least often so far. */
export function rarest({ said }: Walkers, view: CaseView, offers: Offer[]): Offer {
  const count = ({ type }: Offer) => said.get(`${view.procedure} ${type}`) ?? 0
  return offers.reduce((best, offer) => (count(offer) < count(best) ? offer : best))
}

/** One thing that happens to a case: an offer taken, somebody named where nobody is left, or time passing. */
export async function stepOn(walk: Walkers, id: string, draw: Draw): Promise<void> {
  if (draw() % 15 === 0) return walk.house.pass(oneOf(draw, [1, 2, 9, 35]))
  const turn = await turnOf(walk, id, draw)
  if (turn) {
    const offers = lively(walk, turn, draw)
    await take(walk, turn, draw() % 2 ? oneOf(draw, offers) : rarest(walk, turn.view, offers), draw)
    return
  }
  const naming = await turnOf(walk, id, draw, true)
  if (naming) await take(walk, naming, naming.offers[0]!, draw)
  else await waitOn(walk, id)
}

/** Nobody can do anything: then a deadline must be running. */
async function waitOn({ house, faults }: Walkers, id: string) {
  const { open, deadlines, steps } = await house.as('management').show(id)
  const next = deadlines.map(({ due }) => due).sort()[0]
  if (open && !next) faults.push(`nobody can do anything in ${steps.map(({ path }) => path).join(' ')}, and no deadline runs`)
  if (next) await house.pass(Math.max(1, Math.ceil((Date.parse(next) - house.house.now().getTime()) / 86_400_000)))
}
