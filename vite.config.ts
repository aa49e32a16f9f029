import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const computed = 'test/{machines,web}/**'
const only = (folder: string) => [`${folder}/*.test.ts`, `${folder}/*.test.tsx`]

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
      {
        extends: true,
        test: {
          name: 'served',
          include: only('test/**'),
          exclude: only(computed),
          globalSetup: 'test/server/template.ts',
          sequence: { groupOrder: 1 },
        },
      },
    ],
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
