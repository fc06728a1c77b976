import { MulterError } from 'multer'
import { Conflict, Gone, Invalid, NotAllowed, NotFound } from './errors.ts'

/** What a failed request is told. `title`: the kind of failure; `detail`: this one, and what to do. */
export interface HttpProblem {
  readonly status: number
  readonly title: string
  readonly detail: string
}

/** A refusal that only a web server knows: signed out, too many tries, a stale form. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly status: number

  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'This request could not be understood',
  401: 'Sign in first',
  403: 'You may not do this',
  404: 'There is no such page',
  409: 'Somebody changed this since you saw it',
  410: 'This link has ended',
  413: 'This is too large',
  415: 'This kind of content is not accepted',
  422: 'Something in this needs another look',
  429: 'Too many tries',
  500: 'Something went wrong in Stet',
}

const DETAILS: Readonly<Record<number, string>> = {
  404: 'The address may be mistyped, or what stood here is not for this account.',
  413: 'Send a smaller file, or divide the report.',
  500: 'Nothing was half-saved. Try again; if it stays, give the request number below to whoever runs this server.',
}

const KINDS = [
  [NotFound, 404],
  [NotAllowed, 403],
  [Conflict, 409],
  [Gone, 410],
  [Invalid, 422],
] as const

/**
 * The one place where an error becomes a status. Whatever was not found is told in the same words: a report that is closed to
 * somebody, and all that is about it, is to them like one that never was. Of an error nobody foresaw it says nothing: details are
 * for the log.
 */
export function problemOf(error: unknown): HttpProblem {
  const kind = KINDS.find(([errorClass]) => error instanceof errorClass)
  if (kind !== undefined) return problem(kind[1], kind[1] === 404 ? '' : (error as Error).message)
  if (error instanceof Refused) return problem(error.status, error.message)
  if (error instanceof MulterError)
    return problem(error.code === 'LIMIT_FILE_SIZE' ? 413 : 422, uploadAdvice(error))
  return problem(clientStatus(error) ?? 500)
}

function problem(status: number, detail = ''): HttpProblem {
  const title = TITLES[status] ?? TITLES[status < 500 ? 400 : 500] ?? ''
  return { status, title, detail: detail || (DETAILS[status] ?? 'Go back and try again.') }
}

/** The 4xx status that Express and its parsers put on an error of the sender's. */
function clientStatus(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined
  const { status } = error
  return typeof status === 'number' && status >= 400 && status < 500 ? status : undefined
}

const uploadAdvice = (error: MulterError): string =>
  error.code === 'LIMIT_FILE_SIZE'
    ? ''
    : 'Choose one file in the field for the file, and send the form again.'
