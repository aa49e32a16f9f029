// Who imports whom: read from the sources themselves, so that the rules between the rooms can be tested.
import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { type ESTree, parseSync } from 'vite'

export type Sources = Record<string, string>
/** `to` is a file of ours, or the package; `how` tells whether it is loaded at once, later, or only looked at by the compiler. */
export type Import = { from: string; to: string; ours: boolean; how: 'value' | 'type' | 'dynamic' }

type Node = ESTree.Program['body'][number]
const bodyOf = (path: string, text: string) => {
  const { program, errors, module } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`)
  return { body: program.body as Node[], dynamic: module.dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start, end)) }
}

const staticImport = (node: Node) => {
  if (node.type === 'ImportDeclaration') return { to: node.source.value, how: node.importKind === 'type' ? 'type' : 'value' } as const
  if (node.type === 'ExportAllDeclaration' || (node.type === 'ExportNamedDeclaration' && node.source))
    return { to: node.source!.value, how: node.exportKind === 'type' ? 'type' : 'value' } as const
  return null
}

/** Every import and re-export of the sources. */
export const importsOf = (sources: Sources): Import[] =>
  Object.entries(sources).flatMap(([from, text]) => {
    const { body, dynamic } = bodyOf(from, text)
    const literal = dynamic.map((quoted) => /^(['"`])([^$]*)\1$/.exec(quoted)?.[2]).filter((to) => to !== undefined)
    const found = [...body.map(staticImport).filter((one) => one !== null), ...literal.map((to) => ({ to, how: 'dynamic' as const }))]
    return found.flatMap(({ to, how }) => meant(from, to).map((file) => ({ from, how, ...file })))
  })
const named: Record<string, Record<string, string>> = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).imports
/** What an import names: a package, a file of ours, or by a name of package.json several, one a place it runs at. */
const meant = (from: string, to: string): Pick<Import, 'to' | 'ours'>[] => {
  if (named[to]) return Object.values(named[to]).map((file) => ({ to: posix.normalize(file), ours: true }))
  return to.startsWith('.') ? [{ to: posix.join(posix.dirname(from), to), ours: true }] : [{ to, ours: false }]
}

const roomOf = (path: string) => path.split('/')[0]!
/** What a room may import beside itself. */
const rooms: Record<string, string[]> = {
  machines: [],
  db: ['machines'],
  server: ['machines', 'db'],
  web: ['machines'],
  test: ['machines', 'db', 'server', 'web'],
}
/** Node's own hash stands in for the library's in one file. */
const nodesHash = { from: 'machines/proof/sha256-node.ts', to: 'node:crypto' }
const pure = /^(xstate|typebox(\/.*)?|@noble\/hashes(\/.*)?)$/

const mayImport = ({ from, to, ours }: Import) => {
  const room = roomOf(from)
  if (ours) return roomOf(to) === room || rooms[room]!.includes(roomOf(to))
  if (room === 'machines') return pure.test(to) || (from === nodesHash.from && to === nodesHash.to)
  return room !== 'web' || !to.startsWith('node:')
}
const pageOf = (path: string) => /^web\/pages\/[^/]+/.exec(path)?.[0]
const betweenPages = ({ from, to, ours }: Import) =>
  ours && pageOf(from) !== undefined && pageOf(to) !== undefined && pageOf(from) !== pageOf(to)

const told = ({ from, to }: Import) => `${from} imports ${to}`
export const breaches = (imports: Import[]) => imports.filter((one) => !mayImport(one)).map(told)
export const pagesThatMeet = (imports: Import[]) => imports.filter(betweenPages).map(told)
/** Imports of files that are not there; stylesheets and the like are not among the sources. */
export const astray = (imports: Import[], sources: Sources) =>
  imports.filter(({ to, ours }) => ours && /\.tsx?$|\/[^.]*$/.test(to) && !(to in sources)).map(told)

/** Circles of files that load each other at once, each told from its first file in the alphabet on. */
export const circles = (imports: Import[]): string[] => {
  const next = Map.groupBy(
    imports.filter(({ ours, how }) => ours && how === 'value'),
    ({ from }) => from,
  )
  const done = new Set<string>()
  const found: string[] = []
  const visit = (file: string, trail: string[]) => {
    if (trail.includes(file)) return void found.push(fromTheFirst(trail.slice(trail.indexOf(file))))
    if (done.has(file)) return
    for (const { to } of next.get(file) ?? []) visit(to, [...trail, file])
    done.add(file)
  }
  for (const file of [...next.keys()].sort()) visit(file, [])
  return [...new Set(found)]
}
const fromTheFirst = (circle: string[]) => {
  const start = circle.indexOf(circle.toSorted()[0]!)
  const turned = [...circle.slice(start), ...circle.slice(0, start)]
  return [...turned, turned[0]].join(' → ')
}

const library = /^(antd|@ant-design\/cssinjs)$/
/** Files with which the web app or a page of it begins, and that bring the component library: it is to come with what is made of it, by `later`. */
export function laden(imports: Import[]): string[] {
  const at = Map.groupBy(imports, ({ from }) => from)
  const pages = (at.get('web/router.tsx') ?? []).filter(({ how }) => how === 'dynamic').map(({ to }) => to)
  const reached = new Set(['web/main.tsx', ...pages])
  // What is added on the way is come to as well.
  for (const file of reached) for (const { to, ours, how } of at.get(file) ?? []) if (ours && how === 'value') reached.add(to)
  return imports.filter(({ from, to, how }) => how === 'value' && library.test(to) && reached.has(from)).map(told)
}

const passesOn = (node: Node) =>
  node.type === 'ImportDeclaration' ||
  node.type === 'ExportAllDeclaration' ||
  (node.type === 'ExportNamedDeclaration' && node.declaration === null && node.specifiers.length > 0)

/** Files that only pass on what others export. */
export const barrels = (sources: Sources) =>
  Object.entries(sources)
    .filter(([path, text]) => {
      const { body } = bodyOf(path, text)
      return body.every(passesOn) && body.some(({ type }) => type !== 'ImportDeclaration')
    })
    .map(([path]) => path)

const outside =
  /\b(await|fetch|process|crypto|setTimeout|setInterval|localStorage)\b(?=\s*[.(\w])|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b/
const withoutComments = (text: string) => text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|\s)\/\/.*$/gm, '')
/** Files of machines/ that ask for the time, for chance or for anything outside. */
export const impure = (sources: Sources) =>
  Object.entries(sources)
    .filter(([path, text]) => roomOf(path) === 'machines' && outside.test(withoutComments(text)))
    .map(([path, text]) => `${path}: ${outside.exec(withoutComments(text))![0]}`)
