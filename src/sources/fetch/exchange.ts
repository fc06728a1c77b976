import { Agent } from 'undici'
import { type Exchange, FetchStopped } from './fetched.ts'
import type { FetchLimits } from './limits.ts'
import { pinnedLookup, type ResolvedAddress } from './resolve-host.ts'
import { PACKINGS, tooLarge } from './unpack.ts'

/** How Stet calls itself: who runs it can be asked at the address that people type. */
export const userAgent = (version: string): string =>
  `Stet/${version} (fact-checking desk; fetches on request)`

export interface ExchangeOptions {
  /** Null: the host is a literal address. */
  readonly addresses: readonly ResolvedAddress[] | null
  readonly limits: FetchLimits
  readonly agentName: string
  readonly at: Date
  readonly signal: AbortSignal
}

/**
 * Asks for one address, once, on a connection of its own: no cookies, no redirects, the certificate checked.
 * @throws FetchStopped no whole answer came within the limits
 */
export async function exchange(url: URL, options: ExchangeOptions): Promise<Exchange> {
  const { addresses, limits, signal, at, agentName } = options
  const agent = new Agent({
    connect: {
      timeout: limits.connect,
      ...(addresses === null ? {} : { lookup: pinnedLookup(addresses) }),
    },
    connections: 1,
    pipelining: 0,
    maxHeaderSize: limits.headers,
    headersTimeout: limits.time,
    bodyTimeout: limits.time,
  })
  const requestHeaders = headersFor(url, agentName)
  try {
    const answer = await agent.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: 'GET',
      headers: requestHeaders.flat(),
      responseHeaders: 'raw',
      signal,
    })
    return {
      url: url.href,
      at,
      requestHeaders,
      status: answer.statusCode,
      statusText: answer.statusText,
      responseHeaders: pairs(answer.headers as unknown as readonly string[]),
      wire: await readBody(answer.body, limits.size),
    }
  } catch (error) {
    throw stoppedBy(error, signal)
  } finally {
    await agent.destroy().catch(() => undefined)
  }
}

const headersFor = (url: URL, agentName: string): [string, string][] => [
  ['host', url.host],
  ['user-agent', agentName],
  ['accept', 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8'],
  ['accept-encoding', PACKINGS],
]

/** Header lines in their order, from names and values in turn. */
const pairs = (flat: readonly (string | Buffer)[]): [string, string][] =>
  Array.from({ length: Math.floor(flat.length / 2) }, (_, index) => [
    String(flat[index * 2]),
    String(flat[index * 2 + 1]),
  ])

async function readBody(body: AsyncIterable<Buffer>, most: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > most) throw tooLarge(most)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** An error of the connection in the words of a failure. */
function stoppedBy(error: unknown, signal: AbortSignal): Error {
  if (error instanceof FetchStopped) return error
  if (signal.aborted) return new FetchStopped('timed out', 'no whole answer came in time')
  const codes = codesOf(error)
  const has = (pattern: RegExp): boolean => codes.some((code) => pattern.test(code))
  if (has(/TIMEOUT|ETIMEDOUT/)) return new FetchStopped('timed out', 'no answer came in time')
  if (has(CERTIFICATE))
    return new FetchStopped('certificate', `its certificate does not hold (${codes[0] ?? ''})`)
  if (has(/HEADERS_OVERFLOW/)) return new FetchStopped('too large', 'its headers do not end')
  if (has(/ECONNREFUSED/)) return new FetchStopped('not reached', 'nothing answers at its address')
  if (has(/^E[A-Z]+$|UND_ERR_SOCKET/)) return new FetchStopped('not reached', 'the connection broke off')
  return new FetchStopped('broken', 'what answers does not speak HTTP as a web server does')
}

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_|ERR_TLS|ERR_SSL|EPROTO/

/** The codes of an error, of what caused it, and of the attempts that it sums up. */
function codesOf(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  const { code, cause, errors } = error as { code?: unknown; cause?: unknown; errors?: unknown }
  const inner = [...(Array.isArray(errors) ? (errors as unknown[]) : []), cause]
  return [...(typeof code === 'string' ? [code] : []), ...inner.flatMap(codesOf)]
}
