// Whom an institution needs so that no case waits for somebody who is not there.
import { expect, it } from 'vitest'
import { roleNames, roles, rolesOf, staff, worksOn } from '../../machines/departments.ts'
import { procedures } from '../../machines/procedures.ts'
import { lacking, needed } from '../../machines/staffing.ts'
import { metaOf, statesOf } from '../../machines/states.ts'
import { withdrawal } from '../../machines/withdrawal.ts'

it('somebody is needed in every department that a step waits for, and two in finance', () => {
  const needs = needed({ withdrawal })
  expect(needs.map(({ department, people }) => [department, people])).toEqual([
    ['customer-service', 1],
    ['finance', 2],
    ['management', 1],
    ['teaching', 1],
  ])
  expect(needed(procedures).map(({ department }) => department)).toContain('student-representative')
})

it('counts for a department who can do all its steps: the front desk alone would leave a withdrawal standing', () => {
  const needs = needed(procedures)
  expect(
    lacking(needs, { 'front-desk': 1, finance: 1, management: 3, administration: 1, 'student-representative': 1, auditor: 2 }),
  ).toEqual([
    { department: 'customer-service', roles: ['customer-service'], missing: 1 },
    { department: 'finance', roles: ['finance'], missing: 1 },
    { department: 'teaching', roles: ['teaching'], missing: 1 },
  ])
})

it('needs nobody more where all are there', () => {
  const needs = needed({ withdrawal })
  expect(lacking(needs, { 'customer-service': 1, finance: 2, management: 1, teaching: 1 })).toEqual([])
})

it('whose work a procedure is agrees with who may do something at the steps of their department', () => {
  const working = roleNames.filter((role) => rolesOf(roles[role].department).includes(role))
  for (const [name, procedure] of Object.entries(procedures)) {
    const owners = statesOf(procedure).flatMap((node) => metaOf(node).owner ?? [])
    const anybodys = (by: readonly string[]) => staff.every((role) => by.includes(role))
    const events = Object.entries(procedure.events).filter(
      ([type, { by }]) => !procedure.machine.root.transitions.has(type) && !anybodys(by),
    )
    for (const role of working.filter((one) => owners.includes(roles[one].department)))
      expect([name, role, worksOn(role, name)]).toEqual([name, role, events.some(([, { by }]) => by.includes(role))])
  }
})
