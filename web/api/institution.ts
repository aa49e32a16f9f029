// The institution's own records: settings, campuses, and students and enrolments entered by hand.
import { queryOptions } from '@tanstack/react-query'
import type { Label } from '../../machines/label.ts'
import type { FormSchema } from '../../machines/narrowing.ts'
import type { Settings } from '../../machines/settings.ts'
import type { Explained } from '../../machines/settings-explained.ts'
import type { Facts } from './cases.ts'
import { get, type Page, post } from './client.ts'

export type Campus = { id: string; name: Label }
export const campusesQuery = queryOptions({
  queryKey: ['campuses'],
  queryFn: async () => (await get<Page<Campus>>('/api/campuses')).items,
  staleTime: 60_000,
})

/** The settings in force, the form they are changed with, and where each of them is felt. */
export type SettingsNow = { settings: Settings; form: FormSchema; explained: Explained[] }
export const settingsQuery = queryOptions({
  queryKey: ['settings'],
  queryFn: () => get<SettingsNow>('/api/settings'),
})
export const changeSettings = (answers: Facts, key: string) => post<Settings>('/api/settings', answers, { key })

export type Entered = 'campus' | 'student' | 'enrolment'
export const entryFormsQuery = queryOptions({
  queryKey: ['institution', 'forms'],
  queryFn: () => get<Record<Entered | 'person', FormSchema>>('/api/institution/forms'),
  staleTime: Number.POSITIVE_INFINITY,
})
/** The columns of a table of people. */
export const rowFormQuery = queryOptions({ ...entryFormsQuery, select: ({ person }) => person })
const places: Record<Entered, string> = { campus: '/api/campuses', student: '/api/students', enrolment: '/api/enrolments' }
export const enter = (what: Entered, answers: Facts, key: string) => post<{ id: string }>(places[what], answers, { key })
