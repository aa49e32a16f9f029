// `npm run build`: the web app; and the server as a few files, since a start takes as long as Node takes to find and read its modules, a thousand otherwise.
import { existsSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { build, type Rolldown } from 'vite'
import { digestOf, type Made, madeFile, outDir, root } from './built.ts'

/** Packages of hundreds of modules each; all others stay where they are. */
const many = ['typebox', 'drizzle-orm']
const starts = ['start', 'demo']

/**
 * Whoever has a page open, and a server that runs, go on with the files they began with: those of the last build, of which `begins` is one, stay
 * through this one, older ones do not. All but `begins` are named by what they hold.
 */
function dropOlder(folder: string, begins: string) {
  if (!existsSync(begins)) return
  const before = statSync(begins).mtimeMs - 60_000
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile())
  for (const { name } of files) if (statSync(join(folder, name)).mtimeMs < before) rmSync(join(folder, name))
}
const out = join(root, outDir)
dropOlder(out, join(out, 'start.js'))
dropOlder(join(out, 'web/assets'), join(out, 'web/index.html'))
rmSync(join(root, madeFile), { force: true })
await build({ logLevel: 'warn' })

const output = (await build({
  configFile: false,
  root,
  publicDir: false,
  logLevel: 'warn',
  ssr: { noExternal: many },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: false,
    rolldownOptions: {
      input: Object.fromEntries(starts.map((name) => [name, join(root, 'server', `${name}.ts`)])),
      output: { entryFileNames: '[name].js', chunkFileNames: 'server-[name]-[hash].js' },
    },
  },
})) as Rolldown.RolldownOutput

const modules = output.output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
const own = modules.map((id) => relative(root, id)).filter((path) => /^(machines|db|server)\//.test(path))
const of = ['package.json', 'package-lock.json', ...new Set(own)].sort()
// Whole or not at all: a start may read it just now.
const written = join(out, 'made.part')
writeFileSync(written, JSON.stringify({ of, digest: digestOf(of) } satisfies Made))
renameSync(written, join(root, madeFile))
