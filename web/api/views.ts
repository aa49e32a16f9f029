// The views of the worklist that the reader has saved.
import { queryOptions } from '@tanstack/react-query'
import { get, newKey, type Page, post } from './client.ts'

/** `search` is what stands behind the question mark of the page's address; `columns` are those shown beside the case. */
export type SavedView = { id: string; name: string; search: string; columns: string[] }
export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: async () => (await get<Page<SavedView>>('/api/views')).items,
  staleTime: 60_000,
})

export const saveView = (view: Omit<SavedView, 'id'>) => post<SavedView>('/api/views', view, { key: newKey() })
export const changeView = (id: string, patch: Partial<Omit<SavedView, 'id'>>) => post<SavedView>(`/api/views/${id}`, patch)
export const dropView = (id: string) => post<SavedView>(`/api/views/${id}/drop`)
