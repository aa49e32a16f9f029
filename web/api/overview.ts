// What managers ask for: figures of all procedures, and of the steps of one.
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Department } from '../../machines/departments.ts'
import type { Label } from '../../machines/label.ts'
import { get } from './client.ts'

/** Shanghai dates, both included. */
export type Dates = { from: string; until: string }
export type OverviewFilter = { procedure?: string; campus?: string } & Partial<Dates>
export type Load = { open: number; overdue: number }
export type ProcedureLoad = Load & { procedure: string; label: Label; opened: number; closed: number }
export type DepartmentLoad = Load & { department: Department; unclaimed: number }
export type PersonLoad = Load & { person: string; name: string }
export type Span = Dates & { opened: number; closed: number }
export type Overview = Dates & {
  today: string
  procedures: ProcedureLoad[]
  departments: DepartmentLoad[]
  people: PersonLoad[]
  trend: Span[]
}
/** `left` cases left the step within the period, `more` than are counted where it says so; stays in ms. */
export type StepFigures = Load & {
  path: string
  label: Label
  left: number
  leftLate: number
  more: boolean
  medianMs: number | null
  p90Ms: number | null
}
export type Steps = Dates & { procedure: string; mostStays: number; steps: StepFigures[] }

/** In ms: figures that are a minute old are fetched anew while somebody looks. */
const fresh = { staleTime: 10_000, refetchInterval: 60_000, placeholderData: keepPreviousData } as const
const key = 'overview'
export const overviewQuery = (filter: OverviewFilter) =>
  queryOptions({ queryKey: [key, filter], queryFn: () => get<Overview>('/api/overview', filter), ...fresh })
export const stepsQuery = (procedure: string, filter: Omit<OverviewFilter, 'procedure'>) =>
  queryOptions({
    queryKey: [key, 'steps', procedure, filter],
    queryFn: () => get<Steps>(`/api/overview/${procedure}`, filter),
    ...fresh,
    placeholderData: (before: Steps | undefined) => (before?.procedure === procedure ? before : undefined),
  })
