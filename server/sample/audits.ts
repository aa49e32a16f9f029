// The auditor's year: one round that is over, and one in which some of the cases still wait for a finding.
import { type DrawForm, drawRound, endRound, type FindingForm, recordFinding } from '../audit-rounds.ts'
import type { roundView } from '../audit-view.ts'
import { type Entry, shanghaiTime } from './agenda.ts'
import type { World } from './world.ts'

type Round = Awaited<ReturnType<typeof roundView>>
type Said = Omit<FindingForm, 'case'>
const inOrder: Said = { finding: 'inOrder' }
/** Days count back from today, in working days; findings are said of the first cases that were drawn. */
type Told = {
  drawn: number
  from: number
  until: number
  ends: boolean
  said: Said[]
  form: Pick<DrawForm, 'name' | 'procedures' | 'size' | 'method'>
}
const rounds: Told[] = [
  {
    drawn: 70,
    from: 190,
    until: 75,
    ends: true,
    form: { name: '上半年退学与投诉抽查', procedures: ['withdrawal', 'complaint'], size: 6, method: 'random' },
    said: [
      inOrder,
      inOrder,
      { finding: 'objection', remark: '沟通只记了结论，没有写明方式和学员的原话，请客服部补充说明。' },
      inOrder,
      { finding: 'notExamined', remark: '银行回单原件在财务部归档中，本轮未能调阅，下轮再查。' },
      inOrder,
    ],
  },
  {
    drawn: 6,
    from: 74,
    until: 8,
    ends: false,
    form: {
      name: '近期高风险案件抽查',
      procedures: ['withdrawal', 'transfer', 'arrears', 'discipline', 'complaint'],
      size: 8,
      method: 'risk',
    },
    said: [inOrder, { finding: 'objection', remark: '案卷中缺一份签字原件的扫描件，请责任部门补传。' }, inOrder],
  },
]

export const audits = (world: World, days: readonly string[]): Entry[] =>
  rounds.map((told) => ({ at: shanghaiTime(days.at(-1 - told.drawn)!, '10:00'), happens: () => tell(world, days, told) }))

async function tell({ house, member }: World, days: readonly string[], { from, until, form, said, ends }: Told) {
  const { user } = member('auditor')
  const request = (url: string, body: unknown) => ({ userId: user.id, key: undefined, method: 'POST', url, body })
  const period = { from: days.at(-1 - from)!, until: days.at(-1 - until)! }
  const drawn = await drawRound(house, user, request('/api/audit/rounds', { ...form, ...period }), { ...form, ...period })
  const { id, cases }: Round = JSON.parse(drawn.body)
  const address = `/api/audit/rounds/${id}`
  for (const [i, one] of said.entries()) {
    const found = cases[i]?.case
    if (!found) continue
    const finding = { case: found.id, ...one }
    await recordFinding(house, user, request(`${address}/findings`, finding), id, finding)
  }
  if (ends) await endRound(house, user, request(`${address}/close`, {}), id)
}
