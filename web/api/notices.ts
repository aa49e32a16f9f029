// What the reader and their department were told.
import { infiniteQueryOptions } from '@tanstack/react-query'
import type { Label } from '../../machines/label.ts'
import { get, type Page, post } from './client.ts'
import { unlessTold } from './stream.ts'

export type Notice = {
  id: string
  case: string
  number: string
  notice: string
  label: Label
  createdAt: string
  toMe: boolean
  read: boolean
}
export const noticesQuery = infiniteQueryOptions({
  queryKey: ['notices'],
  queryFn: ({ pageParam }) => get<Page<Notice>>('/api/notices', { limit: 50, cursor: pageParam }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page) => page.next ?? undefined,
  refetchInterval: unlessTold,
  refetchOnMount: 'always',
})
export const readNotice = (id: string) => post(`/api/notices/${id}/read`)
