import type { RequestHandler } from 'express'
import type { z } from 'zod'
import { type Action, policy } from '../accounts/policy.ts'
import type { ReportObject } from '../accounts/report-objects.ts'
import type { Scope } from '../accounts/token.ts'
import type { Services } from '../services.ts'

/** One line of the API: what is served, what it takes, and what `openapi.json` says about it. */
export interface ApiRoute {
  readonly method: 'get' | 'post'
  /** Below /api/v1, with Express's `:id`. */
  readonly path: string
  readonly summary: string
  /** Whose role lets them use it at all (`accounts/policy.ts`); the verb asks again, about this object. */
  readonly access: Action
  /** The scope that a token needs for it, where it is not what `scopeOf` makes of its access. */
  readonly scope?: Scope
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

const SCOPES = {
  get: { reader: 'read', reviewer: 'read', editor: 'edit', admin: 'manage' },
  post: { reader: 'rule', reviewer: 'rule', editor: 'edit', admin: 'manage' },
} as const

/** The scope that a token needs for a route. */
export const scopeOf = ({ method, access, scope }: Pick<ApiRoute, 'method' | 'access' | 'scope'>): Scope =>
  scope ?? SCOPES[method][policy[access].least]

/** Where the API keeps what belongs to a report: the first part of a path, before its `:id`. */
const COLLECTIONS: Readonly<Record<string, ReportObject>> = {
  assignments: 'assignment',
  authors: 'author',
  'author-links': 'authorLink',
  'claim-edits': 'claimEdit',
  claims: 'claim',
  caveats: 'caveat',
  classifications: 'classification',
  comments: 'comment',
  complaints: 'complaint',
  contacts: 'contact',
  corrections: 'correction',
  destructions: 'destruction',
  drafts: 'draft',
  evidence: 'evidence',
  fixes: 'fix',
  'hand-overs': 'handOver',
  initials: 'initials',
  objections: 'objection',
  publications: 'publication',
  'publication-requests': 'publicationRequest',
  queries: 'query',
  reports: 'report',
  'sign-offs': 'signOff',
  ticks: 'tick',
  waivers: 'waiver',
  'went-out': 'wentOut',
}

/** What of a report a route is about, by the `:id` in its path; null where it is about no one report. */
export function objectOf({ path }: Pick<ApiRoute, 'path'>): ReportObject | null {
  const collection = /^\/([\w-]+)\/:id(?:\/|$)/.exec(path)?.[1]
  return collection === undefined ? null : (COLLECTIONS[collection] ?? null)
}
