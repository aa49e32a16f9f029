// The working days of the year that is played, and the moments of the day at which people work.
import { addCalendarDays, type Calendar, isWorkingDay } from '../../machines/due.ts'
import { between, type Chance } from './chance.ts'

const yearDays = 365
const minute = 60_000
const opensAt = 9 * 60

/** The working days of the year before `today` (Shanghai dates), and today itself as the last, whatever day it is. */
export const workingYear = (today: string, calendar: Calendar): string[] => [
  ...Array.from({ length: yearDays }, (_, i) => addCalendarDays(today, i - yearDays)).filter((date) => isWorkingDay(date, calendar)),
  today,
]

const midnight = (date: string) => Date.parse(`${date}T00:00:00.000+08:00`)

/** A moment for each of these days (places in `days`, ascending): in office hours and one after the other; today's shortly before `now`. */
export function momentsOn(days: readonly string[], places: readonly number[], now: Date, chance: Chance): Date[] {
  let at = 0
  return places.map((place, i) => {
    const sameDay = i > 0 && places[i - 1] === place
    const begins =
      place === days.length - 1 ? now.getTime() - 90 * minute : midnight(days[place]!) + (opensAt + between(chance, 0, 240)) * minute
    at = sameDay ? at + between(chance, 3, 8) * minute : begins + chance() * minute
    return new Date(at)
  })
}
