import { expect, it } from 'vitest'
import { freshInstitution } from './app.ts'

it('tries', async () => {
  const t0 = performance.now()
  const { as, pass, house } = await freshInstitution()
  console.log('up', performance.now() - t0)
  const { id } = await as('customer-service').open('withdrawal')
  for (const type of ['identity.confirmed', 'enrolment.confirmed', 'genuineness.confirmed', 'guardian.agreed', 'retention.failed']) {
    const view = await as('customer-service').show(id)
    if (view.offers.some((o) => o.type === type)) await as('customer-service').advance(id, type)
  }
  await as('finance').advance(id, 'payments.reviewed')
  await as('management').advance(id, 'approval.granted')
  await pass(5)
  const v = await as('auditor').get(`/api/cases/${id}/verification`)
  console.log(v.body, performance.now() - t0, (await as('finance').show(id)).steps)
  const t1 = performance.now()
  for (let i = 0; i < 100; i++) await as('customer-service').show(id)
  console.log('100 shows', performance.now() - t1)
})
