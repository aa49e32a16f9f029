// What the institution publishes of its procedures, worked out once; a case is pinned to the digest of it.
import { type Description, definitionOf, describe } from './describe.ts'
import type { Procedure } from './procedure.ts'
import { procedures } from './procedures.ts'

export type Published = Description & { definition: string }
const cache = new WeakMap<Procedure, Published>()

export function publish(procedure: Procedure): Published {
  const known = cache.get(procedure)
  if (known) return known
  const { name, version, ...rest } = describe(procedure)
  const published = { name, version, definition: definitionOf(procedure), ...rest }
  cache.set(procedure, published)
  return published
}

export const publishedProcedures = (): Published[] => Object.values(procedures).map(publish)

/** The procedure a case is pinned to; undefined for a version this house does not know. */
export const procedureAt = (name: string, version: number): Procedure | undefined =>
  Object.hasOwn(procedures, name) && procedures[name]!.version === version ? procedures[name] : undefined
