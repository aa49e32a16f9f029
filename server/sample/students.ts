// The students of the sample institution and their enrolments, the same in every demo.
import { schema, type Write, write } from '../../db/database.ts'
import { addCalendarDays } from '../../machines/due.ts'
import { type Chance, pick } from './chance.ts'
import { campuses } from './institution.ts'

const surnames = [
  ...'王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢姜崔钟谭陆范汪廖石金韦贾夏付方白邹',
]
const given = [
  '子涵',
  '雨桐',
  '浩然',
  '欣怡',
  '宇轩',
  '诗涵',
  '梓萱',
  '俊杰',
  '思远',
  '佳怡',
  '一诺',
  '嘉懿',
  '煜城',
  '若汐',
  '苡沫',
  '楷瑞',
  '书瑶',
  '泽宇',
  '安然',
  '知行',
  '明轩',
  '可馨',
  '景行',
  '云舒',
]
const courses = [
  { name: '英语综合', list: 980_000, lessons: 60 },
  { name: '数学思维', list: 760_000, lessons: 48 },
  { name: '美术创意', list: 540_000, lessons: 36 },
  { name: '钢琴', list: 1_280_000, lessons: 40 },
  { name: '编程启蒙', list: 860_000, lessons: 32 },
  { name: '书法', list: 420_000, lessons: 30 },
]
const stages = ['basic', 'advanced', 'completion'] as const

type Enrolment = typeof schema.enrolments.$inferInsert
type Student = typeof schema.students.$inferInsert
export type Roll = { students: Student[]; enrolments: Enrolment[] }

const two = (n: number) => String(n).padStart(2, '0')

/** `count` students on a Shanghai date, most of them minors, each with one to three enrolments. */
export function makeRoll(chance: Chance, count: number, today: string): Roll {
  const students = Array.from({ length: count }, (_, i) => student(chance, i + 1, today))
  return {
    students,
    enrolments: students.flatMap((s) =>
      Array.from({ length: 1 + Math.floor(chance() ** 2 * 3) }, (_, i) => enrolment(chance, s, i + 1, today)),
    ),
  }
}

function student(chance: Chance, n: number, today: string): Student {
  const age = 5 + Math.floor(chance() * 24)
  const surname = pick(chance, surnames)
  const phone = () => `13${String(Math.floor(chance() * 1e9)).padStart(9, '0')}`
  const minor = age < 18
  return {
    id: `student-${String(n).padStart(4, '0')}`,
    number: `S${today.slice(0, 4)}${String(n).padStart(4, '0')}`,
    name: surname + pick(chance, given),
    birthDate: `${Number(today.slice(0, 4)) - age}-${two(1 + Math.floor(chance() * 12))}-${two(1 + Math.floor(chance() * 28))}`,
    phone: minor ? null : phone(),
    guardian: minor ? pick(chance, surnames) + pick(chance, ['先生', '女士']) : null,
    guardianPhone: minor ? phone() : null,
    campus: pick(chance, campuses).id,
  }
}

function enrolment(chance: Chance, { id: student, campus }: Student, n: number, today: string): Enrolment {
  const course = pick(chance, courses)
  const stage = pick(chance, stages)
  const started = addCalendarDays(today, -Math.floor(chance() * 300))
  const priceFen = Math.round((course.list * (0.8 + chance() * 0.2)) / 10_000) * 10_000
  const used = Math.floor(chance() * course.lessons)
  const owedFen = chance() < 0.15 ? Math.round((priceFen * 0.4) / 100) * 100 : 0
  return {
    id: `${student}-e${n}`,
    student,
    campus,
    course: course.name,
    className: `${course.name}${pick(chance, ['一', '二', '三', '四'])}班`,
    stage,
    startsOn: started,
    enrolledOn: addCalendarDays(started, -14),
    paidOn: addCalendarDays(started, -10),
    priceFen,
    listPriceFen: course.list,
    paidFen: priceFen - owedFen,
    owedFen,
    lessonsBought: course.lessons,
    lessonsGifted: chance() < 0.3 ? 4 : 0,
    lessonsUsed: used,
    materialsFen: chance() < 0.5 ? 12_000 : 0,
    status: 'running',
  }
}

export const storeRoll = ({ students, enrolments }: Roll): Write[] => [
  ...students.map((s) => write((tx) => tx.insert(schema.students).values(s).returning({ id: schema.students.id }))),
  ...enrolments.map((e) => write((tx) => tx.insert(schema.enrolments).values(e).returning({ id: schema.enrolments.id }))),
]
