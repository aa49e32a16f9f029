// What fails is to fail CI: nothing that the tests load may end their process as if all were well.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

it('a process that loads the tests’ PostgreSQL ends with the code it has', () => {
  const module = fileURLToPath(new URL('../server/bench/postgres.ts', import.meta.url))
  const script = `await import(${JSON.stringify(module)}); process.exitCode = 7`
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 7, stderr: '' })
})
