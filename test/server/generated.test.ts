// Documents that follow from the machines are what the machines say now.
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { procedures } from '../../machines/procedures.ts'
import { handbook } from '../../server/handbook.ts'

/** The first line that differs, so that a stale document is not told line by line. */
const firstDifference = (kept: string, made: string) => {
  const [old, now] = [kept.split('\n'), made.split('\n')]
  const at = now.findIndex((line, index) => line !== old[index])
  return at >= 0
    ? { line: at + 1, kept: old[at], made: now[at] }
    : old.length > now.length
      ? { line: now.length + 1, kept: old[now.length] }
      : null
}

it('PROCEDURES.md is what `npm run generate` writes', () => {
  const kept = readFileSync(new URL('../../PROCEDURES.md', import.meta.url), 'utf8')
  expect(firstDifference(kept, handbook(procedures))).toBeNull()
})
