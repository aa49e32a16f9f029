// `npm run verify -- FILE`: checks a case pack or a whole database, offline. Exit 0 intact, 1 not.
import { readFileSync } from 'node:fs'
import { isPostgres } from '../db/database.ts'
import { checkPack, checkStore, type Finding } from './verifier.ts'

const sqliteMagic = 'SQLite format 3\0'

async function check(file: string): Promise<{ checked: number; findings: Finding[] }> {
  if (isPostgres(file)) return checkStore(file)
  const bytes = readFileSync(file)
  if (bytes.subarray(0, sqliteMagic.length).toString() === sqliteMagic) return checkStore(file)
  return checkPack(bytes.toString('utf8'))
}

const file = process.argv[2]
if (!file) {
  console.error('usage: npm run verify -- FILE   (a case pack, a database file, or the postgres:// address of a database)')
  process.exit(2)
}
try {
  const { checked, findings } = await check(file)
  for (const { caseId, sequence, detail } of findings) console.log(`${caseId}  event ${sequence}  ${detail['zh-CN']} ${detail.en}`)
  console.log(findings.length ? `NOT INTACT 不完整：${findings.length} findings, ${checked} events` : `INTACT 完整：${checked} events`)
  process.exitCode = findings.length ? 1 : 0
} catch (error) {
  console.error(`cannot be checked: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}
