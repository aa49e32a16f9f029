import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { styleSheet } from './web/theme.ts'

const computed = 'test/{machines,web}/**'
const only = (folder: string) => [`${folder}/*.test.ts`, `${folder}/*.test.tsx`]

const served = { include: only('test/**'), globalSetup: 'test/server/template.ts' }
const postgresOnly = 'test/postgres/*'
/** What is measured by a clock, or breaks a disk: one after the other. */
const timed = [...only('test/torture'), ...['case-parts', 'worklist'].map((name) => `test/browser/${name}.test.ts`)]
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

const everyCore = { maxWorkers: '100%' }
let order = 0
/** Projects take turns. */
const project = (name: string, test: object) => ({ extends: true as const, test: { ...test, name, sequence: { groupOrder: order++ } } })

export default defineConfig(({ mode }) => ({
  root: 'web',
  plugins: [react(), tokenSheet, firstScript, packed],
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: { output: { codeSplitting: { groups: [start] } } },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  test: {
    root: '.',
    projects: [
      project('computed', { include: only(computed), ...everyCore }),
      project('served', { ...served, exclude: [...only(computed), ...timed, postgresOnly], ...everyCore }),
      project('timed', { ...served, include: timed }),
      project('served by PostgreSQL', { ...served, exclude: [...only(computed), ...sqliteOnly, ...only('test/browser')], ...everyCore }),
      ...(mode === 'torture' ? [project('seen by PostgreSQL', { ...served, include: only('test/browser') })] : []),
    ],
    // Node reads the component library in its other form: the context that carries messages is to be the same one.
    alias: { 'antd/es/app/context': 'antd/lib/app/context' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
}))
