import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { Config } from '../../config.ts'

/**
 * The usual headers, and a policy under which a page runs no script and no style but our own files, loads nothing from
 * elsewhere, is framed by nobody and sends its forms only here. What only HTTPS can keep is promised only over HTTPS.
 */
export function setSecurityHeaders({ baseUrl }: Config): RequestHandler {
  const https = baseUrl.startsWith('https:')
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        fontSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        scriptSrc: ["'self'"],
        scriptSrcAttr: ["'none'"],
        styleSrc: ["'self'"],
        ...(https ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    crossOriginOpenerPolicy: https,
    originAgentCluster: https,
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: https,
    xFrameOptions: { action: 'deny' },
  })
}
