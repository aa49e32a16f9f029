// Procedures as they describe themselves, their drawings, and the clauses of the regulations.
import { queryOptions } from '@tanstack/react-query'
import type { ActName } from '../../machines/acts.ts'
import type { Clause } from '../../machines/clauses.ts'
import type { Label, Locale } from '../../machines/label.ts'
import type { FormSchema } from '../../machines/narrowing.ts'
import type { Published } from '../../machines/published.ts'
import { get } from './client.ts'

/** What is done to a case without moving it: the same for every procedure. */
export type Acts = Record<ActName, { label: Label; payload: FormSchema }>
export type Described = Omit<Published, 'opening' | 'events'> & {
  opening: FormSchema
  events: Record<string, Omit<Published['events'][string], 'payload'> & { payload: FormSchema }>
}

const forGood = { staleTime: Number.POSITIVE_INFINITY }
export const proceduresQuery = queryOptions({ queryKey: ['procedures'], queryFn: () => get<Described[]>('/api/procedures'), ...forGood })

/** What most pages need of them: a hundredth of all they say about themselves. */
export type Named = Pick<Described, 'name' | 'version' | 'label' | 'openedBy'> & {
  first: Pick<Described['states'][number], 'label' | 'clause' | 'owner'>
}
export const procedureNamesQuery = queryOptions({
  queryKey: ['procedures', 'names'],
  queryFn: () => get<Named[]>('/api/procedures/names'),
  ...forGood,
})

/** `name@version`: what a case is pinned to. */
export const pinned = ({ procedure, version }: { procedure: string; version: number }) => `${procedure}@${version}`
/** The same of a procedure itself. */
export const referenceOf = ({ name, version }: { name: string; version: number }) => pinned({ procedure: name, version })
export const procedureQuery = (id: string) =>
  queryOptions({ queryKey: ['procedures', id], queryFn: () => get<Described>(`/api/procedures/${id}`), ...forGood })
export const actsQuery = queryOptions({ queryKey: ['acts'], queryFn: () => get<Acts>('/api/acts'), ...forGood })
/** A procedure with what else its cases' histories hold. */
export type WithActs = Described & { acts: Acts }
export const withActsQuery = (id: string) =>
  queryOptions({
    queryKey: ['procedures', id, 'with acts'],
    queryFn: async ({ client }): Promise<WithActs> => {
      const [procedure, acts] = await Promise.all([client.ensureQueryData(procedureQuery(id)), client.ensureQueryData(actsQuery)])
      return { ...procedure, acts }
    },
    ...forGood,
  })

type Point = { x: number; y: number }
type Lines = Record<Locale, string[]>
export type DrawnNode = {
  path: string
  kind: 'atomic' | 'compound' | 'parallel' | 'final' | 'initial' | 'any'
  x: number
  y: number
  width: number
  height: number
  parent?: string
  after?: string
  lines: Lines
}
export type DrawnEdge = {
  from: string
  to: string
  events: { event: string; label: Label; guard?: string; deadline?: string }[]
  points: Point[]
  labelX: number
  labelY: number
  labelWidth: number
  labelHeight: number
  lines: Lines
}
export type Drawing = { width: number; height: number; nodes: DrawnNode[]; edges: DrawnEdge[] }
export const drawingQuery = (id: string) =>
  queryOptions({ queryKey: ['procedures', id, 'drawing'], queryFn: () => get<Drawing>(`/api/procedures/${id}/drawing`), ...forGood })

/** `carriedOut` are the states that cite it. */
export type ClauseInForce = Clause & { carriedOut: { procedure: string; state: string; label: Label }[] }
export const clausesQuery = queryOptions({ queryKey: ['clauses'], queryFn: () => get<ClauseInForce[]>('/api/clauses'), ...forGood })
