import { lookup as systemLookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { isLiteral, type MayReach } from './allowed-address.ts'
import { FetchStopped } from './fetched.ts'

export interface ResolvedAddress {
  readonly address: string
  readonly family: number
}

/** Finds the addresses of a name: the system's resolver, or a test's. */
export type Resolve = (host: string) => Promise<readonly ResolvedAddress[]>

export const resolveBySystem: Resolve = (host) => systemLookup(host, { all: true })

/**
 * Resolves a host once. Each of its addresses must be one that may be reached: a name that leads inside with one of them is
 * refused as a whole.
 * @returns null for a literal address, which was checked as such
 * @throws FetchStopped there is no such name, or it leads inside
 */
export async function resolveHost(
  host: string,
  mayReach: MayReach,
  resolve: Resolve,
): Promise<readonly ResolvedAddress[] | null> {
  if (isLiteral(host)) return null
  const addresses = await resolve(host).catch((error: unknown) => {
    throw new FetchStopped(...lookupFailure(error, host))
  })
  if (addresses.length === 0) throw new FetchStopped('no such name', `the name ${host} has no address`)
  if (!addresses.every(({ address }) => mayReach(address)))
    throw new FetchStopped(
      'not allowed',
      `the name ${host} leads to an address that is not of the public internet`,
    )
  return addresses
}

const lookupFailure = (error: unknown, host: string): ['no such name' | 'not reached', string] =>
  ['ENOTFOUND', 'ENODATA'].includes((error as { code?: string }).code ?? '')
    ? ['no such name', `there is no server called ${host}`]
    : ['not reached', `the name ${host} could not be looked up`]

/** A lookup for `net.connect` that knows these addresses and no others, so that a name cannot come to mean another one meanwhile. */
export function pinnedLookup(addresses: readonly ResolvedAddress[]): LookupFunction {
  return (_host, options, answer) => {
    const asked = Number(options.family)
    const fitting = addresses.filter(({ family }) => (asked !== 4 && asked !== 6) || family === asked)
    const [first] = fitting
    if (first === undefined) answer(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '', 0)
    else if (options.all === true) answer(null, [...fitting])
    else answer(null, first.address, first.family)
  }
}
