// A browser that came with npm, with the libraries it needs: a fresh machine has neither.
import { createRequire } from 'node:module'
import { join } from 'node:path'
import packed, { inflate } from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const bin = join(createRequire(import.meta.url).resolve('@sparticuz/chromium'), '../../bin')
// Not the package's own arguments: in a single process people would share their cookies, and web security would be off.
const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--disable-background-networking', '--lang=zh-CN']

/** Where browser and libraries lie. On a fresh machine this unpacks them: before any test, since a file that is still written cannot be run. */
export async function unpack() {
  const executablePath = await packed.executablePath()
  const libraries = await inflate(join(bin, 'al2023.tar.br'))
  return { executablePath, env: { ...process.env, LD_LIBRARY_PATH: join(libraries, 'lib') } as Record<string, string> }
}

export const launch = async (): Promise<Browser> => chromium.launch({ ...(await unpack()), args, headless: true })
