// What bad input gets, at every address the API's own document lists: a problem document, in the promised order, and nothing changed.
import type { LightMyRequestResponse } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { refusals } from '../../server/refusals.ts'
import type { Schema } from '../machines/sample.ts'
import { type Institution, institution } from './app.ts'
import { contentsOf } from './contents.ts'
import {
  type Asked,
  addressOf,
  bodyOf,
  documentOf,
  isUpload,
  json,
  type Operation,
  operationsOf,
  request,
  send,
  takes,
} from './operations.ts'

let house: Institution
let operations: Operation[]
beforeAll(async () => {
  house = await institution()
  operations = operationsOf(await documentOf(house.app))
  return house.close
})
const posts = () => operations.filter(({ method }) => method === 'POST')
const withBody = () => posts().filter(({ body }) => body)
const sound = (operation: Operation) => request(operation, house.as('front-desk').cookie)

type Code = keyof typeof refusals
type Errors = { path: string; message: string }[]
const han = /\p{Script=Han}/u
let asked = 0

/** What is wrong with a refusal; every other one is asked for in English. */
async function faults(operation: Operation, changed: Asked, code: Code, path?: string, errors?: number): Promise<string[]> {
  const english = asked++ % 2 === 1
  const reply = await send(house.app, {
    ...changed,
    headers: { ...changed.headers, 'accept-language': english ? 'en-GB,zh;q=0.5' : 'zh-CN' },
  })
  const where = `${changed.method} ${changed.url} ${String(changed.payload ?? '').slice(0, 80)}`
  return [...misfit(reply, code, english), ...pointing(reply, code, path, errors)].map(
    (fault) => `${operation.operationId}: ${fault} – ${where}`,
  )
}

function misfit(reply: LightMyRequestResponse, code: Code, english: boolean): string[] {
  const [status] = refusals[code]
  if (reply.statusCode !== status) return [`${reply.statusCode} instead of ${status} ${code}: ${reply.body.slice(0, 300)}`]
  const { errors, ...problem } = reply.json()
  const told = [problem.title, problem.detail, ...(errors ?? []).map(({ message }: Errors[number]) => message)]
  return [
    reply.headers['content-type'] === 'application/problem+json; charset=utf-8' ? [] : `media type ${reply.headers['content-type']}`,
    Object.keys(problem).join() === 'type,title,status,code,detail' ? [] : `keys ${Object.keys(problem)}`,
    problem.code === code && problem.status === status && problem.type.endsWith(code) ? [] : `says ${JSON.stringify(problem)}`,
    told.every((text) => text && han.test(text) !== english) ? [] : `not in ${english ? 'English' : 'Chinese'}: ${told}`,
  ].flat()
}

const pointer = /^(\/([^~/]|~[01])*)*$/
/** A fault that the form has nothing to do with is told alone, and in its own words. */
function pointing(reply: LightMyRequestResponse, code: Code, path: string | undefined, alone?: number): string[] {
  if (code !== 'invalid' || reply.statusCode !== 400) return []
  const { errors, title, detail }: { errors?: Errors; title: string; detail: string } = reply.json()
  if (!errors?.length || !errors.every((e) => pointer.test(e.path))) return [`no pointers: ${JSON.stringify(errors)}`]
  if (alone && (errors.length !== alone || detail === title)) return [`the form is told, not the fault: ${JSON.stringify(errors)}`]
  return path === undefined || errors.some((e) => e.path === path) ? [] : [`points at ${errors.map((e) => e.path)} instead of ${path}`]
}

/** Every fault of every operation; the database holds the same before and after. */
async function allFaults<T>(among: Operation[], each: (operation: Operation) => Promise<string[]>[]): Promise<T | string[]> {
  const before = await contentsOf(house)
  const found: string[] = []
  for (const operation of among) for (const wait of each(operation)) found.push(...(await wait))
  if ((await contentsOf(house)) !== before) found.push('something was changed')
  expect(among.length).toBeGreaterThan(0)
  return found
}

