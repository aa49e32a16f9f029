import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const computed = 'test/{machines,web}/**'
const only = (folder: string) => [`${folder}/*.test.ts`, `${folder}/*.test.tsx`]

const served = { include: only('test/**'), exclude: [...only(computed), 'test/postgres/*'], globalSetup: 'test/server/template.ts' }
/** What no database has a part in, and what is about SQLite’s files. */
const sqliteOnly = [
  'test/*.test.ts',
  'test/browser/*',
  ...['group-commit', 'list-plans'].map((name) => `test/db/${name}.test.ts`),
  ...['calls', 'disk', 'files'].map((name) => `test/torture/${name}.test.ts`),
  ...['backup', 'drawing', 'generated', 'handbook', 'openapi', 'sample', 'stopping'].map((name) => `test/server/${name}.test.ts`),
]

export default defineConfig({
  root: 'web',
  plugins: [react()],
  build: { outDir: '../dist/web', emptyOutDir: true, chunkSizeWarningLimit: 1500 },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  test: {
    root: '.',
    projects: [
      // What only computes takes every core; what serves, and is watched by a browser on a core of its own, keeps to vitest's measure.
      { extends: true, test: { name: 'computed', include: only(computed), maxWorkers: '100%', sequence: { groupOrder: 0 } } },
      { extends: true, test: { ...served, name: 'served', sequence: { groupOrder: 1 } } },
      {
        extends: true,
        test: { ...served, name: 'served by PostgreSQL', exclude: [...only(computed), ...sqliteOnly], sequence: { groupOrder: 2 } },
      },
    ],
    // Node reads the component library in its other form: the context that carries messages is to be the same one.
    alias: { 'antd/es/app/context': 'antd/lib/app/context' },
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
