// Whom an institution needs, read from its procedures: somebody in every department that a step waits for.
import { type Department, type Role, rolesOf, worksOn } from './departments.ts'
import type { Procedure } from './procedure.ts'
import { metaOf, statesOf } from './states.ts'

/** One person of finance makes up a settlement, another one confirms it; nobody who handled a case approves it. */
const several: Partial<Record<Department, number>> = { finance: 2 }

export type Need = { department: Department; roles: readonly Role[]; people: number }
/** What the procedures ask for, department by department, in the order in which their steps come: people who can do all its steps. */
export const needed = (procedures: Record<string, Procedure>): Need[] => {
  const owned = Object.entries(procedures).flatMap(([name, procedure]) =>
    statesOf(procedure).flatMap((node) => {
      const { owner } = metaOf(node)
      return owner ? [{ department: owner, name }] : []
    }),
  )
  const rolesFor = (department: Department) =>
    rolesOf(department).filter((role) => owned.every((one) => one.department !== department || worksOn(role, one.name)))
  return [...new Set(owned.map(({ department }) => department))].map((department) => ({
    department,
    roles: rolesFor(department),
    people: several[department] ?? 1,
  }))
}

/** `roles`: any of them would do. */
export type Lack = { department: Department; roles: readonly Role[]; missing: number }
/** Where people are still missing, given how many there are in each role. */
export const lacking = (needs: Need[], people: Partial<Record<Role, number>>): Lack[] =>
  needs
    .map(({ department, roles, people: wanted }) => ({
      department,
      roles,
      missing: wanted - roles.reduce((sum, role) => sum + (people[role] ?? 0), 0),
    }))
    .filter(({ missing }) => missing > 0)
