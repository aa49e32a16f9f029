// The students of the sample institution: those whose cases are told, as the stories need them, and many others.
import { schema, type Write, write } from '../../db/database.ts'
import { between, type Chance, pick } from './chance.ts'
import { anyEnrolments, type Enrolment, enrolmentsFor } from './enrolments.ts'
import { campuses } from './institution.ts'
import type { Pupil } from './story.ts'

const surnames = [
  ...'王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许邓冯韩曹曾彭萧蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢姜崔钟谭陆范汪廖石金韦贾夏付方白邹',
]
const given = [
  ...[
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
  ],
  ...[
    '安然',
    '知行',
    '明轩',
    '可馨',
    '景行',
    '云舒',
    '语晨',
    '亦辰',
    '沐阳',
    '静姝',
    '承泽',
    '晓彤',
    '睿',
    '琪',
    '航',
    '悦',
    '昊',
    '妍',
    '宁',
    '晨',
  ],
]
const minors = 0.75

type Student = typeof schema.students.$inferInsert
export type Enrolled = { student: Student; enrolments: (typeof schema.enrolments.$inferInsert)[] }
/** Whom a story needs, and the Shanghai date on which the case is opened. */
export type Part = { pupil: Pupil; on: string }

/** `count` students: first those who have a part, in the order of `parts`; all are numbered in the order in which they enrolled. */
export function makeRoll(chance: Chance, count: number, parts: readonly Part[], today: string): Enrolled[] {
  const cast = parts.map(({ pupil, on }) => ({ enrolments: enrolmentsFor(chance, pupil, on), minor: pupil.minor }))
  const rest = Array.from({ length: count - parts.length }, () => ({ enrolments: anyEnrolments(chance, today), minor: undefined }))
  const all = [...cast, ...rest]
  const order = all.toSorted((a, b) => (since(a.enrolments) < since(b.enrolments) ? -1 : 1))
  return all
    .map(({ enrolments, minor = chance() < minors }) => named(chance, enrolments, minor, today))
    .map((make, i) => make(order.indexOf(all[i]!) + 1))
}

const since = (enrolments: Enrolment[]) => enrolments.map((e) => e.enrolledOn).sort()[0]!

/** A student without a number yet. */
function named(chance: Chance, enrolments: Enrolment[], minor: boolean, today: string) {
  const age = minor ? between(chance, 6, 16) : between(chance, 19, 34)
  const surname = pick(chance, surnames)
  const [phone, campus] = [phoneNumber(chance), pick(chance, campuses).id]
  const birthDate = `${Number(today.slice(0, 4)) - age}-${two(between(chance, 1, 12))}-${two(between(chance, 1, 28))}`
  const guardian = minor
    ? { phone: null, guardian: surname + pick(chance, ['先生', '女士']), guardianPhone: phone }
    : { phone, guardian: null, guardianPhone: null }
  const name = surname + pick(chance, given)
  return (nth: number): Enrolled => {
    const id = `student-${String(nth).padStart(4, '0')}`
    const number = `S${since(enrolments).slice(0, 4)}${String(nth).padStart(4, '0')}`
    return {
      student: { id, number, name, birthDate, campus, ...guardian },
      enrolments: enrolments.map((e, i) => ({ id: `${id}-e${i + 1}`, student: id, campus, ...e })),
    }
  }
}
const two = (n: number) => String(n).padStart(2, '0')
const phoneNumber = (chance: Chance) => `1390000${String(Math.floor(chance() * 1e4)).padStart(4, '0')}`

export const storeRoll = (roll: readonly Enrolled[]): Write[] =>
  roll.flatMap(({ student, enrolments }) => [
    write((tx) => tx.insert(schema.students).values(student).returning({ id: schema.students.id })),
    write((tx) => tx.insert(schema.enrolments).values(enrolments).returning({ id: schema.enrolments.id })),
  ])
