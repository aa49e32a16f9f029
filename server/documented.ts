// The OpenAPI document, made from the same schemas that check the requests.
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'

const description = `Cases of a training institution, advanced step by step through explicit procedures.
Every refusal is a problem document (RFC 9457) with a stable \`code\`; its words follow Accept-Language (zh-CN, en).`

export async function documented(app: FastifyInstance) {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Anjuan', version: '1', description, license: { name: 'MIT', identifier: 'MIT' } },
      servers: [{ url: '/' }],
      components: { securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'anjuan.session_token' } } },
      security: [{ session: [] }],
    },
    transform: ({ schema, url, route }) => ({ schema: { ...schema, ...aside(schema as Documented | undefined, route.config) }, url }),
  })
  app.addHook('onRoute', (route) => {
    if (route.url.startsWith('/api/docs')) route.config = { ...route.config, open: true }
  })
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: true })
  app.get('/api/openapi.json', { config: { open: true }, schema: { hide: true } }, async () => app.swagger())
}

type Documented = { upload?: object }
/** What the document says and no validator reads: an uploaded file's form, and that no session is needed. */
const aside = (schema: Documented | undefined, config: { open?: boolean } | undefined) => ({
  ...(schema?.upload && { body: schema.upload }),
  ...(config?.open && { security: [] }),
})
