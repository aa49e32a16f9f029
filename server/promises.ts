// Promises that outlive their case (A6.3.3b): who sees them, and who redeems one when the student returns.
import { type PromiseRow, promiseById, returnsFor } from '../db/queries/promises.ts'
import { redeemPromise, stillRuns } from '../db/records.ts'
import type { Role } from '../machines/departments.ts'
import { enrolment, form, optional } from '../machines/form.ts'
import { type Label, say } from '../machines/label.ts'
import { type FormSchema, narrowed, violations } from '../machines/narrowing.ts'
import { asking, today, type User } from './asker.ts'
import { answer, type Request } from './commit.ts'
import type { House } from './house.ts'
import { changeInstitution } from './people.ts'
import { refuse } from './refusals.ts'

const redeemers: readonly Role[] = ['customer-service', 'front-desk', 'sales']
const readers: readonly Role[] = [...redeemers, 'teaching', 'finance', 'management', 'administration', 'auditor']
const label = say('兑现承诺', 'Redeem the promise')

export const redeemForm = form({ enrolment: optional(enrolment('学员新的报名', 'The student’s new enrolment')) }, {})
const fetchForm = form({}, {})

export const mustReadPromises = ({ role }: User) => (readers.includes(role) ? undefined : refuse('not-yours'))

/** Why a promise cannot be redeemed now; null where it can. */
function spent(house: House, { promise }: PromiseRow): Label | null {
  if (promise.redeemedAt) return say('承诺已兑现', 'The promise was redeemed already')
  return promise.until < today(house) ? say('承诺已过期', 'The promise has run out') : null
}

/** Preferential terms are for an enrolment made since; materials alone are kept for whoever comes to fetch them, enrolled again or not. */
async function formFor(house: House, row: PromiseRow): Promise<FormSchema> {
  const returns = await returnsFor(house.db, row)
  const preferential = row.promise.percent > 0
  // A choice among nothing is no schema: validators refuse to read it.
  if (!preferential && !returns.length) return narrowed(fetchForm, {})
  return narrowed(redeemForm, { fields: { enrolment: { enum: returns } }, required: preferential ? ['enrolment'] : [] })
}
const notBack = say('学员尚未重新报名', 'The student has not enrolled again yet')
const cannotBeFilled = ({ properties, required }: FormSchema) => required?.includes('enrolment') && !properties.enrolment!.enum!.length

/** A promise as its readers see it; with the offer to redeem it, or why it cannot be. */
export async function promiseView(house: House, { role }: User, row: PromiseRow) {
  const { id, caseId, student, until, materials, percent, redeemedAt, redeemedBy, redeemedFor } = row.promise
  const { studentName, number } = row
  const view = { id, case: caseId, number, student, studentName, until, materials, percent, redeemedAt, redeemedBy, redeemedFor }
  const why = spent(house, row)
  if (why) return { ...view, open: false, offers: [], blocked: [] }
  if (!redeemers.includes(role)) return { ...view, open: true, offers: [], blocked: [] }
  const payload = await formFor(house, row)
  const offer = { type: 'promise.redeemed', label, href: `/api/promises/${id}/redeem`, payload }
  return cannotBeFilled(payload)
    ? { ...view, open: true, offers: [], blocked: [{ type: offer.type, label, reason: notBack }] }
    : { ...view, open: true, offers: [offer], blocked: [] }
}

const onlyReception = say('承诺由客服、前台或销售兑现', 'Customer service, front desk or sales redeem a promise')

export function redeem(house: House, user: User, request: Request, id: string, answers: { enrolment?: string }) {
  const locate = async () => (await promiseById(house.db, id)) ?? refuse('not-found')
  return changeInstitution(house, request, locate, async () => {
    const row = await locate()
    const asker = await asking(house, user)
    if (!redeemers.includes(asker.role)) refuse('not-yours', onlyReception)
    const why = spent(house, row)
    if (why) refuse('not-now', why)
    const payload = await formFor(house, row)
    if (cannotBeFilled(payload) && !answers.enrolment) refuse('not-now', notBack)
    const errors = violations(payload, answers)
    if (errors.length) refuse('not-possible', errors[0]!.message, { errors })
    const redeemed = { redeemedAt: house.now().toISOString(), redeemedBy: user.id, redeemedFor: answers.enrolment ?? null }
    return {
      writes: [redeemPromise(id, redeemed), ...(answers.enrolment ? [stillRuns(answers.enrolment)] : [])],
      happenings: [{ type: 'promise.redeemed', actor: user.id, facts: { promise: id, ...answers } }],
      answer: answer(200, await promiseView(house, asker, { ...row, promise: { ...row.promise, ...redeemed } })),
    }
  })
}
