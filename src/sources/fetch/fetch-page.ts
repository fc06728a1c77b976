import { checkUrl, hostOf, isPublicAddress, type MayReach } from './allowed-address.ts'
import { exchange, userAgent } from './exchange.ts'
import { type Exchange, type Fetched, FetchStopped, headerOf } from './fetched.ts'
import { FETCH_LIMITS, type FetchLimits } from './limits.ts'
import { type Resolve, resolveBySystem, resolveHost } from './resolve-host.ts'
import { unpack } from './unpack.ts'

export interface FetchOptions {
  readonly clock: () => Date
  /** The program's version, for its name. */
  readonly version: string
  /** Aborted: whoever asked does not wait any more. */
  readonly stopping?: AbortSignal | undefined
  /** Which addresses may be connected to: those of the public internet, unless a test says otherwise. */
  readonly mayReach?: MayReach | undefined
  readonly resolve?: Resolve | undefined
  readonly limits?: Partial<FetchLimits> | undefined
}

/**
 * Fetches a page from a server that nobody need trust. Every address on the way, that of the page and of each redirect, is
 * checked before it is connected to, and a name is resolved once, so that what was checked is what is connected to. Whatever the
 * server does, there is an answer within the limits (limits.ts), and no cookie goes either way.
 * @throws only what nobody foresaw: a server that misbehaves is a value
 */
export async function fetchPage(written: string, options: FetchOptions): Promise<Fetched> {
  const limits = { ...FETCH_LIMITS, ...options.limits }
  const clockwork = timeLimit(limits.time, options.stopping)
  const exchanges: Exchange[] = []
  let at = written
  try {
    for (;;) {
      const last = await clockwork.within(ask(at, { ...options, limits, signal: clockwork.signal }))
      exchanges.push(last)
      const next = redirectOf(last)
      if (next === null) return await page(exchanges, last, limits)
      if (exchanges.length > limits.redirects)
        throw new FetchStopped('too many redirects', `it redirects more than ${limits.redirects} times`)
      at = next
    }
  } catch (error) {
    if (!(error instanceof FetchStopped)) throw error
    const status = exchanges.at(-1)?.status ?? null
    return { ok: false, failure: error.failure, words: error.message, url: at, status }
  } finally {
    clockwork.end()
  }
}

interface Asking extends FetchOptions {
  readonly limits: FetchLimits
  readonly signal: AbortSignal
}

async function ask(written: string, options: Asking): Promise<Exchange> {
  const { mayReach = isPublicAddress, resolve = resolveBySystem, clock, version } = options
  const checked = checkUrl(written, mayReach)
  if (!checked.ok) throw new FetchStopped('not allowed', checked.why)
  const addresses = await resolveHost(hostOf(checked.url), mayReach, resolve)
  const { limits, signal } = options
  return exchange(checked.url, { addresses, limits, signal, at: clock(), agentName: userAgent(version) })
}

async function page(exchanges: readonly Exchange[], last: Exchange, { size }: FetchLimits): Promise<Fetched> {
  const body = await unpack(last.wire, headerOf(last.responseHeaders, 'content-encoding'), size)
  const hops = exchanges.slice(0, -1)
  const movedForGood = hops.length > 0 && hops.every(({ status }) => status === 301 || status === 308)
  return { ok: true, url: last.url, status: last.status, exchanges, body, movedForGood }
}

/** Where an answer sends on to; null where it is no redirect, or says nowhere. */
function redirectOf({ status, responseHeaders, url }: Exchange): string | null {
  const to = [301, 302, 303, 307, 308].includes(status) ? headerOf(responseHeaders, 'location') : null
  if (to === null) return null
  if (!URL.canParse(to, url)) throw new FetchStopped('not allowed', 'it redirects to what is no web address')
  return new URL(to, url).href
}

/** A limit on the time of several steps together, whether they listen to its signal or not. */
function timeLimit(milliseconds: number, stopping: AbortSignal | undefined) {
  const controller = new AbortController()
  const stop = (): void => controller.abort()
  const timer = setTimeout(stop, milliseconds)
  stopping?.addEventListener('abort', stop)
  if (stopping?.aborted === true) stop()
  const over = new Promise<never>((_resolve, reject) => {
    const late = (): void => reject(new FetchStopped('timed out', 'no whole answer came in time'))
    if (controller.signal.aborted) late()
    else controller.signal.addEventListener('abort', late)
  })
  over.catch(() => undefined)
  return {
    signal: controller.signal,
    within: <T>(step: Promise<T>): Promise<T> => Promise.race([step, over]),
    end: () => {
      clearTimeout(timer)
      stopping?.removeEventListener('abort', stop)
    },
  }
}
