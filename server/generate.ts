// Writes the documents that follow from the machines. A test notices when they are stale.
import { writeFileSync } from 'node:fs'
import { procedures } from '../machines/procedures.ts'
import { handbook } from './handbook.ts'

writeFileSync(new URL('../PROCEDURES.md', import.meta.url), handbook(procedures))
