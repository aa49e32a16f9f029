// The formats of our forms, as the validator of the routes knows them.
import type { Ajv } from 'ajv'

const id = /^[A-Za-z0-9_-]{1,64}$/
/** Ids of records, amounts, phone numbers and long words; dates and e-mail addresses are standard. */
export function forms(ajv: Ajv): Ajv {
  for (const name of ['student', 'enrolment', 'user', 'case', 'attachment']) ajv.addFormat(name, id)
  ajv.addFormat('phone', /^\+?[0-9][0-9 -]{3,18}[0-9]$/)
  ajv.addFormat('text', true)
  ajv.addFormat('fen', { type: 'number', validate: () => true })
  return ajv
}
