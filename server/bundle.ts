// `npm run build`: the web app; and the server as a few files, since a start takes as long as Node takes to find and read its modules, a thousand otherwise.
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { build, type Rolldown } from 'vite'
import { digestOf, type Made, madeFile, outDir, root } from './built.ts'

/** Packages of hundreds of modules each; all others stay where they are. */
const many = ['typebox', 'drizzle-orm']
const starts = ['start', 'demo']

/** Whoever has a page open goes on with the files it began with: those of the last build stay through this one, older ones do not. */
function dropOlder(web: string) {
  const page = join(web, 'index.html')
  if (!existsSync(page)) return
  const before = statSync(page).mtimeMs - 60_000
  for (const name of readdirSync(join(web, 'assets'))) {
    const file = join(web, 'assets', name)
    if (statSync(file).mtimeMs < before) rmSync(file)
  }
}
dropOlder(join(root, outDir, 'web'))
await build({ logLevel: 'warn' })

const isOld = (name: string) => name.endsWith('.js')
rmSync(join(root, madeFile), { force: true })
for (const name of readdirSync(join(root, outDir)).filter(isOld)) rmSync(join(root, outDir, name))

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
      output: { entryFileNames: '[name].js', chunkFileNames: 'server-[name].js' },
    },
  },
})) as Rolldown.RolldownOutput

const modules = output.output.flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
const own = modules.map((id) => relative(root, id)).filter((path) => /^(machines|db|server)\//.test(path))
const of = ['package.json', 'package-lock.json', ...new Set(own)].sort()
writeFileSync(join(root, madeFile), JSON.stringify({ of, digest: digestOf(of) } satisfies Made))
