// The house has five rooms and one direction: machines ← db ← server, machines ← web; test sees all.
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { astray, barrels, breaches, circles, importsOf, impure, laden, pagesThatMeet, type Sources } from './layers.ts'

const root = new URL('..', import.meta.url)
const filesIn = (room: string) => readdirSync(new URL(room, root), { recursive: true, encoding: 'utf8' }).map((file) => `${room}/${file}`)
const sources: Sources = Object.fromEntries(
  ['machines', 'db', 'server', 'web', 'test']
    .flatMap(filesIn)
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => [path, readFileSync(new URL(path, root), 'utf8')]),
)
const imports = importsOf(sources)

describe('in this house', () => {
  it('there is something in every room, and it is read', () => {
    for (const room of ['machines', 'db', 'server', 'web', 'test'])
      expect(imports.filter(({ from }) => from.startsWith(`${room}/`)).length).toBeGreaterThan(0)
  })

  it('no room imports what it may not see', () => {
    expect(breaches(imports)).toEqual([])
  })

  it('every import names a file that is there, with its ending', () => {
    expect(astray(imports, sources)).toEqual([])
  })

  it('of Node machines/ has its hash, and neither chance nor keys', () => {
    expect(sources['machines/proof/sha256-node.ts']!.match(/import.*/g)).toEqual(["import { hash } from 'node:crypto'"])
  })

  it('no page of the web app imports another', () => {
    expect(pagesThatMeet(imports)).toEqual([])
  })

  it('no page begins with the component library', () => {
    expect(laden(imports)).toEqual([])
  })

  it('no file loads itself in a circle', () => {
    expect(circles(imports)).toEqual([])
  })

  it('no file only passes on what others export', () => {
    expect(barrels(sources)).toEqual([])
  })

  it('nothing in machines/ waits, asks for the time or for chance', () => {
    expect(impure(sources)).toEqual([])
  })
})

describe('the rules notice', () => {
  const found = (text: string, path: string) => breaches(importsOf({ [path]: text }))

  it.each([
    ['machines/a.ts', "import { readFileSync } from 'node:fs'"],
    ['machines/a.ts', "import { randomUUID } from 'crypto'"],
    ['machines/proof/a.ts', "import { hash } from 'node:crypto'"],
    ['machines/a.ts', "import { eq } from 'drizzle-orm'"],
    ['machines/a.ts', "import type { Row } from '../db/tables.ts'"],
    ['machines/proof/a.ts', "export * from '../../server/build.ts'"],
    ['db/a.ts', "import { build } from '../server/build.ts'"],
    ['web/a.tsx', "const page = () => import('../server/build.ts')"],
    ['web/a.tsx', "import { join } from 'node:path'"],
    ['server/a.ts', "import { given } from '../test/given.ts'"],
    ['server/a.ts', "import { Page } from '../web/Page.tsx'"],
  ])('in %s: %s', (path, text) => {
    expect(found(text, path)).toHaveLength(1)
  })

  it.each([
    ['machines/a.ts', "import { setup } from 'xstate'"],
    ['machines/a.ts', "import { Errors } from 'typebox/schema'"],
    ['machines/proof/a.ts', "import { sha256 } from '@noble/hashes/sha2.js'"],
    ['db/a.ts', "import { eq } from 'drizzle-orm'\nimport { join } from 'node:path'\nimport { say } from '../machines/label.ts'"],
    ['server/a.ts', "import { read } from '../db/queries/cases.ts'\nimport { say } from '../machines/label.ts'"],
    ['web/a.tsx', "import { say } from '../machines/label.ts'\nimport { Button } from 'antd'"],
    ['test/a.ts', "import { build } from '../server/build.ts'\nimport { Page } from '../web/Page.tsx'"],
  ])('nothing wrong in %s: %s', (path, text) => {
    expect(found(text, path)).toEqual([])
  })

  it('circles of any length, but not those of types or of what is loaded later', () => {
    const circle = (last: string) =>
      circles(importsOf({ 'db/a.ts': "import './b.ts'", 'db/b.ts': "export * from './c.ts'", 'db/c.ts': last }))
    expect(circle("import { a } from './a.ts'")).toEqual(['db/a.ts → db/b.ts → db/c.ts → db/a.ts'])
    expect(circle("import type { A } from './a.ts'")).toEqual([])
    expect(circle("const a = () => import('./a.ts')")).toEqual([])
    expect(circles(importsOf({ 'db/a.ts': "import './a.ts'" }))).toEqual(['db/a.ts → db/a.ts'])
  })

  it('pages that import each other, but not what they share', () => {
    const page = (text: string) => pagesThatMeet(importsOf({ 'web/pages/case/Case.tsx': text }))
    expect(page("import { Row } from '../worklist/Row.tsx'")).toHaveLength(1)
    expect(page("import { Row } from './Row.tsx'\nimport { Look } from '../../ui/Look.tsx'")).toEqual([])
  })

  it('a page that begins with the component library, but not one that comes to it later', () => {
    const page = (text: string) =>
      laden(
        importsOf({
          'web/router.tsx': "const page = () => import('./pages/a.tsx')",
          'web/pages/a.tsx': text,
          'web/pages/Form.tsx': "import { Form } from 'antd'",
        }),
      )
    expect(page("import { Form } from './Form.tsx'")).toEqual(['web/pages/Form.tsx imports antd'])
    expect(page("const form = () => import('./Form.tsx')")).toEqual([])
  })

  it('files that only pass on', () => {
    const passing = (text: string) => barrels({ 'db/a.ts': text }).length === 1
    expect(passing("export * from './b.ts'")).toBe(true)
    expect(passing("import { b } from './b.ts'\nexport { b }")).toBe(true)
    expect(passing("export * from './b.ts'\nexport const c = 1")).toBe(false)
    expect(passing("import './b.css'")).toBe(false)
  })

  it('every file that a name of package.json stands for', () => {
    expect(importsOf({ 'machines/proof/hash.ts': "import { sha256 } from '#sha256'" }).map(({ to }) => to)).toEqual([
      'machines/proof/sha256-node.ts',
      'machines/proof/sha256.ts',
    ])
  })

  it('files that are not there', () => {
    const found = { 'db/a.ts': "import './b.ts'\nimport './c'\nimport './d.css'" }
    expect(astray(importsOf(found), found)).toEqual(['db/a.ts imports db/b.ts', 'db/a.ts imports db/c'])
  })

  it.each(['const a = Date.now()', 'const a = new Date()', 'const a = Math.random()', 'await a()', 'process.exit()', 'const a = fetch(b)'])(
    '%s in machines/',
    (text) => {
      expect(impure({ 'machines/a.ts': text })).toHaveLength(1)
      expect(impure({ 'machines/a.ts': `// ${text}`, 'db/a.ts': text })).toEqual([])
    },
  )
})