/** Bodies that another reader might understand differently, or not at all; and the place of the fault. */
const unreadable: [string, string | Buffer, string][] = [
  ['not JSON', '{"a":', ''],
  ['JSON and more', '{} {}', ''],
  ['a byte order mark', '\ufeff{}', ''],
  ['not UTF-8', Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]), ''],
  ['overlong UTF-8', Buffer.from([0x22, 0xc0, 0xaf, 0x22]), ''],
  ['a NUL', '{"a":"\\u0000"}', '/a'],
  ['a NUL in a key', '{"\\u0000":1}', ''],
  ['a lone surrogate', '{"a":["\\ud800"]}', '/a/0'],
  ['a lone surrogate in a key', '{"a/b":{"\\udc00":1}}', '/a~1b'],
  ['2^53', '{"a":9007199254740992}', '/a'],
  ['a negative number too large', '{"a":-9007199254740993}', '/a'],
  ['no finite number', '{"a":1e999}', '/a'],
  ['__proto__', '{"__proto__":{"a":1}}', ''],
  ['__proto__ deep inside', '{"a":[{"__proto__":null}]}', '/a/0'],
  ['constructor', '{"constructor":{"prototype":{}}}', ''],
  ['two names that are one when composed', '{"\\u00e9":1,"e\\u0301":2}', ''],
]
const otherShapes: [string, string][] = [
  ['nothing', ''],
  ['a thousand brackets', `${'['.repeat(1000)}${']'.repeat(1000)}`],
  ['a list', '[]'],
  ['a text', '"text"'],
  ['a number', '7'],
]

/** Bodies that are one step away from the form: the answer changed, and the place of the fault. */
function* misfits(schema: Schema, body: Record<string, unknown>): Generator<[Record<string, unknown>, string]> {
  for (const name of schema.required ?? []) {
    const { [name]: _, ...rest } = body
    yield [rest, `/${name}`]
  }
  yield [{ ...body, 'no/such~field': 1 }, '/no~1such~0field']
  for (const [name, field] of Object.entries(schema.properties ?? {}))
    for (const value of unfit(field)) yield [{ ...body, [name]: value }, `/${name}`]
}
function unfit(field: Schema): unknown[] {
  const { type, format, minimum, maximum, maxLength, pattern } = field
  const wrongType = type === 'string' ? [7, true, ['a'], { a: 1 }] : type === undefined ? [{ 'no-such': true }] : ['text', { a: 1 }]
  return [
    ...wrongType,
    ...(field.enum ? ['no-such-choice'] : []),
    ...(type === 'integer' ? [1.5] : []),
    ...(minimum === undefined ? [] : [minimum - 1]),
    ...(maximum === undefined ? [] : [maximum + 1]),
    ...(maxLength === undefined ? [] : ['x'.repeat(maxLength + 1)]),
    ...(pattern === '\\S' ? [' \n '] : []),
    ...(format === 'date' ? ['2026-02-30', '9 March 2026'] : []),
    ...(format === 'date-time' ? ['2026-03-09', '2026-03-09T25:00:00Z'] : []),
    ...(format === 'user' || format === 'student' ? ["'; --"] : []),
  ]
}

const withJson = (operation: Operation, payload: string | Buffer): Asked => ({
  ...sound(operation),
  payload,
  headers: { ...sound(operation).headers, ...json },
})
const tooLarge = Buffer.alloc(1024 * 1024 + 1, 'x')

