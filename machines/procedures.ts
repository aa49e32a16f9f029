// The institution's procedures: one line each.
import { arrears } from './arrears.ts'
import { complaint } from './complaint.ts'
import { discipline } from './discipline.ts'
import { forceMajeure } from './force-majeure.ts'
import type { Procedure } from './procedure.ts'
import { transfer } from './transfer.ts'
import { withdrawal } from './withdrawal.ts'

export const procedures: Record<string, Procedure> = Object.fromEntries(
  [withdrawal, transfer, arrears, discipline, forceMajeure, complaint].map((p) => [p.name, p]),
)
