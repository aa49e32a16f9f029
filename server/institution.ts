// The institution's own records: settings in versions, campuses, students and their enrolments entered one by one.
import { eq } from 'drizzle-orm'
import { type Static, Type } from 'typebox'
import { schema } from '../db/database.ts'
import { some } from '../db/prepared.ts'
import { campusExists } from '../db/queries/people.ts'
import { insertCampus, insertEnrolment, insertSettings, insertStudent } from '../db/records.ts'
import type { Role } from '../machines/departments.ts'
import { choice, count, date, fen, form, line, optional, phone, reference, student } from '../machines/form.ts'
import { type Label, say } from '../machines/label.ts'
import { normalise } from '../machines/proof/canonical.ts'
import { settingsSchema } from '../machines/settings.ts'
import { today, type User } from './asker.ts'
import { answer, commitOnce, type Request } from './commit.ts'
import type { House } from './house.ts'
import { changeInstitution, mustBeAdmin } from './people.ts'
import { refuse } from './refusals.ts'

const campusId = (zh: string, en: string) => Type.String({ pattern: '^[a-z0-9-]{1,40}$', 'x-title': say(zh, en) })

/** Every setting; the version is ours to count. */
export const settingsForm = Type.Omit(settingsSchema, ['version'], { additionalProperties: false })
export const campusForm = form(
  {
    id: campusId('校区代号', 'Campus id'),
    zh: line('中文名称', 'Name in Chinese'),
    en: optional(line('英文名称（不填则同中文）', 'Name in English (the Chinese one where left empty)')),
  },
  {},
)
export const studentForm = form(
  { number: reference('学号', 'Student number'), campus: campusId('校区', 'Campus'), birthDate: date('出生日期', 'Date of birth') },
  {
    name: line('姓名', 'Name'),
    phone: optional(phone('电话', 'Phone')),
    guardian: optional(line('监护人', 'Guardian')),
    guardianPhone: optional(phone('监护人电话', 'Guardian’s phone')),
  },
)
export const enrolmentForm = form(
  {
    student: student('学员', 'Student'),
    campus: campusId('校区', 'Campus'),
    course: line('课程', 'Course'),
    className: line('班级', 'Class'),
    stage: choice('阶段', 'Stage', {
      basic: say('基础', 'Basic'),
      advanced: say('进阶', 'Advanced'),
      completion: say('结业', 'Completion'),
    }),
    startsOn: date('开课日期', 'Starts on'),
    paidOn: optional(date('缴费日期', 'Paid on')),
    priceFen: fen('合同价', 'Contract price'),
    listPriceFen: fen('原价', 'List price'),
    paidFen: fen('已缴', 'Paid'),
    owedFen: fen('欠缴', 'Owed'),
    lessonsBought: count('购买课时', 'Lessons bought'),
    lessonsGifted: count('赠送课时', 'Lessons given free'),
    lessonsUsed: count('已上课时', 'Lessons taken'),
    materialsFen: fen('资料费', 'Materials'),
  },
  {},
)

const impossible = (path: string, message: Label): never => refuse('not-possible', message, { errors: [{ path, message }] })
const noCampus = say('没有这个校区', 'There is no such campus')
const mayEnter: readonly Role[] = ['admin', 'sales', 'front-desk', 'customer-service', 'finance']
const onlyOffice = say(
  '学员与报名由销售、前台、客服、财务或系统管理员登记',
  'Sales, front desk, customer service, finance or the administrator enter students and enrolments',
)
const mustMayEnter = ({ role }: User) => (mayEnter.includes(role) ? undefined : refuse('not-yours', onlyOffice))
const everywhere = () => null

export const changeSettings = (house: House, request: Request, answers: Static<typeof settingsForm>) =>
  changeInstitution(house, request, everywhere, async () => {
    await mustBeAdmin(house, request.userId)
    const body = { ...answers, version: (await house.settings()).version + 1 }
    return {
      writes: [insertSettings({ version: body.version, body, from: house.now().toISOString() })],
      happenings: [{ type: 'settings.changed', actor: request.userId, facts: body }],
      answer: answer(200, body),
    }
  })

export const addCampus = (house: House, request: Request, { id, zh, en = zh }: { id: string; zh: string; en?: string }) =>
  changeInstitution(house, request, everywhere, async () => {
    await mustBeAdmin(house, request.userId)
    if (await campusExists(house.db, id)) impossible('/id', say('代号已被使用', 'This id is taken'))
    const campus = { id, name: normalise({ 'zh-CN': zh, en }) }
    return {
      writes: [insertCampus(campus)],
      happenings: [{ type: 'campus.added', actor: request.userId, facts: { campus: id } }],
      answer: answer(201, campus),
    }
  })

type StudentForm = {
  number: string
  campus: string
  birthDate: string
  name: string
  phone?: string
  guardian?: string
  guardianPhone?: string
}
export const addStudent = (house: House, user: User, request: Request, answers: StudentForm) =>
  commitOnce(house, request, everywhere, async () => {
    mustMayEnter(user)
    if (!(await campusExists(house.db, answers.campus))) impossible('/campus', noCampus)
    if (answers.birthDate > today(house)) impossible('/birthDate', say('出生日期不能晚于今天', 'A date of birth is not in the future'))
    const { students } = schema
    if (some(await house.db.q.select({ id: students.id }).from(students).where(eq(students.number, answers.number))))
      impossible('/number', say('学号已被使用', 'This student number is taken'))
    const row = { id: house.newId(), phone: null, guardian: null, guardianPhone: null, ...normalise(answers) }
    return { writes: [insertStudent(row)], answer: answer(201, row, { location: `/api/students?id=${row.id}` }) }
  })

export type EnrolmentForm = Omit<
  typeof schema.enrolments.$inferInsert,
  'id' | 'status' | 'enrolledOn' | 'endedOn' | 'endedBy' | 'paidOn'
> & { paidOn?: string }
export const addEnrolment = (house: House, user: User, request: Request, answers: EnrolmentForm) =>
  commitOnce(house, request, everywhere, async () => {
    mustMayEnter(user)
    const { students } = schema
    if (!(await campusExists(house.db, answers.campus))) impossible('/campus', noCampus)
    if (answers.paidOn && answers.paidOn > today(house))
      impossible('/paidOn', say('缴费日期不能晚于今天', 'It cannot have been paid after today'))
    if (!some(await house.db.q.select({ id: students.id }).from(students).where(eq(students.id, answers.student))))
      impossible('/student', say('没有这名学员', 'There is no such student'))
    const row = {
      id: house.newId(),
      ...normalise(answers),
      paidOn: answers.paidOn ?? null,
      enrolledOn: today(house),
      status: 'running' as const,
    }
    return { writes: [insertEnrolment(row)], answer: answer(201, row, { location: `/api/enrolments?student=${row.student}` }) }
  })
