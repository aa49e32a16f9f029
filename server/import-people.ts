// Many people at once, from the rows of a table: each cell is read as somebody would have written it. Either all are added, or nobody.
import type { Write } from '../db/database.ts'
import type { Happening } from '../db/institution.ts'
import { insertUser, type NewUser, type UserRow } from '../db/people.ts'
import { allCampuses, usersNamed } from '../db/queries/people.ts'
import { type Role, roleNames, roles } from '../machines/departments.ts'
import { type Label, say } from '../machines/label.ts'
import { normalise } from '../machines/proof/canonical.ts'
import { answer, type Request } from './commit.ts'
import type { House } from './house.ts'
import { usernamePattern } from './identity.ts'
import { changeInstitution, fullPerson, mustBeAdmin, rightsOf } from './people.ts'
import { refuse } from './refusals.ts'

export const columns = ['name', 'username', 'role', 'campus', 'lead', 'reportsTo', 'password'] as const
export type Column = (typeof columns)[number]
/** A row as it stands in the table; what is not there is empty. */
export type Row = Partial<Record<Column, string>>
export type Fault = { column: Column; message: Label }
/** `person` is what the row comes to, as far as it could be read. */
export type ReadRow = { person: NewUser; faults: Fault[] }

const cell = (text: string | undefined) => (text ?? '').trim()
const folded = (text: string) => text.trim().toLowerCase()
const yes = ['是', 'yes', 'y', 'true', '1', '√', '✓']
const no = ['', '否', 'no', 'n', 'false', '0']
const longest = { name: 200, password: 128 }
const shortestPassword = 8

const words = {
  empty: say('此项必填', 'This is needed'),
  tooLong: (most: number) => say(`最多 ${most} 个字`, `At most ${most} characters`),
  username: say(
    '用户名为 3 至 30 位小写字母、数字、点、下划线或短横线，以字母或数字开头',
    'A username has 3 to 30 lower-case letters, digits, dots, underscores or hyphens, and begins with a letter or digit',
  ),
  taken: say('用户名已被使用', 'The username is taken'),
  twice: (row: number) => say(`与第 ${row} 行的用户名相同`, `The same username as in row ${row}`),
  role: (text: string) => say(`没有“${text}”这个角色`, `There is no role “${text}”`),
  campus: (text: string) => say(`没有“${text}”这个校区`, `There is no campus “${text}”`),
  lead: say('请填“是”或“否”，也可留空', 'Write “yes” or “no”, or nothing'),
  superior: (text: string) =>
    say(`没有用户名为“${text}”的在职人员，表中也没有`, `No active person has the username “${text}”, here or in the table`),
  circle: say('汇报关系不能循环', 'Nobody can report to themselves, not even by way of others'),
  password: say(`初始密码至少 ${shortestPassword} 位`, `An initial password has at least ${shortestPassword} characters`),
}

type Known = { campuses: Awaited<ReturnType<typeof allCampuses>>; users: Map<string, UserRow> }
const campusIn = ({ campuses }: Known, text: string) =>
  campuses.find(({ id, name }) => [id, name['zh-CN'], name.en].some((known) => folded(known) === folded(text)))?.id
const roleIn = (text: string): Role | undefined =>
  roleNames.find((name) => [name, roles[name].label['zh-CN'], roles[name].label.en].some((known) => folded(known) === folded(text)))

/** Reads every row, as far as it can be read. Nothing is written. */
export async function readRows({ db, newId }: House, rows: readonly Row[]): Promise<ReadRow[]> {
  const usernames = rows.map((row) => folded(cell(row.username)))
  const named = [...usernames, ...rows.map((row) => folded(cell(row.reportsTo)))].filter(Boolean)
  const known: Known = {
    campuses: await allCampuses(db),
    users: new Map((await usersNamed(db, named)).map((user) => [user.username!, user])),
  }
  const ids = rows.map(() => newId())
  const read = rows.map((row, index) => readRow(known, row, index, { usernames, ids }))
  return read.map(({ person, faults }, index) => ({ person, faults: [...faults, ...circle(read, index)] }))
}

