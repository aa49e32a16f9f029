// Whom an institution needs, read from its procedures: somebody in every department that a step waits for.
import { type Department, type Role, rolesOf } from './departments.ts'
import type { Procedure } from './procedure.ts'
import { metaOf, statesOf } from './states.ts'

/** One person of finance makes up a settlement, another one confirms it; nobody who handled a case approves it. */
const several: Partial<Record<Department, number>> = { finance: 2 }

export type Need = { department: Department; roles: readonly Role[]; people: number }
/** What the procedures ask for, department by department, in the order in which their steps come. */
export const needed = (procedures: Record<string, Procedure>): Need[] => {
  const owners = Object.values(procedures).flatMap((procedure) => statesOf(procedure).flatMap((node) => metaOf(node).owner ?? []))
  return [...new Set(owners)].map((department) => ({ department, roles: rolesOf(department), people: several[department] ?? 1 }))
}

export type Lack = { department: Department; missing: number }
/** Where people are still missing, given how many there are in each role. */
export const lacking = (needs: Need[], people: Partial<Record<Role, number>>): Lack[] =>
  needs
    .map(({ department, roles, people: wanted }) => ({
      department,
      missing: wanted - roles.reduce((sum, role) => sum + (people[role] ?? 0), 0),
    }))
    .filter(({ missing }) => missing > 0)
