import compression from 'compression'
import type { RequestHandler } from 'express'

/** Compresses pages and files from 8 kB on, quickly rather than tightly: a desk page must not wait for it. */
export const compress = (): RequestHandler =>
  compression({ threshold: '8kb', level: 1, brotli: { params: {} } })
