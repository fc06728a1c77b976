import type { RequestHandler } from 'express'
import type { Services } from '../services.ts'

/** GET /healthz: whether the database answers. For machines; says nothing else. */
export function health({ db, log }: Services): RequestHandler {
  return async (_req, res) => {
    const answers = await db.$queryRaw`SELECT 1`.then(
      () => true,
      (error: unknown) => {
        log.error({ err: error }, 'the database does not answer')
        return false
      },
    )
    res
      .status(answers ? 200 : 503)
      .type('text')
      .send(answers ? 'ok\n' : 'the database does not answer\n')
  }
}
