// The addresses of the API as its own document lists them, and requests to each that lack nothing but a record that exists.
import type { FastifyInstance, InjectOptions } from 'fastify'
import { type Answers, answersFor, type Schema as Form, variantsFor } from '../machines/sample.ts'

type Schema = Form & { minProperties?: number }
export type Parameter = { name: string; in: 'path' | 'query' | 'header'; required?: boolean; schema: Schema }
type Described = {
  operationId: string
  summary: string
  tags: string[]
  parameters?: Parameter[]
  security?: object[]
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>
}
export type Document = {
  openapi: string
  info: { title: string; version: string }
  paths: Record<string, Record<string, Described>>
  components: { securitySchemes: Record<string, object> }
  security: Record<string, unknown>[]
}
export type Operation = Described & {
  method: 'GET' | 'POST'
  path: string
  /** No session is needed. */
  open: boolean
  parameters: Parameter[]
  /** The JSON body it takes, if any. */
  body: Schema | undefined
}

export const documentOf = async (app: FastifyInstance): Promise<Document> => (await app.inject('/api/openapi.json')).json()

export const operationsOf = ({ paths }: Document): Operation[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      ...described,
      method: method.toUpperCase() as Operation['method'],
      path,
      open: described.security?.length === 0,
      parameters: described.parameters ?? [],
      body: described.requestBody?.content['application/json']?.schema,
    })),
  )

/** The answer of the others has no end. */
export const ends = ({ responses }: Operation) => !responses[200]?.content?.['text/event-stream']
export const takes = ({ parameters }: Operation, header: string) => parameters.some(({ name }) => name === header)
export const isUpload = ({ requestBody }: Operation) => Boolean(requestBody?.content['multipart/form-data'])

export type Asked = { method: string; url: string; headers: Record<string, string>; payload?: string | Buffer }
const nobody = () => ['no-such-record']
/** Every path parameter names what does not exist. */
export const addressOf = ({ path }: Operation) => path.replace('{reference}', 'withdrawal@9').replaceAll(/\{\w+\}/g, 'no-such-record')
export const bodyOf = ({ body }: Operation) => (body ? fitted(body, { ...something(body), ...answersFor(body, nobody) }) : undefined)
/** A form of optional fields alone may still ask for one of them. */
const something = (body: Schema) =>
  body.minProperties ? Object.fromEntries(Object.entries(variantsFor(body, nobody)[1]!).slice(0, 1)) : {}

const texts = ['east', 'S20260001', 'PZ-2026-0001', '已与学员沟通']
/** Texts that their patterns allow. */
const fitted = ({ properties = {} }: Schema, answers: Answers): Answers =>
  Object.fromEntries(
    Object.entries(answers).map(([name, value]) => {
      const pattern = new RegExp(properties[name]?.pattern ?? '', 'u')
      return [name, typeof value !== 'string' || pattern.test(value) ? value : texts.find((text) => pattern.test(text))]
    }),
  )

/** A request well-formed in every way. */
export function request(operation: Operation, cookie: string): Asked {
  const { method } = operation
  const headers: Record<string, string> = { cookie, host: 'localhost' }
  if (takes(operation, 'if-match')) headers['if-match'] = '"1"'
  if (isUpload(operation)) return { method, url: addressOf(operation), headers: { ...headers, ...multipart }, payload: upload }
  const body = bodyOf(operation)
  return body
    ? { method, url: addressOf(operation), headers: { ...headers, ...json }, payload: JSON.stringify(body) }
    : { method, url: addressOf(operation), headers }
}
export const json = { 'content-type': 'application/json' }
const multipart = { 'content-type': 'multipart/form-data; boundary=b' }
const upload = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\nhello\r\n--b--\r\n'

export const send = (app: FastifyInstance, asked: Asked) => app.inject(asked as InjectOptions)
