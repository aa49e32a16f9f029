// The enrolments of one student of the sample institution, as they stand on a given day.
import type { schema } from '../../db/database.ts'
import { addCalendarDays } from '../../machines/due.ts'
import { between, type Chance, pick } from './chance.ts'
import { type Course, courses, piano } from './courses.ts'
import type { Pupil } from './story.ts'

export type Enrolment = Omit<typeof schema.enrolments.$inferInsert, 'id' | 'student' | 'campus'>
const stages = ['basic', 'advanced', 'completion'] as const
const longestWait = 14

/** What of the lessons is used, of the price paid, of what is unpaid due: shares of one, from and to. */
type Share = readonly [number, number]
type Fees = { course?: Course; used: Share; paid: number; owing: boolean; materials: boolean }
const ordinary = { paid: 1, owing: false, materials: true }
const kinds: Record<NonNullable<Pupil['fees']>, Fees> = {
  small: { ...ordinary, used: [0.3, 0.7] },
  large: { ...ordinary, course: piano, used: [0.02, 0.08] },
  usedUp: { ...ordinary, used: [0.97, 0.97], materials: false },
  unpaid: { ...ordinary, used: [0.5, 0.7], paid: 0.2 },
  owing: { ...ordinary, used: [0.2, 0.5], paid: 0.6, owing: true },
  owingLarge: { ...ordinary, course: piano, used: [0.02, 0.06], paid: 0.9, owing: true },
}

/** Of a student whose case is opened on `on`, a Shanghai date: the fees as the story needs them. */
export function enrolmentsFor(chance: Chance, { courses: count = 1, fees = 'small' }: Pupil, on: string): Enrolment[] {
  const kind = kinds[fees]
  const others = differentCourses(chance, count)
  return others.map((other, i) => {
    const course = i === 0 ? (kind.course ?? other) : other
    const [least, most] = kind.used
    const used = Math.max(1, Math.floor(course.lessons * (least + chance() * (most - least))))
    return enrolment(chance, course, { used, on, kind })
  })
}

/** Of any other student, as they stand on `on`: some completed, some about to start. */
export function anyEnrolments(chance: Chance, on: string): Enrolment[] {
  const count = 1 + Math.floor(chance() ** 3 * 3)
  return differentCourses(chance, count, [...courses, piano]).map((course) => {
    const weeks = between(chance, -2, 60)
    const used = Math.max(0, Math.min(course.lessons, Math.floor(weeks * course.perWeek * 0.9)))
    const owing = used < course.lessons && chance() < 0.06
    return enrolment(chance, course, { used, weeks, on, kind: { ...ordinary, used: [0, 1], paid: owing ? 0.6 : 1, owing } })
  })
}

const differentCourses = (chance: Chance, count: number, from: readonly Course[] = courses): Course[] => {
  const first = Math.floor(chance() * from.length)
  return Array.from({ length: count }, (_, i) => from[(first + i) % from.length]!)
}

type Standing = { used: number; weeks?: number; on: string; kind: Fees }
function enrolment(chance: Chance, course: Course, { used, on, kind, weeks = Math.ceil(used / course.perWeek) + 1 }: Standing): Enrolment {
  const startsOn = addCalendarDays(on, -7 * weeks)
  const waited = between(chance, 3, longestWait)
  const priceFen = Math.round((course.listFen * (0.85 + chance() * 0.15)) / 10_000) * 10_000
  const paidFen = Math.round((priceFen * kind.paid) / 10_000) * 10_000
  return {
    course: course.name,
    className: `${course.name}${pick(chance, ['一', '二', '三', '四'])}班`,
    stage: stages[Math.min(2, Math.floor((used / course.lessons) * 3))]!,
    startsOn,
    enrolledOn: addCalendarDays(startsOn, -waited),
    paidOn: addCalendarDays(startsOn, 1 - waited),
    priceFen,
    listPriceFen: course.listFen,
    paidFen,
    owedFen: kind.owing ? priceFen - paidFen : 0,
    lessonsBought: course.lessons,
    lessonsGifted: chance() < 0.3 ? 4 : 0,
    lessonsUsed: used,
    materialsFen: kind.materials ? course.materialsFen : 0,
    status: used >= course.lessons ? 'completed' : 'running',
  }
}
