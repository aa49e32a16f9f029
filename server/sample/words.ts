// Usual words for every field of personal text, taken in turn so that no two cases sound alike.
import type { Telling } from './cast.ts'
import { applicationWords } from './words/application.ts'
import { arrearsWords } from './words/arrears.ts'
import { complaintWords } from './words/complaint.ts'
import { disciplineWords } from './words/discipline.ts'
import { forceMajeureWords } from './words/force-majeure.ts'
import { formalityWords } from './words/formalities.ts'
import type { World } from './world.ts'

type Answers = Record<string, unknown>
/** Sentences, or sentences that depend on what else was answered. `{name}`, `{guardian}`, `{phone}`, `{class}` stand for the student's. */
export type Sentences = readonly string[] | ((answered: Answers) => readonly string[])
/** By `event.field`, or by `procedure/event.field` where a procedure needs its own. */
export type Words = Readonly<Record<string, Sentences>>

const usual: Words = {
  ...applicationWords,
  ...formalityWords,
  ...arrearsWords,
  ...disciplineWords,
  ...forceMajeureWords,
  ...complaintWords,
}
const turns = new WeakMap<World, Map<string, number>>()

/** The words of one event of a case, field by field; undefined for a field that has none. */
export const usualWords = (world: World, telling: Telling, type: string) => (name: string, answered: Answers) => {
  const own = `${telling.story.procedure}/${type}.${name}`
  const key = Object.hasOwn(usual, own) ? own : `${type}.${name}`
  const sentences = usual[key]
  const choice = typeof sentences === 'function' ? sentences(answered) : sentences
  return choice && about(telling, choice[turn(world, key) % choice.length]!)
}

function turn(world: World, key: string) {
  const taken = turns.get(world) ?? new Map<string, number>()
  turns.set(world, taken.set(key, (taken.get(key) ?? -1) + 1))
  return taken.get(key)!
}

/** Puts the student's names into a sentence. An adult speaks for themselves: no parent, no child. */
export const about = ({ about: { student, enrolments } }: Telling, sentence: string) =>
  (student.guardian ? sentence : sentence.replaceAll('家长', '学员').replaceAll('孩子', '本人'))
    .replaceAll('{name}', student.name)
    .replaceAll('{guardian}', student.guardian ?? student.name)
    .replaceAll('{phone}', student.guardianPhone ?? student.phone ?? '')
    .replaceAll('{class}', enrolments[0]!.className)
