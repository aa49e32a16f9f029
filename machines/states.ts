// The states of a procedure, found by walking its machine: their paths, what they say of themselves, and whose they are.
import type { AnyStateNode, AnyTransitionDefinition } from 'xstate'
import { type Department, departments } from './departments.ts'
import type { Procedure, StateMeta } from './procedure.ts'

/** The node and every node below it. */
export const below = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(below)]
export const statesOf = ({ machine }: Pick<Procedure, 'machine'>) => below(machine.root).slice(1)
export const pathOf = (node: AnyStateNode) => node.path.join('.')
export const metaOf = (node: AnyStateNode) => node.meta as StateMeta
/** The state's own deadline, or that of the compound state it stands in. */
export const deadlineOf = (node: AnyStateNode): string | undefined =>
  node.type === 'final' ? undefined : ((node.after[0]?.delay as string | undefined) ?? (node.parent && deadlineOf(node.parent)))
export const guardName = ({ guard }: AnyTransitionDefinition): string | undefined =>
  typeof guard === 'string' ? guard : (guard as { type?: string })?.type

const nodes = new WeakMap<Procedure, Map<string, AnyStateNode>>()
/** The state node at a dotted path. */
export const nodeAt = (procedure: Procedure, path: string): AnyStateNode => {
  if (!nodes.has(procedure)) nodes.set(procedure, new Map(statesOf(procedure).map((node) => [pathOf(node), node])))
  return nodes.get(procedure)!.get(path)!
}
export const isFinal = (procedure: Procedure, path: string) => nodeAt(procedure, path).type === 'final'
/** Whether a dotted path is that of the step itself or of a state inside it. */
export const within = (path: string, step: string) => path === step || path.startsWith(`${step}.`)

/** Whose turn it is in a state: as the case says, else the nearest owner around it. */
export const departmentOf = (procedure: Procedure, context: unknown, path: string): Department => {
  const own = procedure.ownerOf?.(context, path)
  if (own) return own
  for (let node: AnyStateNode | undefined = nodeAt(procedure, path); node?.parent; node = node.parent) {
    const { owner } = metaOf(node) ?? {}
    if (owner && owner in departments) return owner
  }
  return procedure.department
}
