import type { Request, RequestHandler } from 'express'
import { ipKeyGenerator, rateLimit } from 'express-rate-limit'
import { normaliseEmail } from '../../accounts/new-account.ts'
import { hashSecret } from '../../accounts/secret.ts'
import { Refused } from '../../http-problem.ts'
import { fieldOf } from '../forms/problems.ts'

const WINDOW = 15 * 60_000
const PER_EMAIL = 10
const PER_ADDRESS = 50

/** Answers 429 after too many failed tries to sign in: for one e-mail, and from one address. */
export const limitSignIn = (): RequestHandler[] => [
  limit(PER_ADDRESS, (req) => ipKeyGenerator(req.ip ?? '')),
  limit(PER_EMAIL, (req) => hashSecret(normaliseEmail(fieldOf(req.body, 'email')))),
]

/** Counts in this process's memory; tries that succeed do not count. */
const limit = (tries: number, keyGenerator: (req: Request) => string): RequestHandler =>
  rateLimit({
    windowMs: WINDOW,
    limit: tries,
    keyGenerator,
    skipSuccessfulRequests: true,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_req, _res, next) => next(new Refused(429, 'Wait a quarter of an hour, then try again.')),
  })
