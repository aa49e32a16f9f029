import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { styleSheet } from './web/theme.ts'

const computed = 'test/{machines,web}/**'
const only = (folder: string) => [`${folder}/*.test.ts`, `${folder}/*.test.tsx`]

const served = { include: only('test/**'), globalSetup: 'test/server/template.ts' }
const postgresOnly = 'test/postgres/*'
/** Watched by a browser on a core of its own, or by a clock: one after the other. */
const watched = ['browser', 'torture'].flatMap((room) => only(`test/${room}`))
/** What is about SQLite’s files, or no database has a part in. */
const sqliteOnly = [
  'test/*.test.ts',
  ...['group-commit', 'list-plans'].map((name) => `test/db/${name}.test.ts`),
  ...['calls', 'disk', 'files'].map((name) => `test/torture/${name}.test.ts`),
  ...['backup', 'drawing', 'generated', 'handbook', 'openapi', 'sample', 'stopping'].map((name) => `test/server/${name}.test.ts`),
]

const tokens = 'virtual:tokens.css'
/** Colours, sizes and spaces as a style sheet, so that they hold before any script runs. */
const tokenSheet: Plugin = {
  name: 'tokens',
  resolveId: (id) => (id === tokens ? `\0${tokens}` : undefined),
  load: (id) => (id === `\0${tokens}` ? styleSheet() : undefined),
}

const firstLook = 'first-look'
/** A small script that the page waits for: the content security policy allows none inside the page. */
const firstScript: Plugin = {
  name: firstLook,
  apply: 'build',
  buildStart() {
    this.emitFile({ type: 'chunk', id: fileURLToPath(new URL(`web/${firstLook}.ts`, import.meta.url)), name: firstLook })
  },
  transformIndexHtml: {
    order: 'post',
    handler: (_html, { bundle = {} }) => {
      const made = Object.values(bundle).find(({ name, type }) => type === 'chunk' && name === firstLook)
      if (!made) throw new Error(`${firstLook} was not built`)
      return [{ tag: 'script', attrs: { src: `/${made.fileName}` }, injectTo: 'head-prepend' }]
    },
  },
}

const neverAsked = '\0never-asked'
/** What the component library would load with the first page and nobody asks for: tips that share one place, and its words a second time. */
const lean: Plugin = {
  name: 'lean',
  apply: 'build',
  enforce: 'pre',
  config: () => ({ resolve: { alias: { 'antd/locale': 'antd/es/locale' } } }),
  resolveId: (id, from) => (id === '../tooltip/UniqueProvider' && from?.includes('/antd/es/config-provider/') ? neverAsked : undefined),
  load: (id) => (id === neverAsked ? 'export default ({ children }) => children' : undefined),
}

/** Files compressed once, when they are built, instead of at each request; the server sends what a browser takes. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  writeBundle({ dir = '' }) {
    for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
      if (!/\.(js|css|html|svg)$/.test(name)) continue
      const path = `${dir}/${name}`
      const text = readFileSync(path)
      if (text.length < 1000) continue
      writeFileSync(`${path}.br`, brotliCompressSync(text))
      writeFileSync(`${path}.gz`, gzipSync(text, { level: 9 }))
    }
  },
}

const everyCore = { maxWorkers: '100%' }
let order = 0
/** Projects take turns. */
const project = (name: string, test: object) => ({ extends: true as const, test: { ...test, name, sequence: { groupOrder: order++ } } })

export default defineConfig(({ mode }) => ({
  root: 'web',
  plugins: [react(), tokenSheet, firstScript, lean, compressed],
  build: { outDir: '../dist/web', emptyOutDir: true, chunkSizeWarningLimit: 1500 },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  test: {
    root: '.',
    projects: [
      project('computed', { include: only(computed), ...everyCore }),
      project('served', { ...served, exclude: [...only(computed), ...watched, postgresOnly], ...everyCore }),
      project('watched', { ...served, include: watched }),
      project('served by PostgreSQL', { ...served, exclude: [...only(computed), ...sqliteOnly, ...only('test/browser')], ...everyCore }),
      ...(mode === 'torture' ? [project('watched, by PostgreSQL', { ...served, include: only('test/browser') })] : []),
    ],
    // Node reads the component library in its other form: the context that carries messages is to be the same one.
    alias: { 'antd/es/app/context': 'antd/lib/app/context' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
}))
