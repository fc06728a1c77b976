import type { Request, RequestHandler } from 'express'
import { findTokenBearer } from '../../accounts/find-token.ts'
import type { Services } from '../../services.ts'
import type { Metrics } from './metrics.ts'

/** GET /metrics: for programs on this machine, and for tokens that may read. */
export function showMetrics({ db, clock }: Services, metrics: Metrics): RequestHandler {
  return async (req, res) => {
    if (!isFromThisMachine(req) && !(await mayRead(req))) {
      res.status(401).set('WWW-Authenticate', 'Bearer realm="Stet"').type('text')
      res.send('Ask from the machine that Stet runs on, or send a token: Authorization: Bearer TOKEN.\n')
      return
    }
    const { type, body } = await metrics.text()
    res.set('Content-Type', type).send(body)
  }

  async function mayRead(req: Request): Promise<boolean> {
    const token = /^Bearer ([\w-]{1,200})$/i.exec(req.get('Authorization') ?? '')?.[1]
    const bearer = token === undefined ? null : await findTokenBearer(db, token, clock())
    return bearer?.scopes.includes('read') ?? false
  }
}

/** What a proxy adds to a request that it passes on. One on this machine asks from it, but for somebody else. */
const PROXIED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip']

/** Whether the connection itself comes from this machine, whatever its headers say, and nobody else’s request comes over it. */
const isFromThisMachine = (req: Request): boolean =>
  /^(?:::ffff:)?127\.|^::1$/.test(req.socket.remoteAddress ?? '') &&
  PROXIED.every((header) => req.get(header) === undefined)
