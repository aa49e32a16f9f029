// Audit rounds: cases drawn by a seed that is on record, what is found in each, and the end of the round.
import { Type } from 'typebox'
import { closeRound, insertFinding, insertRound, type RoundRow } from '../db/audit.ts'
import { drawnIn, findingsIn, roundById, tookPart } from '../db/queries/audit.ts'
import { userById } from '../db/queries/people.ts'
import { knownCases } from '../db/queries/trail.ts'
import { isAct } from '../machines/acts.ts'
import { type DrawMethod, drawMethods, type Finding, findings, mostDrawn } from '../machines/audit.ts'
import { caseId, choice, count, date, form, line, optional, text } from '../machines/form.ts'
import { type Label, say } from '../machines/label.ts'
import { procedures } from '../machines/procedures.ts'
import { today, type User } from './asker.ts'
import { type Drawn, drawFrom } from './audit-population.ts'
import { mustOversee } from './audit-search.ts'
import { roundView } from './audit-view.ts'
import { answer, type Request } from './commit.ts'
import type { House } from './house.ts'
import { changeInstitution } from './people.ts'
import { refuse } from './refusals.ts'

const procedureNames = Object.fromEntries(Object.values(procedures).map(({ name, label }) => [name, label]))

export const drawForm = form(
  {
    from: date('办结日期自', 'Closed from'),
    until: date('办结日期至', 'Closed until'),
    procedures: Type.Array(choice('流程', 'Procedure', procedureNames), {
      'x-title': say('流程', 'Procedures'),
      minItems: 1,
      maxItems: Object.keys(procedureNames).length,
      uniqueItems: true,
    }),
    size: count('抽取件数', 'How many cases', 1, mostDrawn),
    method: choice('抽取方式', 'Way of drawing', drawMethods),
  },
  { name: line('审计名称', 'Name of the audit') },
)
export type DrawForm = { from: string; until: string; procedures: string[]; size: number; method: DrawMethod; name: string }

export const findingForm = form(
  { case: caseId('案件', 'Case'), finding: choice('结论', 'Finding', findings) },
  { remark: optional(text('说明', 'Remark')) },
)
export type FindingForm = { case: string; finding: Finding; remark?: string }

const impossible = (path: string, message: Label): never => refuse('not-possible', message, { errors: [{ path, message }] })
const onlyAuditors = say('抽样、登记结论和结束轮次由审计人员办理', 'Auditors draw, record findings and close a round')
async function mustAudit({ db }: House, id: string) {
  const row = await userById(db, id)
  if (!row?.active || row.role !== 'auditor') refuse('not-yours', onlyAuditors)
}

const notOver = say('期间须已结束：最迟到昨天', 'The period must be over: yesterday at the latest')
const backwards = say('结束日期早于开始日期', 'It ends before it begins')
const nothingThere = say('该期间没有办结的案件', 'No case was closed in that period')
function checkPeriod(house: House, { from, until }: DrawForm) {
  if (until < from) impossible('/until', backwards)
  if (until >= today(house)) impossible('/until', notOver)
}

export function drawRound(house: House, user: User, request: Request, form: DrawForm) {
  const drawnAt = house.now().toISOString()
  const plan = { ...form, drawnAt, seed: house.salt() }
  let drawing: Promise<Drawn> | undefined
  return changeInstitution(
    house,
    request,
    () => null,
    async (head) => {
      await mustAudit(house, user.id)
      checkPeriod(house, form)
      // Closed cases stay what they were: whoever has to decide again need not draw again.
      drawing ??= drawFrom(house, plan)
      const drawn = await drawing
      if (!drawn.population) impossible('/from', nothingThere)
      const round: RoundRow = {
        id: house.newId(),
        sequence: (head?.sequence ?? 0) + 1,
        from: form.from,
        until: form.until,
        procedures: form.procedures,
        method: form.method,
        seed: plan.seed,
        population: drawn.population,
        digest: drawn.digest,
        drawnAt,
        drawnBy: user.id,
        closedAt: null,
        closedBy: null,
      }
      const cases = drawn.cases.map(({ id: caseId, tickets }, i) => ({ round: round.id, position: i + 1, caseId, tickets }))
      return {
        writes: insertRound(round, cases),
        happenings: [{ type: 'audit.drawn', actor: user.id, facts: factsOf(round, form, drawn), personal: { name: form.name } }],
        answer: answer(201, await roundView(house, user, { ...round, name: form.name }, cases, []), {
          location: `/api/audit/rounds/${round.id}`,
        }),
      }
    },
  )
}

