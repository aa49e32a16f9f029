// What every way of starting has in common: settings from the environment, the web app built, a clean stop.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import closeWithGrace from 'close-with-grace'
import { envSchema } from 'env-schema'
import { type Static, Type } from 'typebox'
import { build, type Demo } from './build.ts'
import { outDir, root } from './built.ts'
import type { House } from './house.ts'
import { makeIdentity, sharedSecret } from './identity.ts'
import { noteLateSteps } from './late-steps.ts'
import { noteStays } from './stays.ts'

const environment = Type.Object({
  HOST: Type.String({ default: '127.0.0.1' }),
  PORT: Type.Integer({ default: 3000, minimum: 0, maximum: 65_535 }),
  DATA_DIR: Type.Optional(Type.String({ minLength: 1 })),
  DATABASE_URL: Type.Optional(Type.String({ minLength: 1 })),
  LOG_LEVEL: Type.String({ default: 'info' }),
  TRUST_PROXY: Type.String({ default: 'loopback' }),
})
export type Environment = Static<typeof environment>

export function readEnvironment(): Environment {
  // The identity library would sign cookies with it instead of the key all processes share through the database.
  delete process.env.BETTER_AUTH_SECRETS
  return envSchema<Environment>({ schema: environment as never })
}

export const databaseIn = (folder: string) => join(folder, 'anjuan.db')
/** The PostgreSQL of DATABASE_URL, or the file in DATA_DIR. */
export const databaseOf = ({ DATABASE_URL, DATA_DIR = './data' }: Environment) => DATABASE_URL ?? databaseIn(DATA_DIR)

function buildOnce() {
  if (existsSync(join(root, outDir, 'web/index.html'))) return
  console.log('Building the web app (first start only) …')
  execFileSync(process.execPath, ['server/bundle.ts'], { cwd: root, stdio: 'inherit' })
}

/** npm starts us through a shell, which dies of a signal without passing it on: an orphan of npm ends as if it had heard it. */
function endWithParent() {
  const parent = process.ppid
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGTERM'), 250).unref()
}

/** Listens until SIGTERM or SIGINT, then finishes what is under way, closes the store and ends. Returns where it listens. */
export async function listen(house: House, env: Environment, demo?: Demo): Promise<string> {
  buildOnce()
  const identity = makeIdentity(house, await sharedSecret(house.db))
  const app = await build({ house, identity, ...(demo && { demo }), logger: { level: env.LOG_LEVEL }, trustProxy: env.TRUST_PROXY })
  let stopping = false
  app.addHook('preClose', async () => {
    stopping = true
  })
  const noted = noteLateSteps(house, () => stopping)
    .then(() => noteStays(house, () => stopping))
    .catch((error) => app.log.error({ err: error }, 'what follows from the histories could not be noted'))
  app.addHook('onClose', async () => {
    await noted
    await house.db.close()
  })
  endWithParent()
  closeWithGrace({ delay: 10_000 }, async ({ err }) => {
    if (err) app.log.error({ err }, 'stopping after an error')
    await app.close()
  })
  return app.listen({ host: env.HOST, port: env.PORT })
}
