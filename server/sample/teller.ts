// Tells one case through the commands people use: for every move the first person it is offered to, their form filled in, and recorded.
import { type CaseState, loadCase } from '../../db/case-state.ts'
import { knowsOf, standingOf } from '../../db/queries/access.ts'
import { type FormSchema, narrowed, violations } from '../../machines/narrowing.ts'
import type { Procedure } from '../../machines/procedure.ts'
import { procedures } from '../../machines/procedures.ts'
import { asking, today } from '../asker.ts'
import { actHref, actReadiness } from '../case-acts.ts'
import { actCommand, type Command, openCommand, recordCommand, sceneOf } from '../commands.ts'
import { hrefOf, isReady, notNow, readiness } from '../offers.ts'
import { Refusal } from '../refusals.ts'
import { fillIn } from './answers.ts'
import type { Telling } from './cast.ts'
import { fileOf } from './files.ts'
import type { Given, Move } from './story.ts'
import { about, usualWords } from './words.ts'
import { type Member, membersOf, type World } from './world.ts'

/** Something a person is about to say: which event or act, in which form, to which address. */
type Saying = { type: string; member: Member; payload: FormSchema; given: Given; url: string }

/** Event 1. */
export async function openTold(world: World, telling: Telling) {
  const { story, about: enrolled } = telling
  const procedure = procedures[story.procedure]!
  const payload = narrowed(procedure.opening.payload, {})
  const opener = story.opener ? world.member(story.opener) : membersOf(world, procedure.opening.by, telling)[0]!
  const enrolments = enrolled.enrolments.map((e) => e.id).slice(0, story.concerns === 'first' ? 1 : undefined)
  const known: Given = { student: enrolled.student.id, enrolments }
  const asked = Object.fromEntries(Object.entries(known).filter(([name]) => Object.hasOwn(payload.properties, name)))
  const given = { ...asked, ...story.opening }
  const said = { type: 'case.opened', member: opener, payload, given, url: `/api/${procedure.name}` }
  await send(world, telling, said, (command) => openCommand(command, procedure))
}

/** One move; an Error where it cannot happen and is not optional. */
export async function tellMove(world: World, telling: Telling, move: Move) {
  const found = await standing(world, telling)
  if (move.acts) return tellAct(world, telling, found, move)
  const { state, procedure } = found
  for (const type of move.says) {
    const offered = notNow(procedure, state, type)
      ? null
      : (onScreen(world, telling, found, type) ?? (await firstOffered(world, telling, found, type)))
    if (!offered) continue
    const { id, revision } = state.row
    const said = { type, ...offered, given: move.answers ?? {}, url: hrefOf(procedure, id, type) }
    return send(world, telling, said, (command) => recordCommand(command, procedure.name, procedure.version, id, type, revision))
  }
  if (!move.optional) fail(telling, move.says.join(' or '), `is offered to nobody in ${JSON.stringify(state.row.value)}`)
}

type Found = { state: CaseState; procedure: Procedure }
async function standing({ house, cases }: World, telling: Telling): Promise<Found> {
  const state = (await loadCase(house.db, cases.get(telling)?.id ?? '')) ?? fail(telling, 'a move', 'comes before the opening')
  return { state, procedure: procedures[state.row.procedure]! }
}

type Offered = { member: Member; payload: FormSchema } | null
/** Whose turn it is has the case before them, where they were the last to do something in it today. */
function onScreen(world: World, telling: Telling, { state, procedure }: Found, type: string): Offered {
  const { member, shownOn, revision, offers } = world.cases.get(telling)!
  if (shownOn !== today(world.house)) return null
  if (revision !== state.row.revision || membersOf(world, procedure.events[type]!.by, telling)[0] !== member) return null
  const offer = offers.find((other) => other.type === type)
  return offer ? { member, payload: offer.payload } : null
}

/** Those of the event's own roles come first; where none of them is left, whoever may stand in. */
async function firstOffered({ house, ...world }: World, telling: Telling, found: Found, type: string): Promise<Offered> {
  const { procedure } = found
  const { id, context } = found.state.row
  const members = membersOf({ house, ...world }, procedure.events[type]!.by, telling)
  // Records are the same for everybody, whether they have a part in the case or not.
  const { records } = await sceneOf(house, members[0]!.user, { ...found, hasPart: false })
  for (const member of members) {
    const asker = await asking(house, member.user)
    const ready = readiness(procedure, type, asker, context, { ...records, actor: asker.id })
    if (isReady(ready) && (await knowsOf(house.db, asker, id))) return { member, payload: ready.payload }
  }
  return null
}

async function tellAct(world: World, telling: Telling, found: Found, { acts: type, by, answers }: Move) {
  const { house } = world
  const { id } = found.state.row
  const member = world.member(by!)
  const { knows, hasPart } = await standingOf(house.db, await asking(house, member.user), id)
  if (!knows) fail(telling, type!, `is not for ${by}, who may not know of the case`)
  const ready = actReadiness(type!, await sceneOf(house, member.user, { ...found, hasPart }))
  if (!isReady(ready)) return fail(telling, type!, `is not for ${by}: ${ready.reason['zh-CN']}`)
  const said = { type: type!, member, payload: ready.payload, given: answers ?? {}, url: actHref(id, type!) }
  return send(world, telling, said, (command) => actCommand(command, id, type!))
}

type Sent = (command: Command) => ReturnType<typeof openCommand>

async function send(world: World, telling: Telling, { type, member, payload, given, url }: Saying, sent: Sent) {
  const { house, chance, clock } = world
  const files: ReturnType<typeof fileOf>[] = []
  const file = (title: string) => {
    const made = fileOf(house, member.user.id, title)
    files.push(made)
    return made.id
  }
  const minor = telling.about.student.guardian !== null
  const words = usualWords(world, telling, type)
  const told = (story: string) => idOf(world, story)
  const idOfUser = (username: string) => world.member(username).user.id
  const answers = fillIn({ type, payload, given: spoken(telling, given), now: clock.now, chance, minor, words, file, told, user: idOfUser })
  for (const { path, message } of violations(payload, answers)) fail(telling, type, `${path}: ${message['zh-CN']}`)
  if (files.length) await house.db.commit(files.map(({ stored }) => stored))
  const request = { userId: member.user.id, key: undefined, method: 'POST', url, body: answers }
  const user = await asking(house, member.user)
  const { body } = await sent({ house, user, request, answers }).catch((error) => refused(telling, type, error))
  world.cases.set(telling, { member, shownOn: today(house), ...JSON.parse(body) })
}

/** What a story says, with the student's names in it. */
const spoken = (telling: Telling, given: Given): Given =>
  Object.fromEntries(Object.entries(given).map(([name, value]) => [name, typeof value === 'string' ? about(telling, value) : value]))

const idOf = ({ cases }: World, story: string): string => {
  const found = [...cases].find(([telling]) => telling.story.name === story)
  if (!found) throw new Error(`the story ${story} has not begun yet`)
  return found[1].id
}

const refused = (telling: Telling, type: string, error: unknown): never => {
  if (!(error instanceof Refusal)) throw error
  return fail(telling, type, `is refused: ${error.code}, ${error.detail['zh-CN']}`)
}
const fail = ({ story, nth }: Telling, what: string, why: string): never => {
  const moves = story.moves.map(({ says, acts }) => acts ?? says[0]).join(', ')
  throw new Error(`${story.procedure} ${story.name ?? ''} (${nth + 1}: ${moves}): ${what} ${why}`)
}
