import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import type { Plugin, Rolldown } from 'vite'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { componentStyles } from './web/build/component-styles.ts'
import { description, firstFrame } from './web/build/first-frame.tsx'
import { styleSheet } from './web/theme.ts'

const computed = 'test/{machines,web}/**'
const only = (folder: string) => [`${folder}/*.test.ts`, `${folder}/*.test.tsx`]

/** The server keeps nothing outside the house that it serves: files of tests share its modules, which take longer to load than most files take to run. */
const served = { include: only('test/**'), globalSetup: 'test/server/template.ts', isolate: false }
const postgresOnly = 'test/postgres/*'
/** What is measured by a clock: one after the other, nothing beside it. */
const timed = ['test/torture/disk.test.ts', 'test/browser/speed.test.ts']
/** What is about SQLite’s files, or no database has a part in. */
const sqliteOnly = [
  'test/*.test.ts',
  ...['group-commit', 'list-plans'].map((name) => `test/db/${name}.test.ts`),
  ...['calls', 'disk', 'files'].map((name) => `test/torture/${name}.test.ts`),
  ...['first-load', 'handbook', 'screens', 'served-files', 'speed'].map((name) => `test/browser/${name}.test.ts`),
  ...['backup', 'built', 'drawing', 'generated', 'handbook', 'openapi', 'sample', 'stopping'].map((name) => `test/server/${name}.test.ts`),
]

const tokens = 'virtual:tokens.css'
/** Colours, sizes and spaces as a style sheet, so that they hold before any script runs. */
const tokenSheet: Plugin = {
  name: 'tokens',
  resolveId: (id) => (id === tokens ? `\0${tokens}` : undefined),
  load: (id) => (id === `\0${tokens}` ? styleSheet() : undefined),
}

const firstLook = 'first-look'
/** What is sure to be fetched next, by whether the reader’s language or the address matches: fetched at once, not one after the other. */
const expected = {
  'zh-CN': 'locales/zh-CN.ts',
  en: 'locales/en.ts',
  '^/$': 'pages/worklist/Worklist.tsx',
  '^/sign-in$': 'pages/sign-in/SignIn.tsx',
  '^/approvals$': 'pages/approvals/Approvals.tsx',
  '^/cases/[^/]+$': 'pages/case/CasePage.tsx',
}
type Bundle = Rolldown.OutputBundle
const chunksOf = (bundle: Bundle) => Object.values(bundle).filter((file) => file.type === 'chunk')
/** The files of a module and of all that it imports, except those that every page has. */
function filesOf(bundle: Bundle, source: string) {
  const chunk = chunksOf(bundle).find(({ facadeModuleId }) => facadeModuleId?.endsWith(`/web/${source}`))
  if (!chunk) throw new Error(`${source} was not built`)
  const found = new Set<string>()
  const take = (name: string) => {
    const file = bundle[name]
    if (file?.type !== 'chunk' || file.isEntry || file.name === start.name || found.has(name)) return
    found.add(name)
    for (const css of file.viteMetadata?.importedCss ?? []) found.add(css)
    for (const one of file.imports) take(one)
  }
  take(chunk.fileName)
  return [...found].map((name) => `/${name}`)
}

/** A small script that the page waits for: the content security policy allows none inside the page. */
const firstScript: Plugin = {
  name: firstLook,
  apply: 'build',
  buildStart() {
    this.emitFile({ type: 'chunk', id: fileURLToPath(new URL(`web/${firstLook}.ts`, import.meta.url)), name: firstLook })
  },
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) => {
      const made = chunksOf(bundle).find(({ name }) => name === firstLook)
      if (!made) throw new Error(`${firstLook} was not built`)
      const files = Object.fromEntries(Object.entries(expected).map(([when, source]) => [when, filesOf(bundle, source)]))
      // The app is known to the browser at once; it is run by the small script, once the frame was painted.
      const app: string[] = []
      const own = html.replace(/<script type="module"[^>]* src="([^"]*)"><\/script>/g, (_tag, src) => {
        app.push(src)
        return `<link rel="modulepreload" crossorigin href="${src}">`
      })
      const attrs = { src: `/${made.fileName}`, 'data-app': JSON.stringify(app), 'data-expected': JSON.stringify(files) }
      return { html: own, tags: [{ tag: 'script', attrs, injectTo: 'head' as const }] }
    },
  },
}

