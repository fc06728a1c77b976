import ipaddr from 'ipaddr.js'

/** Says whether an IP address may be connected to. */
export type MayReach = (address: string) => boolean

/** Ports above 1023 that speak something else than HTTP (WHATWG Fetch, "bad ports"): a request there could command a server. */
const OTHER_SERVICES = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  10080,
])

/** An address that may be asked for, or in words why not. */
export type CheckedUrl =
  { readonly ok: true; readonly url: URL } | { readonly ok: false; readonly why: string }

const refused = (why: string): CheckedUrl => ({ ok: false, why })

/**
 * Checks an address before anybody asks for it: a web address without user name, on a port that serves pages, whose host, where
 * it is a literal address in whatever notation, `mayReach` lets through. A host that is a name is checked once it is
 * resolved (resolve-host.ts).
 */
export function checkUrl(written: string, mayReach: MayReach = isPublicAddress): CheckedUrl {
  if (!URL.canParse(written)) return refused('it is no web address')
  const url = new URL(written) // reads 2130706433, 0x7f000001, 0177.0.0.1 and 127.1 as 127.0.0.1
  if (!/^https?:$/.test(url.protocol)) return refused('only http and https addresses are asked for')
  if (url.username !== '' || url.password !== '') return refused('it holds a user name or password')
  if (!servesPages(url)) return refused(`port ${url.port} serves no pages`)
  const host = hostOf(url)
  if (host === '' || isLocalName(host)) return refused('it is a name of this machine or its network')
  if (isLiteral(host) && !mayReach(host))
    return refused('it is an address of this machine, its network, or no address of the public internet')
  url.hash = ''
  return { ok: true, url }
}

function servesPages({ port }: URL): boolean {
  const number = Number(port)
  return port === '' || number === 80 || number === 443 || (number > 1023 && !OTHER_SERVICES.has(number))
}

/** The host without the brackets of IPv6, and without the dot that ends a full name. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')

export const isLiteral = (host: string): boolean => ipaddr.isValid(host)

/** Names that stand for this machine or its own network everywhere (RFC 6761, RFC 6762, RFC 8375, ICANN's "internal"). */
const isLocalName = (host: string): boolean => /(?:^|\.)(?:localhost|local|internal|home\.arpa)$/i.test(host)

/**
 * Whether an address belongs to the public internet. Private, loopback, link-local, shared, reserved, multicast and
 * documentation addresses do not, nor what tunnels to them: an IPv4 address inside an IPv6 one (mapped, NAT64) counts as
 * itself; 6to4, Teredo and the local NAT64 prefix lead who knows where.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.kind() === 'ipv4') return parsed.range() === 'unicast'
  const v6 = parsed as ipaddr.IPv6
  if (v6.zoneId !== undefined) return false
  const inner = innerIpv4(v6)
  if (inner !== null) return inner.range() === 'unicast'
  return v6.range() === 'unicast' && v6.match(GLOBAL, 3)
}

const GLOBAL = ipaddr.IPv6.parse('2000::')
const MAPPED = ipaddr.IPv6.parse('::ffff:0:0')
const NAT64 = ipaddr.IPv6.parse('64:ff9b::')

function innerIpv4(address: ipaddr.IPv6): ipaddr.IPv4 | null {
  if (!address.match(MAPPED, 96) && !address.match(NAT64, 96)) return null
  return new ipaddr.IPv4(address.toByteArray().slice(12))
}
