// What changed between two states of a case's memory, leaf by leaf.
export type Change = { path: string; before: string | null; after: string | null }

type Tree = Record<string, unknown>
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Dotted paths of the leaves with their JSON; a list is one leaf, so is an empty object. */
const leaves = (tree: Tree, prefix = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    isTree(value) && Object.keys(value).length ? leaves(value, `${prefix}${key}.`) : [[prefix + key, JSON.stringify(value)]],
  )

/** Changes in the order of their paths; null where there is nothing on that side. */
export function changes(before: Tree, after: Tree): Change[] {
  const [was, is] = [new Map(leaves(before)), new Map(leaves(after))]
  const all = [...new Set([...was.keys(), ...is.keys()])].toSorted()
  return all
    .filter((path) => was.get(path) !== is.get(path))
    .map((path) => ({ path, before: was.get(path) ?? null, after: is.get(path) ?? null }))
}
