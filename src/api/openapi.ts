import { OpenAPIRegistry, OpenApiGeneratorV31 } from '@asteasolutions/zod-to-openapi'
import { z } from 'zod'
import { whoMay } from '../accounts/policy.ts'
import { scopes, scopeWords } from '../accounts/token.ts'
import { type ApiRoute, scopeOf } from './api-route.ts'
import { apiRoutes } from './routes.ts'

const problem = z
  .object({ type: z.string(), title: z.string(), status: z.int(), detail: z.string() })
  .openapi('Problem', { description: 'RFC 9457' })

/** The description of the API, made from the schemas that validate its requests. */
export function openApiDocument(baseUrl: string): ReturnType<OpenApiGeneratorV31['generateDocument']> {
  const registry = new OpenAPIRegistry()
  registry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: `A token has scopes: ${scopes.map((scope) => `${scope} (${scopeWords[scope]})`).join('; ')}.`,
  })
  for (const route of apiRoutes) registry.registerPath(describe(route))
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'Stet',
      version: '1',
      description: 'Offsets are UTF-16 code units into the text of a draft.',
    },
    servers: [{ url: `${baseUrl}/api/v1` }],
    security: [{ token: [] }],
  })
}

type PathConfig = Parameters<OpenAPIRegistry['registerPath']>[0]

const describe = (route: ApiRoute): PathConfig => ({
  method: route.method,
  path: route.path.replace(/:(\w+)/g, '{$1}'),
  summary: route.summary,
  description: `For ${whoMay(route.access).replace(/,$/, '')}. The token needs the scope “${scopeOf(route)}”.`,
  security: [{ token: [scopeOf(route)] }],
  request: {
    ...(route.params === undefined ? {} : { params: route.params }),
    ...(route.query === undefined ? {} : { query: route.query }),
    ...(route.body === undefined ? {} : { body: { required: true, content: contentOf(route) } }),
  },
  responses: Object.fromEntries(
    Object.entries(route.answers).map(([status, description]) => [
      status,
      {
        description,
        content: Number(status) < 400 ? { 'application/json': { schema: z.unknown() } } : REFUSED,
      },
    ]),
  ),
})

const REFUSED = { 'application/problem+json': { schema: problem } }

function contentOf({ body, upload }: ApiRoute) {
  if (upload !== true) return { 'application/json': { schema: body ?? z.unknown() } }
  const form = (body as z.ZodObject).extend({ file: z.string().openapi({ format: 'binary' }) })
  return { 'multipart/form-data': { schema: form } }
}
