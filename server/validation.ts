// Requests are checked against the schemas of their routes. There are hundreds of them and few are asked for in an hour: each check is
// made when it is needed first.
import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import type { FastifyServerOptions } from 'fastify'
import { forms } from './formats.ts'

const options = { removeAdditional: false, coerceTypes: false, useDefaults: false, allErrors: true, strict: false, addUsedSchema: false }

type Check = { (data: unknown): boolean; errors?: unknown }
function onFirstUse(make: () => Check): Check {
  let made: Check | undefined
  const check: Check = (data) => {
    made ??= make()
    const fits = made(data)
    check.errors = made.errors
    return fits
  }
  return check
}

type Compilers = NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']
/** What Fastify builds its checks with. Answers are written as they are: their schemas are for the document. */
export function compilers(): Compilers {
  const ajv = forms(new Ajv(options))
  addFormats.default(ajv)
  const checker = ({ schema }: { schema: object }) => onFirstUse(() => ajv.compile(schema))
  return { buildValidator: () => checker as never, buildSerializer: () => () => JSON.stringify }
}