describe('bad input', () => {
  it('at an address nobody ever heard of is 404, by every method', async () => {
    const urls = [
      '/api',
      '/api/',
      '/api/no-such',
      '/api/withdrawal@1/x/no.such',
      '/api/withdrawal@1/x/enrolment.ended',
      '/api/withdrawal@2/x/case.voided',
      '/api/cases/x/acts/no',
      '/api/cases/%ff',
      '/api/Session',
    ]
    const { cookie } = house.as('admin')
    const each = urls.flatMap((url) => ['GET', 'POST', 'PUT', 'DELETE'].map((method) => ({ method, url, headers: { cookie } })))
    const found = await Promise.all(each.map((one) => faults(operations[0]!, one, 'no-such-url')))
    expect(found.flat()).toEqual([])
  })

  it('by a method the address does not take is 405, and says which it takes', async () => {
    const all = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND']
    const known = Map.groupBy(operations, ({ path }) => path)
    const found = await allFaults(operations, (operation) => {
      const taken = known.get(operation.path)!.map(({ method }) => method as string)
      return all
        .filter((method) => !taken.includes(method))
        .map((method) => faults(operation, { method, url: addressOf(operation), headers: {} }, 'no-such-method'))
    })
    expect(found).toEqual([])
    const { headers } = await send(house.app, { method: 'PUT', url: '/api/users', headers: {} })
    expect(headers.allow).toBe('GET, HEAD, POST')
  })

  it('without a session, with somebody else’s idea of one, or after it ended is 401', async () => {
    const found = await allFaults(
      operations.filter(({ open }) => !open),
      (operation) =>
        [undefined, 'anjuan.session_token=no.such', 'anjuan.session_token=%%%', 'other=1'].map((cookie) => {
          const { cookie: _, ...headers } = sound(operation).headers
          return faults(operation, { ...sound(operation), headers: cookie ? { ...headers, cookie } : headers }, 'not-signed-in')
        }),
    )
    expect(found).toEqual([])
    expect(
      operations
        .filter(({ open }) => open)
        .map(({ path }) => path)
        .toSorted(),
    ).toEqual(['/api/auth/sign-in/username', '/api/auth/sign-out', '/api/health', '/api/setup', '/api/setup'])
  })

  it('from a page of another site is 403', async () => {
    const found = await allFaults(posts(), (operation) =>
      ['https://evil.example', 'null', 'http://localhost:81', 'nonsense'].map((origin) =>
        faults(operation, { ...sound(operation), headers: { ...sound(operation).headers, origin } }, 'foreign-origin'),
      ),
    )
    expect(found).toEqual([])
  })

  it('of another media type is 415', async () => {
    const found = await allFaults(posts(), (operation) =>
      [
        'text/plain',
        'application/x-www-form-urlencoded',
        'application/jsonp',
        'text/json',
        isUpload(operation) ? 'application/json' : 'multipart/form-data; boundary=b',
      ].map((type) =>
        faults(
          operation,
          { ...sound(operation), payload: '{}', headers: { ...sound(operation).headers, 'content-type': type } },
          'media-type',
        ),
      ),
    )
    expect(found).toEqual([])
  })

  it('of more than a mebibyte of JSON is 413', async () => {
    const found = await allFaults(withBody(), (operation) => [
      faults(operation, { ...sound(operation), payload: tooLarge, headers: { ...sound(operation).headers, ...json } }, 'too-large'),
    ])
    expect(found).toEqual([])
  })

  it.each(unreadable)('that is or holds %s is 400, whatever the form asks for', async (_, payload, path) => {
    const found = await allFaults(withBody(), (operation) => [faults(operation, withJson(operation, payload), 'invalid', path, 1)])
    expect(found).toEqual([])
  })

  it.each(otherShapes)('that is %s is 400', async (name, payload) => {
    const found = await allFaults(
      withBody().filter(({ body }) => name !== 'nothing' || body!.type === 'object'),
      (operation) => [faults(operation, withJson(operation, payload), 'invalid')],
    )
    expect(found).toEqual([])
  })

  it('with an If-Match or Idempotency-Key that is none is 400', async () => {
    const bad = {
      'if-match': ['3', 'W/"3"', '*', '"x"', '"1", "2"', '"-1"', ''],
      'idempotency-key': ['two words', 'ключ', 'x'.repeat(201), ''],
    }
    const found = await allFaults(posts(), (operation) =>
      Object.entries(bad)
        .filter(([name]) => takes(operation, name))
        .flatMap(([name, values]) =>
          values.map((value) =>
            faults(operation, { ...sound(operation), headers: { ...sound(operation).headers, [name]: value } }, 'invalid', `/${name}`),
          ),
        ),
    )
    expect(found).toEqual([])
  })

  it('that lacks a required field, has one too many or an answer of the wrong kind is 400 and points at it', async () => {
    const found = await allFaults(withBody(), (operation) => {
      const { body = {} } = operation
      return [...misfits(body, bodyOf(operation)!)].map(([answers, path]) =>
        faults(operation, { ...sound(operation), payload: JSON.stringify(answers) }, 'invalid', path),
      )
    })
    expect(found).toEqual([])
  })

  it('in a query is 400', async () => {
    const found = await allFaults(
      operations.filter(({ parameters }) => parameters.some((p) => p.in === 'query')),
      (operation) => {
        const known = operation.parameters.filter((p) => p.in === 'query').map(({ name }) => name)
        const queries = [
          'no-such=1',
          'limit=x',
          'limit=-1',
          'limit=1&limit=2',
          'cursor=%00',
          'cursor=bm90aGluZw',
          `cursor=${'x'.repeat(401)}`,
        ]
        const more = known.filter((name) => ['overdue', 'open', 'unread', 'active', 'role'].includes(name)).map((name) => `${name}=perhaps`)
        return [...queries, ...more].map((query) =>
          faults(operation, { ...sound(operation), url: `${addressOf(operation)}?${query}` }, 'invalid'),
        )
      },
    )
    expect(found).toEqual([])
  })

  it('of any kind in an address is never an error of ours', async () => {
    const { cookie } = house.as('management')
    const texts = [
      '%00',
      '%ED%A0%80',
      '%F0%9F%98%80',
      "'%20or%201=1--",
      '%25_%5C',
      '..%2F..%2Fetc',
      '__proto__',
      'x'.repeat(199),
      '{}',
      '%E5%AD%A6%E5%91%98',
    ]
    const urls = operations
      .filter(({ method }) => method === 'GET')
      .flatMap((operation) => [
        ...texts.filter(() => operation.path.includes('{')).map((text) => operation.path.replace(/\{\w+\}/, text)),
        ...operation.parameters
          .filter((p) => p.in === 'query')
          .flatMap(({ name }) => texts.map((text) => `${addressOf(operation)}?${name}=${text}`)),
      ])
    const replies = await Promise.all(
      urls.map(async (url) => [url, (await send(house.app, { method: 'GET', url, headers: { cookie } })).statusCode] as const),
    )
    expect(replies.filter(([, status]) => status >= 500)).toEqual([])
    expect(urls.length).toBeGreaterThan(100)
  })

  it('without the revision it stands on is 428', async () => {
    const found = await allFaults(
      operations.filter((operation) => takes(operation, 'if-match')),
      (operation) => {
        const { 'if-match': _, ...headers } = sound(operation).headers
        return [faults(operation, { ...sound(operation), headers }, 'revision-required')]
      },
    )
    expect(found).toEqual([])
  })

  it('about a record that does not exist is 404', async () => {
    const found = await allFaults(
      operations.filter(({ path }) => path.includes('{')),
      (operation) => [faults(operation, sound(operation), 'not-found')],
    )
    expect(found).toEqual([])
  })
})

