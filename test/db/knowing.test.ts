// Lists stand on which departments know of which procedures: where that changes, a migration must follow.
import { expect, it } from 'vitest'
import { proceduresOf } from '../../db/knowing.ts'
import { type Department, departments } from '../../machines/departments.ts'

it('departments know of the procedures that the stored lists were made for; else write a migration that fills case_departments and handlers anew', () => {
  const known = Object.fromEntries(
    Object.keys(departments).map((name) => [
      name,
      proceduresOf(name as Department)
        .sort()
        .join(' '),
    ]),
  )
  expect(known).toMatchInlineSnapshot(`
    {
      "academic-affairs": "",
      "administration": "complaint",
      "customer-service": "arrears complaint discipline force-majeure transfer withdrawal",
      "data": "",
      "finance": "arrears complaint discipline force-majeure transfer withdrawal",
      "management": "arrears complaint discipline force-majeure transfer withdrawal",
      "marketing": "",
      "sales": "",
      "student-representative": "complaint",
      "teaching": "arrears discipline force-majeure transfer withdrawal",
    }
  `)
})
