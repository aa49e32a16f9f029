// Whom an institution needs so that no case waits for somebody who is not there.
import { expect, it } from 'vitest'
import { procedures } from '../../machines/procedures.ts'
import { lacking, needed } from '../../machines/staffing.ts'
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

it('whoever holds any role of the department counts for it', () => {
  const needs = needed({ withdrawal })
  expect(lacking(needs, { 'front-desk': 1, finance: 1, management: 3, auditor: 2 })).toEqual([
    { department: 'finance', missing: 1 },
    { department: 'teaching', missing: 1 },
  ])
  expect(lacking(needs, { 'customer-service': 1, finance: 2, management: 1, teaching: 1 })).toEqual([])
})