const factsOf = ({ id, from, until, procedures, method, seed, population, digest }: RoundRow, { size }: DrawForm, { cases }: Drawn) => ({
  round: id,
  ...{ from, until, procedures, method, size, seed, population, digest },
  cases: cases.map(({ id }) => id),
})

const roundOr404 = async ({ db }: House, id: string) => (await roundById(db, id)) ?? refuse('not-found')
const isOver = say('本轮审计已结束', 'The round is closed')
async function openRound(house: House, id: string) {
  const round = await roundOr404(house, id)
  return round.closedAt ? refuse('not-now', isOver) : round
}

const notDrawn = say('该案件不在本轮样本中', 'The case is not among those drawn')
const sayWhy = say('有异议或未能查验的，请说明', 'Say why, where there is an objection or nothing was examined')
const tooNear = say('您参与过本案，须由他人审计', 'You took part in this case: somebody else audits it')

/** Every type that moves a case, of any procedure: who recorded one has a hand in the case. */
const steps = [...new Set(['case.opened', ...Object.values(procedures).flatMap(({ events }) => Object.keys(events))])].filter(
  (type) => !isAct(type),
)

async function mustBeFree(house: House, user: User, round: string, { case: id, finding, remark }: FindingForm) {
  const drawn = (await drawnIn(house.db, round)).some(({ caseId }) => caseId === id)
  if (!drawn || !(await knownCases(house.db, user, [id])).has(id)) impossible('/case', notDrawn)
  if (finding !== 'inOrder' && !remark) impossible('/remark', sayWhy)
  if (await tookPart(house.db, user.id, id, steps)) refuse('conflict-of-interest', tooNear)
}

export function recordFinding(house: House, user: User, request: Request, id: string, form: FindingForm) {
  return changeInstitution(
    house,
    request,
    () => roundOr404(house, id),
    async (head) => {
      await mustAudit(house, user.id)
      const round = await openRound(house, id)
      await mustBeFree(house, user, id, form)
      const { case: caseId, finding, remark } = form
      const row = { round: id, caseId, sequence: (head?.sequence ?? 0) + 1, finding, by: user.id, at: house.now().toISOString() }
      const said = [...(await findingsIn(house.db, [id])), { ...row, remark: remark ?? null, erased: false }]
      return {
        writes: [insertFinding(row)],
        happenings: [
          { type: 'audit.found', actor: user.id, facts: { round: id, case: caseId, finding }, ...(remark && { personal: { remark } }) },
        ],
        answer: answer(200, await roundView(house, user, round, await drawnIn(house.db, id), said)),
      }
    },
  )
}

const unfinished = (n: number) => say(`还有 ${n} 件没有结论`, `${n} of the cases have no finding yet`)

export function endRound(house: House, user: User, request: Request, id: string) {
  return changeInstitution(
    house,
    request,
    () => roundOr404(house, id),
    async () => {
      await mustAudit(house, user.id)
      const round = await openRound(house, id)
      const [drawn, said] = [await drawnIn(house.db, id), await findingsIn(house.db, [id])]
      const known = await knownCases(
        house.db,
        user,
        drawn.map(({ caseId }) => caseId),
      )
      const left = drawn.filter(({ caseId }) => known.has(caseId) && !said.some((one) => one.caseId === caseId)).length
      if (left) refuse('not-now', unfinished(left))
      const closed = { closedAt: house.now().toISOString(), closedBy: user.id }
      return {
        writes: [closeRound(id, closed)],
        happenings: [{ type: 'audit.closed', actor: user.id, facts: { round: id } }],
        answer: answer(200, await roundView(house, user, { ...round, ...closed }, drawn, said)),
      }
    },
  )
}

/** Draws again with the seed on record, and says whether the same comes out. */
export async function drawAgain(house: House, user: User, id: string) {
  const round = await roundOr404(house, id)
  mustOversee(user)
  const drawn = await drawnIn(house.db, id)
  const again = await drawFrom(house, { ...round, size: drawn.length })
  const same =
    again.cases.length === drawn.length && again.cases.every((one, i) => one.id === drawn[i]!.caseId && one.tickets === drawn[i]!.tickets)
  return {
    population: again.population,
    digest: again.digest,
    agrees: same && again.population === round.population && again.digest === round.digest,
  }
}
