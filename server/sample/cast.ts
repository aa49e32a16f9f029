// From the stories to the cases of one year: when each of their moves happens, and which student each is about.
import type { Chance } from './chance.ts'
import { momentsOn } from './days.ts'
import type { Pupil, Story } from './story.ts'
import { type Enrolled, makeRoll } from './students.ts'

/** One case: its story and the how-manieth telling of it, the moments of the opening and of every move, and whom it is about. */
export type Telling = { story: Story; nth: number; moments: Date[]; about: Enrolled }
type Year = { days: readonly string[]; now: Date; chance: Chance }

/** The cases in the order of the stories, and the `count` students of the institution. */
export function castStories(stories: readonly Story[], year: Year, count: number): { tellings: Telling[]; roll: Enrolled[] } {
  const timed = stories.flatMap((story) => story.ago.map((ago, nth) => ({ story, nth, ...timesOf(story, ago, year) })))
  const leads = timed.filter(({ story }) => typeof story.pupil !== 'string')
  const parts = leads.map(({ story, on }) => ({ pupil: (story.pupil as Pupil | undefined) ?? {}, on }))
  const roll = makeRoll(year.chance, count, parts, year.days.at(-1)!)
  const leading = ({ story }: { story: Story }) => leads.findIndex((lead) => lead.story === story || lead.story.name === story.pupil)
  const tellings = timed.map((telling) => {
    const lead = leads.indexOf(telling)
    return { ...telling, about: roll[lead >= 0 ? lead : leading(telling)] ?? unknown(telling.story) }
  })
  return { roll, tellings }
}

const unknown = ({ pupil }: Story): never => {
  throw new Error(`no story is named ${pupil}`)
}

/** Counted back from today: the last move is `ago` working days old. `on` is the Shanghai date of the opening. */
function timesOf({ name, pupil, moves }: Story, ago: number, { days, now, chance }: Year) {
  const alone = name === undefined && typeof pupil !== 'string'
  const gaps = moves.map(({ after }) => after + (alone && after > 0 && chance() < slowness ? 1 : 0))
  const last = days.length - 1 - ago
  const opening = last - gaps.reduce((sum, gap) => sum + gap, 0)
  if (opening < 0) throw new Error(`the story of ${moves.map(({ says }) => says[0]).join(', ')} began before the year`)
  const places = [opening]
  for (const gap of gaps) places.push(places.at(-1)! + gap)
  return { on: days[opening]!, moments: momentsOn(days, places, now, chance) }
}
/** How often something takes a day longer; cases that meet others keep their times. */
const slowness = 0.2