type Among = { usernames: string[]; ids: string[] }
function readRow(known: Known, row: Row, index: number, among: Among): ReadRow {
  const faults: Fault[] = []
  const wrong = (column: Column, message: Label) => void faults.push({ column, message })
  const name = cell(row.name)
  if (!name) wrong('name', words.empty)
  if (name.length > longest.name) wrong('name', words.tooLong(longest.name))
  const username = among.usernames[index]!
  const earlier = among.usernames.indexOf(username)
  if (!username) wrong('username', words.empty)
  else if (!new RegExp(usernamePattern).test(username)) wrong('username', words.username)
  else if (known.users.has(username)) wrong('username', words.taken)
  else if (earlier < index) wrong('username', words.twice(earlier + 1))
  const role = roleIn(cell(row.role))
  if (!role) wrong('role', cell(row.role) ? words.role(cell(row.role)) : words.empty)
  const campus = cell(row.campus) ? campusIn(known, cell(row.campus)) : null
  if (campus === undefined) wrong('campus', words.campus(cell(row.campus)))
  const lead = folded(cell(row.lead))
  if (![...yes, ...no].includes(lead)) wrong('lead', words.lead)
  const superior = superiorOf(known, cell(row.reportsTo), among)
  if (superior === undefined) wrong('reportsTo', words.superior(cell(row.reportsTo)))
  const password = row.password ?? ''
  if (password.length < shortestPassword) wrong('password', password ? words.password : words.empty)
  if (password.length > longest.password) wrong('password', words.tooLong(longest.password))
  const person: NewUser = {
    id: among.ids[index]!,
    name,
    username,
    role: role ?? 'front-desk',
    campus: campus ?? null,
    lead: yes.includes(lead),
    reportsTo: superior ?? null,
    active: true,
  }
  return { person: normalise(person), faults }
}

/** Null for nobody, undefined for somebody who is not there. */
function superiorOf({ users }: Known, text: string, { usernames, ids }: Among): string | null | undefined {
  if (!text) return null
  const inTable = usernames.indexOf(folded(text))
  if (inTable >= 0) return ids[inTable]
  const user = users.get(folded(text))
  return user?.active ? user.id : undefined
}

/** New people report to old ones, never the other way round: a circle can only be among the rows. */
function circle(read: ReadRow[], index: number): Fault[] {
  const byId = new Map(read.map(({ person }) => [person.id, person]))
  const self = read[index]!.person
  const seen = new Set<string>()
  for (let next = byId.get(self.reportsTo ?? ''); next && !seen.has(next.id); next = byId.get(next.reportsTo ?? '')) {
    if (next === self) return [{ column: 'reportsTo', message: words.circle }]
    seen.add(next.id)
  }
  return []
}

/** Whoever others report to comes before them. */
function superiorsFirst(people: NewUser[]): NewUser[] {
  const byId = new Map(people.map((person) => [person.id, person]))
  const depth = (person: NewUser): number => {
    const superior = byId.get(person.reportsTo ?? '')
    return superior ? depth(superior) + 1 : 0
  }
  return people
    .map((person) => [depth(person), person] as const)
    .toSorted(([a], [b]) => a - b)
    .map(([, person]) => person)
}

const someWrong = say('表中有错误，没有导入任何人员', 'Something in the table is wrong: nobody was added')

/** Adds everybody of the table, each by an event of their own; 422 with every fault where there is any, and nobody is added. */
export const importPeople = (house: House, request: Request, rows: readonly Row[], hashes: readonly string[]) =>
  changeInstitution(
    house,
    request,
    () => null,
    async () => {
      await mustBeAdmin(house, request.userId)
      const read = await readRows(house, rows)
      const errors = read.flatMap(({ faults }, index) =>
        faults.map(({ column, message }) => ({ path: `/rows/${index}/${column}`, message })),
      )
      if (errors.length) refuse('not-possible', someWrong, { errors })
      const hashOf = new Map(read.map(({ person }, index) => [person.id, hashes[index]!]))
      const people = superiorsFirst(read.map(({ person }) => person))
      return {
        writes: people.flatMap((person): Write[] => insertUser(person, hashOf.get(person.id)!, house.newId(), house.now())),
        happenings: people.map(
          (person): Happening => ({
            type: 'user.created',
            actor: request.userId,
            facts: rightsOf(person),
            personal: { name: person.name, username: person.username },
          }),
        ),
        answer: answer(201, { items: read.map(({ person }) => fullPerson(person)) }),
      }
    },
  )
