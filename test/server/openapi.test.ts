// The published description of the API: complete in itself, and true of what the API answers.
import Ajv from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { procedures } from '../../machines/procedures.ts'
import { type Institution, institution } from './app.ts'
import { type Document, documentOf, ends, type Operation, operationsOf } from './operations.ts'

let house: Institution
let document: Document
let operations: Operation[]
beforeAll(async () => {
  house = await institution()
  document = await documentOf(house.app)
  operations = operationsOf(document)
  return house.close
})

type Node = { [key: string]: any }
/** Every schema of the document once, those inside others not by themselves. */
const schemas = (): Node[] => [...new Map(found(document).map((schema) => [JSON.stringify(schema), schema])).values()]
const found = (node: unknown): Node[] =>
  typeof node !== 'object' || node === null
    ? []
    : Object.entries(node).flatMap(([key, inner]) => (key === 'schema' ? [inner] : found(inner)))
/** Every object schema within one. */
const objects = (schema: Node): Node[] =>
  typeof schema !== 'object' || schema === null
    ? []
    : [
        ...(schema.properties && schema.type === 'object' ? [schema] : []),
        ...Object.values(schema).flatMap((inner) => objects(inner as Node)),
      ]
const references = (node: unknown): string[] =>
  typeof node !== 'object' || node === null
    ? []
    : Object.entries(node).flatMap(([key, inner]) => (key === '$ref' && typeof inner === 'string' ? [inner] : references(inner)))
const resolved = (ref: string) =>
  ref
    .slice(2)
    .split('/')
    .reduce<any>((node, key) => node?.[key.replaceAll('~1', '/').replaceAll('~0', '~')], document)

describe('the OpenAPI document', () => {
  it('is version 3.1 and says what it describes', () => {
    expect(document.openapi).toMatch(/^3\.1\.\d$/)
    expect(document.info).toMatchObject({ title: expect.stringMatching(/\S/), version: expect.stringMatching(/\S/) })
  })

  it('gives every operation a name of its own, tags and a summary, in ASCII', () => {
    const ids = operations.map(({ operationId }) => operationId)
    expect(ids.filter((id) => !/^[a-zA-Z][a-zA-Z0-9-]*$/.test(id))).toEqual([])
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    expect(operations.filter(({ tags }) => !tags?.length || !tags.every((tag) => /^[a-z-]+$/.test(tag))).map(({ path }) => path)).toEqual(
      [],
    )
    expect(operations.filter(({ summary }) => !summary).map(({ path }) => path)).toEqual([])
  })

  it('declares exactly the parameters that stand in each path', () => {
    for (const { path, parameters } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)
      const declared = parameters.filter((p) => p.in === 'path')
      expect([path, declared.map(({ name }) => name)]).toEqual([path, inPath])
      expect(declared.every(({ required }) => required)).toBe(true)
    }
  })

  it('has no two paths that could be taken for each other', () => {
    const shapes = Object.keys(document.paths).map((path) => path.replaceAll(/\{\w+\}/g, '{}'))
    expect(shapes.filter((shape, index) => shapes.indexOf(shape) !== index)).toEqual([])
  })

  it('resolves every reference, and names no security scheme that it does not define', () => {
    expect(references(document).filter((ref) => !ref.startsWith('#/') || resolved(ref) === undefined)).toEqual([])
    const asked = [document.security, ...operations.map(({ security }) => security ?? [])].flat().flatMap((one) => Object.keys(one))
    expect(asked.filter((name) => !(name in document.components.securitySchemes))).toEqual([])
  })

  it('describes every answer, and problem documents for refusals', () => {
    for (const { path, method, responses } of operations) {
      const refused = Object.entries(responses).filter(([status]) => Number(status) >= 400)
      expect([path, Object.keys(responses).filter((status) => Number(status) < 300).length]).toEqual([path, 1])
      expect(Object.values(responses).filter(({ description }) => !description)).toEqual([])
      expect(refused.filter(([, { content }]) => !content?.['application/problem+json'])).toEqual([])
      expect(refused.map(([status]) => status)).toEqual(
        expect.arrayContaining(method === 'POST' ? ['400', '403', '413', '415', '422', '429', '503'] : ['400', '404', '429']),
      )
    }
  })

  it('says of every POST what body it takes', () => {
    expect(operations.filter(({ method, requestBody }) => method === 'POST' && !requestBody).map(({ path }) => path)).toEqual([])
  })

  it('holds schemas that a validator can compile, with titles in both languages for every field of a form', () => {
    const ajv = new Ajv({ strict: false, validateFormats: false })
    const all = schemas()
    expect(all.length).toBeGreaterThan(100)
    for (const schema of all) expect(() => ajv.compile(schema)).not.toThrow()
    const needed = all.flatMap(objects).flatMap(({ required = [], properties }) => required.filter((name: string) => !(name in properties)))
    expect(needed).toEqual([])
    const untitled = operations.flatMap(({ path, body }) =>
      Object.entries<Node>(body?.properties ?? {}).flatMap(([name, field]) =>
        field['x-title']?.['zh-CN'] && field['x-title'].en ? [] : [`${path} ${name}`],
      ),
    )
    expect(untitled).toEqual([])
  })

  it('lists an opening and every event that people can say, and no event of the system’s own', () => {
    const paths = operations.filter(({ method }) => method === 'POST').map(({ path }) => path)
    for (const { name, version, events } of Object.values(procedures)) {
      expect(paths).toContain(`/api/${name}`)
      for (const [type, { by }] of Object.entries(events))
        expect([type, paths.includes(`/api/${name}@${version}/{id}/${type}`)]).toEqual([type, by.length > 0])
    }
  })
})

describe('what the API answers', () => {
  it.each(['customer-service', 'management', 'auditor', 'student-representative', 'admin'])(
    'is to %s what the document says',
    async (username) => {
      const opened = await house.as('customer-service').open('complaint')
      const withdrawal = await house.as('customer-service').open('withdrawal')
      await house.pass(1)
      const ajv = new Ajv({ strict: false, validateFormats: false })
      const ids: Record<string, string> = { '{reference}': 'withdrawal@1', '{id}': opened.id, '{procedure}': 'withdrawal' }
      const wrong: unknown[] = []
      let seen = 0
      for (const { method, path, responses } of operations.filter(
        (o) => o.method === 'GET' && o.path !== '/api/attachments/{id}' && ends(o),
      )) {
        for (const id of [opened.id, withdrawal.id]) {
          const url = path.replaceAll(/\{\w+\}/g, (name) => (name === '{id}' ? id : ids[name]!))
          const { status, body } = await house.as(username).get(url)
          if (status >= 300) {
            expect([401, 403, 404]).toContain(status)
            continue
          }
          seen++
          const check = ajv.compile(responses[status]!.content!['application/json']!.schema)
          if (!check(body)) wrong.push([method, path, check.errors])
        }
      }
      expect(wrong).toEqual([])
      expect(seen).toBeGreaterThan(15)
    },
  )
})
