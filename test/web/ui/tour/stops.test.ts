// The tour is short, and shows everybody what is theirs.
import { expect, it } from 'vitest'
import { type Role, roleNames } from '../../../../machines/departments.ts'
import { tourZhCN } from '../../../../web/locales/tour/zh-CN.ts'
import { stopsFor } from '../../../../web/ui/tour/stops.ts'

const names = (role: Role, opens: boolean, begins = role === 'admin') => stopsFor(role, { opens, begins }).map(({ name }) => name)

it.each(roleNames.flatMap((role) => [true, false].map((opens) => [role, opens] as const)))(
  'for %s has three to six stops, opening cases or not: %s',
  (role, opens) => {
    const stops = names(role, opens)
    expect(stops.length).toBeGreaterThanOrEqual(3)
    expect(stops.length).toBeLessThanOrEqual(6)
    expect(new Set(stops).size).toBe(stops.length)
    expect(stops.at(-1)).toBe('menu')
  },
)

it('shows managers their approvals first, auditors the replay, the administrator where to begin', () => {
  expect(names('management', true)[0]).toBe('approvals')
  expect(names('auditor', false)).toContain('replay')
  expect(names('admin', false)[0]).toBe('firstSteps')
})

it('shows how to open a case to those only who may', () => {
  expect(names('front-desk', true)).toContain('open')
  expect(names('student-representative', false)).not.toContain('open')
})

it('speaks of the first steps only while they are shown', () => {
  expect(names('admin', false, false)).not.toContain('firstSteps')
})

it('comes past everything there are words for', () => {
  const shown = new Set(roleNames.flatMap((role) => names(role, true)))
  expect([...shown].toSorted()).toEqual(Object.keys(tourZhCN.stop).toSorted())
})
