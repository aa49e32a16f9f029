// Documents that follow from the machines are what the machines say now.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { procedures } from '../../machines/procedures.ts'
import { handbook } from '../../server/handbook.ts'

it('PROCEDURES.md is what `npm run generate` writes', () => {
  expect(readFileSync(new URL('../../PROCEDURES.md', import.meta.url), 'utf8')).toBe(handbook(procedures))
})
