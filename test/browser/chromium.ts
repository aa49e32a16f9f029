// A browser that came with npm, with the libraries it needs: a fresh machine has neither.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import packed, { inflate } from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const bin = fileURLToPath(new URL('../bin', import.meta.resolve('@sparticuz/chromium')))
// Not the package's own arguments: in a single process people would share their cookies, and web security would be off.
const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none', '--disable-background-networking', '--lang=zh-CN']

export async function launch(): Promise<Browser> {
  const executablePath = await packed.executablePath()
  const libraries = await inflate(join(bin, 'al2023.tar.br'))
  return chromium.launch({
    executablePath,
    args,
    headless: true,
    env: { ...process.env, LD_LIBRARY_PATH: join(libraries, 'lib') } as Record<string, string>,
  })
}
