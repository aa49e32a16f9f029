// Loaded before everything else, which is therefore imported when this has run: a start takes as long as loading modules does.
import { enableCompileCache, registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'

// Where nothing can be written, modules are compiled at each start.
enableCompileCache(fileURLToPath(new URL('../node_modules/.cache/anjuan', import.meta.url)))

// For each file of a package Node reads what the package exports to learn that the file is a module. That list is long here, and so is
// that of the files.
const long = '/node_modules/drizzle-orm/'
registerHooks({
  resolve: (specifier, context, next) => {
    const { parentURL } = context
    if (!parentURL?.includes(long) || !parentURL.endsWith('.js') || !specifier.startsWith('.')) return next(specifier, context)
    return { url: new URL(specifier, parentURL).href, format: 'module', shortCircuit: true }
  },
})