type Stage = [Code, (asked: Asked) => Asked]
const header = (name: string, value: string) => (asked: Asked) => ({ ...asked, headers: { ...asked.headers, [name]: value } })
const without = (name: string) => (asked: Asked) => ({
  ...asked,
  headers: Object.fromEntries(Object.entries(asked.headers).filter(([key]) => key !== name)),
})

/** The faults a request can have, those first that are found first. */
const stages = (operation: Operation): Stage[] => [
  ['foreign-origin', header('origin', 'https://evil.example')],
  ['no-such-url', (asked) => ({ ...asked, url: '/api/no/such/address' })],
  ...(operation.open ? [] : ([['not-signed-in', without('cookie')]] as Stage[])),
  ['media-type', header('content-type', 'text/plain')],
  ...(isUpload(operation) ? [] : ([['too-large', (asked) => ({ ...asked, payload: tooLarge })]] as Stage[])),
  ['invalid', (asked) => ({ ...asked, payload: '{"a":' })],
  ...(takes(operation, 'if-match') ? ([['revision-required', without('if-match')]] as Stage[]) : []),
  ...(operation.path.includes('{') ? ([['not-found', (asked) => asked]] as Stage[]) : []),
]
const applied = (faulty: Stage[], asked: Asked) => faulty.toReversed().reduce((all, [, apply]) => apply(all), asked)

describe('of two faults', () => {
  it('the one that comes first in the promised order is told', async () => {
    const found = await allFaults(posts(), (operation) => {
      const order = stages(operation)
      return order.flatMap((first, index) =>
        order.slice(index + 1).map((second) => faults(operation, applied([first, second], sound(operation)), first[0])),
      )
    })
    expect(found).toEqual([])
  }, 60_000)
})
