// Many people from one table: read as they were written, explained row by row, added together or not at all.
import { describe, expect, it } from 'vitest'
import { schema } from '../../db/database.ts'
import { checkChain } from '../../machines/proof/chain.ts'
import { as, chain, type Office, office, signIn } from './office.ts'

type Row = Record<string, string>
type Fault = { path: string; message: string }
const li: Row = { name: '李雷', username: 'li-lei', role: '前台', campus: '东校区', lead: '是', password: 'first-day-2026' }
const han: Row = { name: '韩梅', username: 'Han-Mei', role: 'Finance', campus: 'EAST', reportsTo: 'li-lei', password: 'first-day-2026' }

const check = async (house: Office, rows: Row[], language = 'zh-CN') => {
  const { post } = await as(house, 'admin')
  return post('/api/imports/users/check', { rows }, { 'accept-language': language })
}
const faultsOf = async (house: Office, rows: Row[], language?: string): Promise<[number, string, string][]> =>
  (await check(house, rows, language))
    .json()
    .items.flatMap(({ errors }: { errors: Fault[] }, index: number) => errors.map(({ path, message }) => [index, path, message]))
const everybody = ({ house }: Office) => house.db.q.select().from(schema.users)

describe('looking at a table', () => {
  it('roles and campuses are read by their names in either language or their codes, usernames become small', async () => {
    const { statusCode, ...answer } = await check(await office(), [li, han])
    expect(statusCode).toBe(200)
    const [first, second] = answer.json().items
    expect(first).toEqual({ name: '李雷', username: 'li-lei', role: 'front-desk', campus: 'east', lead: true, reportsTo: null, errors: [] })
    expect(second).toMatchObject({ username: 'han-mei', role: 'finance', campus: 'east', lead: false, errors: [] })
  })

  it('writes nothing', async () => {
    const house = await office()
    const before = [await everybody(house), await chain(house.house)]
    await check(house, [li, han])
    expect([await everybody(house), await chain(house.house)]).toEqual(before)
  })

  it.each<[Row, string, string]>([
    [{ name: ' ' }, '/name', '此项必填'],
    [{ username: '李' }, '/username', '用户名为 3 至 30 位小写字母、数字、点、下划线或短横线，以字母或数字开头'],
    [{ username: 'finance' }, '/username', '用户名已被使用'],
    [{ role: '校长' }, '/role', '没有“校长”这个角色'],
    [{ campus: '西校区' }, '/campus', '没有“西校区”这个校区'],
    [{ lead: '也许' }, '/lead', '请填“是”或“否”，也可留空'],
    [{ reportsTo: 'nobody' }, '/reportsTo', '没有用户名为“nobody”的在职人员，表中也没有'],
    [{ reportsTo: 'li-lei' }, '/reportsTo', '汇报关系不能循环'],
    [{ password: 'short' }, '/password', '初始密码至少 8 位'],
    [{ name: '长'.repeat(201) }, '/name', '最多 200 个字'],
  ])('says what is wrong with %j, in words and at its cell', async (wrong, path, message) => {
    expect(await faultsOf(await office(), [{ ...li, ...wrong }])).toEqual([[0, path, message]])
  })

  it('says it in English to whoever reads English', async () => {
    expect(await faultsOf(await office(), [{ ...li, role: 'Headmaster' }], 'en')).toEqual([[0, '/role', 'There is no role “Headmaster”']])
  })

  it('says everything that is wrong with a row at once', async () => {
    expect((await faultsOf(await office(), [{}])).map(([, path]) => path)).toEqual(['/name', '/username', '/role', '/password'])
  })

  it('finds the same username twice, in the later row, and circles among the rows', async () => {
    const house = await office()
    expect(await faultsOf(house, [li, { ...han, username: 'LI-LEI', reportsTo: '' }])).toEqual([[1, '/username', '与第 1 行的用户名相同']])
    const round = await faultsOf(house, [{ ...li, reportsTo: 'han-mei' }, han])
    expect(round.map(([row, path]) => [row, path])).toEqual([
      [0, '/reportsTo'],
      [1, '/reportsTo'],
    ])
  })

  it('nobody can be told to report to somebody who has left', async () => {
    const house = await office()
    const { post } = await as(house, 'admin')
    await post(`/api/users/${house.ids.finance}`, { active: false })
    expect((await faultsOf(house, [{ ...li, reportsTo: 'finance' }])).map(([, path]) => path)).toEqual(['/reportsTo'])
  })
})

describe('adding everybody of a table', () => {
  it('each is recorded by an event of their own, superiors first, and can sign in', async () => {
    const house = await office()
    const { post } = await as(house, 'admin')
    const answer = await post('/api/imports/users', { rows: [han, li] })
    expect(answer.statusCode).toBe(201)
    const [second, first] = answer.json().items
    expect(second).toMatchObject({ username: 'han-mei', reportsTo: first.id, department: 'finance', active: true })
    const events = await chain(house.house)
    expect(events.slice(-2).map(({ type, actor, facts, personal }) => [type, actor, facts.user, personal])).toEqual([
      ['user.created', house.ids.admin, first.id, { name: '李雷', username: 'li-lei' }],
      ['user.created', house.ids.admin, second.id, { name: '韩梅', username: 'han-mei' }],
    ])
    expect(checkChain(events)).toEqual([])
    expect((await signIn(house, 'han-mei', 'first-day-2026')).json()).toMatchObject({ name: '韩梅', role: 'finance', campus: 'east' })
  })

  it('with one wrong row nobody is added, and every fault is named', async () => {
    const house = await office()
    const before = await everybody(house)
    const { post } = await as(house, 'admin')
    const answer = await post('/api/imports/users', { rows: [li, { ...han, role: '校长', campus: '西校区' }] })
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'not-possible'])
    expect(answer.json().errors.map(({ path }: Fault) => path)).toEqual(['/rows/1/role', '/rows/1/campus'])
    expect(await everybody(house)).toEqual(before)
  })

  it('the same request again adds nobody twice, and passwords are kept nowhere in the clear', async () => {
    const house = await office()
    const { post } = await as(house, 'admin')
    const send = (rows: Row[]) => post('/api/imports/users', { rows }, { 'idempotency-key': 'import-1' })
    const [first, again] = [await send([li]), await send([li])]
    expect([first.statusCode, again.statusCode, again.body]).toEqual([201, 201, first.body])
    expect((await send([{ ...li, password: 'another-2026' }])).json().code).toBe('key-reused')
    expect((await everybody(house)).filter(({ username }) => username === 'li-lei')).toHaveLength(1)
    expect(JSON.stringify(await house.house.db.q.select().from(schema.idempotency))).not.toContain(li.password)
  })

  it('nobody but the administrator looks at or adds a table', async () => {
    const house = await office()
    const { post } = await as(house, 'finance')
    for (const path of ['/api/imports/users/check', '/api/imports/users'])
      expect((await post(path, { rows: [li] })).json().code, path).toBe('not-yours')
    expect(await everybody(house)).toHaveLength(6)
  })

  it.each([
    ['nothing', {}],
    ['no rows', { rows: [] }],
    ['an unknown column', { rows: [{ nickname: 'Lei' }] }],
    ['a name that is a number', { rows: [{ name: 7 }] }],
    ['more rows than are taken at once', { rows: Array(201).fill(li) }],
  ])('what is no table is refused: %s', async (_what, body) => {
    const { post } = await as(await office(), 'admin')
    expect((await post('/api/imports/users', body)).statusCode).toBe(400)
  })
})
