// The institution's procedures: one line each.
import type { Procedure } from './procedure.ts'
import { withdrawal } from './withdrawal.ts'

export const procedures: Record<string, Procedure> = Object.fromEntries([withdrawal].map((p) => [p.name, p]))
