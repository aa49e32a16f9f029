// Which start is run: the one that was built of exactly the sources that are here, or else the sources themselves.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
/** As deep in the project as the folders of the sources, so that what they name beside themselves is found from there too. */
export const outDir = 'dist'
/** Of what the server was built: paths from the root, and the digest of what they held. */
export type Made = { of: string[]; digest: string }
export const madeFile = `${outDir}/made.json`

/** Of the content of files, by their paths from the root. */
export function digestOf(paths: readonly string[], from = root): string {
  const hash = createHash('sha256')
  for (const path of paths) hash.update(`${path}\0`).update(readFileSync(join(from, path)))
  return hash.digest('hex')
}

const unchanged = ({ of, digest }: Made, from: string) => of.every((path) => existsSync(join(from, path))) && digestOf(of, from) === digest

/** The address of the module that starts the service: `start` or `demo`. */
export function entry(name: string, from = root): string {
  const made = join(from, madeFile)
  const built = existsSync(made) && unchanged(JSON.parse(readFileSync(made, 'utf8')), from)
  return pathToFileURL(join(from, built ? `${outDir}/${name}.js` : `server/${name}.ts`)).href
}
