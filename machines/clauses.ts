// Every clause of the two regulations in the product's own words: what code, pages and letters cite. Where a clause is carried out
// is derived from the machines, never written here.

import { attritionClauses } from './clauses-attrition.ts'
import { complaintClauses } from './clauses-complaint.ts'

/** P step of a procedure, I indicator, W early warning, D recurring duty, R record that must exist, T report, G guiding principle. */
export type ClauseKind = 'P' | 'I' | 'W' | 'D' | 'R' | 'T' | 'G'

/** `who` holds the ids of the departments the clause binds: `['all']` for the whole institution, empty where it only defines a term. */
export type Clause = {
  id: string
  kinds: readonly ClauseKind[]
  who: readonly string[]
  text: { 'zh-CN': string; en: string }
}

/** The attrition policy (A…), then the complaint mechanism (C…), in the regulations' order. */
export const clauses = { ...attritionClauses, ...complaintClauses } as const satisfies Record<string, Clause>

export type ClauseId = keyof typeof clauses