const frame: Plugin = {
  name: 'first-frame',
  transformIndexHtml: { order: 'pre', handler: (html) => html.replace('%frame%', firstFrame()).replace('%description%', description) },
}

const packing = { br: promisify(brotliCompress), gz: promisify(gzip) }
/** Every file also as it travels, so that the server need not compress it for each reader. */
const packed: Plugin = {
  name: 'packed',
  apply: 'build',
  writeBundle: {
    order: 'post',
    handler: async ({ dir }, bundle) => {
      const files = Object.values(bundle).map(
        (file) => [join(dir!, file.fileName), file.type === 'chunk' ? file.code : file.source] as const,
      )
      const ways = Object.entries(packing)
      await Promise.all(files.flatMap(([to, text]) => ways.map(async ([end, pack]) => writeFile(`${to}.${end}`, await pack(text)))))
    },
  },
}

/** What the start page imports is one file: sixty small ones would wait for each other on a slow line. */
const start = {
  name: 'start',
  tags: ['$initial' as const],
  test: (id: string) => !id.includes(firstLook),
  includeDependenciesRecursively: false,
}

/** Modules of one kind, of ours or of the library’s, with all that they import. */
const kind = (name: string, test: RegExp, minShareCount = 2) => ({ name, test, minShareCount })
const library = (name: string, ...parts: string[]) => kind(name, new RegExp(`/antd/es/(${parts.join('|')})/`))

/** Parts in `ui/` that come with forms, drawers or drawings. */
const comeLater = [
  ...['Look', 'MessageLibrary', 'MoveClock', 'SignInAgain', '\\w+Drawer', '\\w+Form'],
  ...['Statechart', 'ChartKey', 'chart-', 'heat', 'use-step', 'walked', 'zoom'],
]

/**
 * What several pages share, from what most need to what few do: a group takes what it imports with it, unless an earlier one has it.
 * A page then fetches what it shows and a few files; what one page alone needs is in its own.
 */
const pieces = [
  start,
  kind('ui', new RegExp(`/web/ui/(?!${comeLater.join('|')})[^/]+$|/use-draft\\.ts|@ant-design/icons|@tanstack`)),
  kind('chart', /\/web\/ui\/(Statechart|ChartKey|walked|use-step-drawer)\./),
  kind('library', /\/web\/ui\/Look\.tsx/, 1),
  kind('rc-form', /@rc-component\/(form|async-validator)/),
  library('inputs', '_util', 'input', 'radio', 'form', 'tooltip', 'checkbox'),
  library('drawers', 'drawer', 'skeleton'),
  library('modals', 'modal'),
  library('selects', 'select', 'input-number'),
  library('pickers', 'date-picker'),
  library('menus', 'menu'),
  kind('xstate', /node_modules\/xstate/),
  kind('typebox', /node_modules\/typebox/),
  kind('forms', /\/web\/ui\/SchemaForm\.tsx/),
]

/** Those that go through pages take longest: whoever begins them last waits for them alone. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]) {
    const sorted = await super.sort(files)
    const long = (file: TestSpecification) => file.moduleId.includes('/test/browser/')
    return [...sorted.filter(long), ...sorted.filter((file) => !long(file))]
  }
}

const everyCore = { maxWorkers: '100%' }
let order = 0
/** Projects take turns. */
const project = (name: string, test: object) => ({ extends: true as const, test: { ...test, name, sequence: { groupOrder: order++ } } })

export default defineConfig({
  root: 'web',
  plugins: [react(), componentStyles(), tokenSheet, frame, firstScript, packed],
  build: {
    outDir: '../dist/web',
    emptyOutDir: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { output: { codeSplitting: { groups: pieces } } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  test: {
    root: '.',
    projects: [
      project('computed', { include: only(computed), ...everyCore }),
      project('served', { ...served, exclude: [...only(computed), ...timed, postgresOnly], ...everyCore }),
      project('timed', { ...served, include: timed }),
      project('served by PostgreSQL', { ...served, exclude: [...only(computed), ...sqliteOnly], ...everyCore }),
    ],
    // Node reads the component library in its other form: the context that carries messages is to be the same one.
    alias: { 'antd/es/app/context': 'antd/lib/app/context' },
    sequence: { sequencer: LongestFirst },
    // What a page is to come to is waited for, however busy the machine is.
    expect: { poll: { interval: 200, timeout: 15_000 } },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
