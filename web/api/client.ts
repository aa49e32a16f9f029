// Speaks HTTP with the server: JSON in and out, refusals as problems with words for the reader.
import { v4 as uuid } from 'uuid'

export type FieldError = { path: string; message: string }
type ProblemDocument = { status: number; code: string; title: string; detail: string; errors?: FieldError[] }

/** A refusal (RFC 9457) or, with status 0 and code `network`, no answer at all. `detail` is in the reader's language. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly errors: FieldError[]
  constructor({ status, code, detail, title, errors = [] }: ProblemDocument) {
    super(detail || title)
    this.status = status
    this.code = code
    this.errors = errors
  }
}

/** Why something went wrong, in words; anything that is no problem is a bug and says so by its own message. */
export const isProblem = (error: unknown): error is Problem => error instanceof Problem

/** Nothing was answered, as without a connection. */
export const noAnswer = () => new Problem({ status: 0, code: 'network', title: '', detail: '' })
const language = () => document.documentElement.lang || 'zh-CN'

async function problemOf(response: Response): Promise<Problem> {
  const document = await response.json().catch(() => ({}))
  return new Problem({ title: response.statusText, detail: '', code: 'unknown', ...document, status: response.status })
}

async function send(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = { 'accept-language': language(), ...init.headers }
  const response = await fetch(path, { ...init, headers }).catch(() => Promise.reject(noAnswer()))
  if (!response.ok) throw await problemOf(response)
  return response
}

const bodyOf = async <T>(response: Response): Promise<T> => (response.status === 204 ? undefined : response.json()) as Promise<T>

type Query = Record<string, string | number | boolean | undefined>
const search = (query: Query) => {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '')
  return given.length ? `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}` : ''
}

/** To ask takes a telephone some milliseconds, and a page asks ten things at once: each in a turn of its own, so that it answers its reader in between. */
const ownTurn = () => new Promise<void>((begin) => setTimeout(begin))

export async function get<T>(path: string, query: Query = {}): Promise<T> {
  await ownTurn()
  return bodyOf(await send(path + search(query)))
}

/** `revision` is the case as its reader knew it; `key` makes a repeated sending harmless. */
export type Sending = { revision?: number | string; key?: string }
export const post = async <T>(path: string, body: unknown = {}, { revision, key }: Sending = {}): Promise<T> => {
  const etag = typeof revision === 'number' ? `"${revision}"` : revision
  const headers = { 'content-type': 'application/json', ...(etag && { 'if-match': etag }), ...(key && { 'idempotency-key': key }) }
  return bodyOf(await send(path, { method: 'POST', headers, body: JSON.stringify(body) }))
}

export const upload = async <T>(path: string, file: Blob): Promise<T> => {
  const body = new FormData()
  body.append('file', file)
  return bodyOf(await send(path, { method: 'POST', body }))
}

export const newKey = () => uuid()

export type Page<T> = { items: T[]; next: string | null }
const most = 20

/** Every page of a short list: people, one student's enrolments. */
export async function getAll<T>(path: string, query: Query = {}): Promise<T[]> {
  const items: T[] = []
  let cursor: string | undefined
  for (let n = 0; n < most; n++) {
    const page: Page<T> = await get<Page<T>>(path, { ...query, limit: 100, cursor })
    items.push(...page.items)
    if (!page.next) break
    cursor = page.next
  }
  return items
}
