// Somebody at a keyboard who knows the API's page and nothing else: reads a case, fills the forms it offers, follows their addresses.
import type { FastifyInstance, InjectOptions } from 'fastify'
import type { Label } from '../../machines/label.ts'
import { type Answers, answersFor, type Lookup, type Schema } from '../machines/sample.ts'

export type Offer = { type: string; label: Label; href: string; payload: Schema }
export type CaseView = {
  id: string
  number: string
  procedure: string
  version: number
  open: boolean
  outcome?: string
  revision: number
  head: string
  due: string | null
  student: string | null
  studentName: string | null
  facts: any
  steps: { path: string; label: Label; clause: string; department: string; assignee: string | null; due: string | null; overdue: boolean }[]
  deadlines: { deadline: string; due: string; passedAt: string | null }[]
  offers: Offer[]
  acts: Offer[]
  blocked: { type: string; label: Label; reason: Label }[]
}
export type Reply = { status: number; headers: Record<string, unknown>; body: any; text: string }
type Headers = Record<string, string>
/** Makes answers of a form, some of which are given. */
export type Filling = (schema: Schema, lookup: Lookup) => Answers

export type Client = {
  username: string
  cookie: string
  get: (url: string, headers?: Headers) => Promise<Reply>
  post: (url: string, payload?: InjectOptions['payload'], headers?: Headers) => Promise<Reply>
  /** The case as this person sees it; throws where they may not. */
  show: (id: string) => Promise<CaseView>
  /** Plain answers to what is required, unless filled in another way. */
  fill: (schema: Schema, student: string | null, filling?: Filling) => Promise<Answers>
  store: () => Promise<string>
  /** Opens a case; what is not answered is filled in by the schema alone. */
  open: (procedure: string, answers?: Answers) => Promise<CaseView>
  /** Takes an offer of the case; throws where it is not offered or not accepted. */
  advance: (id: string, type: string, answers?: Answers) => Promise<CaseView>
  act: (id: string, type: string, answers?: Answers) => Promise<CaseView>
}

/** The form without what may be left out. */
const needed = (schema: Schema): Schema => ({
  ...schema,
  properties: Object.fromEntries(Object.entries(schema.properties ?? {}).filter(([name]) => schema.required?.includes(name))),
})

export function clientOf(app: FastifyInstance, username: string, cookie: string): Client {
  const ask = async (method: 'GET' | 'POST', url: string, payload?: InjectOptions['payload'], headers: Headers = {}): Promise<Reply> => {
    const { statusCode, headers: answered, payload: text } = await app.inject({ method, url, payload, headers: { cookie, ...headers } })
    return { status: statusCode, headers: answered, body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text, text }
  }
  const get: Client['get'] = (url, headers) => ask('GET', url, undefined, headers)
  const post: Client['post'] = (url, payload, headers) => ask('POST', url, payload, headers)
  const said = (what: string) => (reply: Reply) => {
    if (reply.status >= 300) throw new Error(`${username} ${what}: ${reply.status} ${reply.text}`)
    return reply.body
  }
  const show: Client['show'] = (id) => get(`/api/cases/${id}`).then(said(`reads ${id}`))
  const store = () => storeFile(post)
  const fill: Client['fill'] = async (schema, student, filling) => {
    const lookup = await lookupFor(get, store, filling ? schema : needed(schema), student)
    return (filling ?? answersFor)(schema, lookup)
  }
  const follow = async (view: CaseView, offers: Offer[], type: string, answers: Answers) => {
    const offer = offers.find((other) => other.type === type) ?? notOffered(username, view, type)
    const payload = await fill(given(offer.payload, answers), view.student)
    return post(offer.href, payload, { 'if-match': `"${view.revision}"` }).then(said(`says ${type} with ${JSON.stringify(payload)}`))
  }
  return {
    username,
    cookie,
    get,
    post,
    show,
    fill,
    store,
    open: async (procedure, answers = {}) => {
      const described = said('reads the procedures')(await get('/api/procedures')) as { name: string; opening: Schema }[]
      const { opening } = described.find(({ name }) => name === procedure)!
      return post(`/api/${procedure}`, await fill(given(opening, answers), null)).then(said(`opens ${procedure}`))
    },
    advance: async (id, type, answers = {}) => {
      const view = await show(id)
      return follow(view, view.offers, type, answers)
    },
    act: async (id, type, answers = {}) => {
      const view = await show(id)
      return follow(view, view.acts, type, answers)
    },
  }
}

const notOffered = (username: string, { steps, offers, acts, blocked }: CaseView, type: string): never => {
  const reason = blocked.find((other) => other.type === type)?.reason.en
  const here = steps.map(({ path }) => path).join(', ')
  throw new Error(`${username} is not offered ${type} in ${here}: ${reason ?? [...offers, ...acts].map((o) => o.type).join(', ')}`)
}

/** The form with these answers fixed. */
export const given = (schema: Schema, answers: Answers): Schema => ({
  ...schema,
  properties: {
    ...schema.properties,
    ...Object.fromEntries(Object.entries(answers).map(([name, value]) => [name, { ...schema.properties?.[name], const: value }])),
  },
  required: [...(schema.required ?? []), ...Object.keys(answers)],
})

const boundary = '----a-file'
const file = Buffer.from('扫描件')
async function storeFile(post: Client['post']): Promise<string> {
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="扫描件.pdf"\r\nContent-Type: application/pdf\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)])
  const { status, body } = await post('/api/attachments', payload, { 'content-type': `multipart/form-data; boundary=${boundary}` })
  if (status !== 201) throw new Error(`a file is not stored: ${JSON.stringify(body)}`)
  return body.id
}

/** The formats for which this form leaves the choice of a record to us. */
const asked = (schema: Schema): string[] => [
  ...(schema.format && schema.const === undefined && !schema.enum ? [schema.format] : []),
  ...Object.values(schema.properties ?? {}).flatMap(asked),
  ...(schema.items && schema.const === undefined ? asked(schema.items) : []),
]

const lists: Record<string, string> = { student: '/api/students', enrolment: '/api/enrolments', user: '/api/users', case: '/api/cases' }

/** Looks up what the form asks for, as its page would: ids of records, and files by storing one. */
async function lookupFor(get: Client['get'], store: () => Promise<string>, schema: Schema, student: string | null): Promise<Lookup> {
  const found = new Map<string, { id: string; student?: string }[]>()
  for (const format of new Set(asked(schema))) {
    if (lists[format]) found.set(format, (await get(`${lists[format]}?limit=200`)).body.items)
    else if (format === 'attachment') found.set(format, [{ id: await store() }, { id: await store() }])
  }
  const ids = (format: string) => (found.get(format) ?? []).map(({ id }) => id)
  return (format, answered) => {
    if (format !== 'enrolment') return ids(format)
    const whose = answered.student ?? student
    return (found.get('enrolment') ?? []).filter((e) => e.student === whose).map(({ id }) => id)
  }
}
