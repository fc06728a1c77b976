import type { RequestHandler } from 'express'
import type { z } from 'zod'
import type { Services } from '../services.ts'

/** One line of the API: what is served, what it takes, and what `openapi.json` says about it. */
export interface ApiRoute {
  readonly method: 'get' | 'post'
  /** Below /api/v1, with Express's `:id`. */
  readonly path: string
  readonly summary: string
  readonly handler: (services: Services) => RequestHandler<Record<string, string>>
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodType
  /** The body is a form with a `file`. */
  readonly upload?: true
  readonly answers: Readonly<Record<number, string>>
}

/** What every route may answer. */
export const REFUSALS = { 401: 'No valid token', 403: 'Not allowed', 404: 'Not found' }
