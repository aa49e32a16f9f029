// The vocabulary in which the sample institution's cases are told: what happened, how many working days after what came before.
import type { ActName } from '../../machines/acts.ts'
import type { FormSchema } from '../../machines/narrowing.ts'

/** What an answer may be made from. `user` and `told` turn a username and the name of a story into the id of person and case; `file` stores one. */
export type Circumstances = {
  payload: FormSchema
  user: (username: string) => string
  told: (story: string) => string
  file: (title: string) => string
}
export type Given = Record<string, unknown | ((circumstances: Circumstances) => unknown)>

/**
 * `says`: the first of these events that can happen now; nobody is named, whoever may does it. `acts`: an act, by a username.
 * `optional`: passed over where it cannot happen. `after`: working days since the move before.
 */
export type Move = { after: number; says: readonly string[]; acts?: ActName; by?: string; optional?: true; answers?: Given }

/** Who is concerned, as far as the story needs it. */
export type Pupil = {
  minor?: boolean
  /** How many enrolments. */
  courses?: number
  /** `small`: a refund that needs no release. `large`: one that does. `usedUp`: nothing left to refund. `unpaid`: owes more than was paid. `owing`: in arrears. */
  fees?: 'small' | 'large' | 'usedUp' | 'unpaid' | 'owing' | 'owingLarge'
}

/** A stretch of a case: moves, and stretches that several cases share. */
export type Road = readonly (Move | Road)[]
/** A case as it went. Told once for each number in `ago`: the working days since the last of its moves, 0 for today. */
export type Story = {
  procedure: string
  ago: readonly number[]
  moves: readonly Move[]
  /** The name by which other stories speak of it; told once only. */
  name?: string
  /** Or the name of the story whose student it is too. */
  pupil?: Pupil | string
  /** Of the student's enrolments all by default. */
  concerns?: 'first' | 'all'
  /** Username of who opens it; whoever may otherwise. */
  opener?: string
  /** Answers of the opening form. */
  opening?: Given
}
export const stories =
  (procedure: string) =>
  (...told: (Omit<Story, 'procedure' | 'moves'> & { moves: Road })[]): Story[] =>
    told.map((story) => ({ ...story, procedure, moves: flat(story.moves) }))

const isMove = (stretch: Move | Road): stretch is Move => 'says' in stretch
const flat = (road: Road): Move[] => road.flatMap((stretch) => (isMove(stretch) ? [stretch] : flat(stretch)))

export const on = (after: number, event: string, answers?: Given): Move => ({ after, says: [event], ...(answers && { answers }) })
export const maybe = (after: number, event: string): Move => ({ after, says: [event], optional: true })
export const either = (after: number, ...events: string[]): Move => ({ after, says: events })
export const times = (count: number, after: number, event: string): Road => Array.from({ length: count }, () => on(after, event))
export const act = (after: number, acts: ActName, by: string, answers?: Given): Move => ({
  after,
  says: [],
  acts,
  by,
  ...(answers && { answers }),
})
export const claimed = (by: string): Move => act(0, 'step.claimed', by)
/** A file of this title for each, as the answer of a field. */
export const files =
  (...titles: string[]) =>
  ({ file }: Circumstances) =>
    titles.map(file)
/** The id of the person with this username, as an answer. */
export const someone =
  (username: string) =>
  ({ user }: Circumstances) =>
    user(username)
/** The id of the case that this story tells, as an answer. */
export const earlier =
  (story: string) =>
  ({ told }: Circumstances) =>
    told(story)
export const comment = (after: number, by: string, words: string): Move => act(after, 'comment.added', by, { comment: words })

/** A part of the most that can be paid. */
export const part =
  (nth: number) =>
  ({ payload }: Circumstances) =>
    Math.ceil((payload.properties.amountFen!.maximum ?? 0) / nth)
