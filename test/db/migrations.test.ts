// The migrations of both engines lead to the tables as they are described now.
import { execFile } from 'node:child_process'
import { cpSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { scratch } from '../server/store.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const run = promisify(execFile)

it.each([
  ['sqlite', 'sqlite'],
  ['postgres', 'postgresql'],
])('the folder for %s has nothing left to generate', async (engine, dialect) => {
  const folder = join(scratch(), engine)
  cpSync(join(root, 'db/migrations', engine), folder, { recursive: true })
  const command = [join(root, 'node_modules/drizzle-kit/bin.cjs'), 'generate', '--dialect', dialect, '--schema', `db/${engine}-schema.cjs`]
  const { stdout } = await run(process.execPath, [...command, '--out', relative(root, folder)], { cwd: root })
  expect(stdout).toContain('No schema changes')
})
