import ipaddr from 'ipaddr.js'
import { readDatabaseUrl } from './db/url.ts'
import { Invalid } from './errors.ts'
import { readMailConfig, type MailConfig } from './mail-config.ts'
import { readWorkConfig, type WorkConfig } from './work-config.ts'

/** Where the program keeps its data and listens. `baseUrl`: what people type, without a slash at the end. */
export interface Config {
  readonly databaseUrl: string
  readonly host: string
  readonly port: number
  readonly baseUrl: string
  /** Null: notices stay on the page. */
  readonly mail: MailConfig | null
  readonly work: WorkConfig
  /** Proxies that are believed about who asked: addresses, networks and names that Express knows. The ones on this machine unless set. */
  readonly trustProxy?: readonly string[]
  /** The name of the house that the desk belongs to, as its reports give their publisher; absent where it is not told. */
  readonly house?: string
}

type Environment = Readonly<Record<string, string | undefined>>

/**
 * Settings from the environment; an empty value counts as not set.
 * @throws Invalid one line that names the variable and what it may be
 */
export function readConfig(environment: Environment): Config {
  const set = (name: string): string | undefined => {
    const value = environment[name]?.trim()
    return value === '' ? undefined : value
  }
  const host = set('HOST') ?? '127.0.0.1'
  const port = readPort(set('PORT') ?? '3000')
  return {
    databaseUrl: checkDatabaseUrl(set('DATABASE_URL') ?? 'file:./data/stet.db'),
    host: readHost(host),
    port,
    baseUrl: readBaseUrl(set('BASE_URL') ?? `http://${nameOf(host)}:${port}`),
    mail: readMailConfig(set('SMTP_URL'), set('MAIL_FROM')),
    work: readWorkConfig(set),
    ...readTrustProxy(set('TRUST_PROXY')),
    ...readHouse(set('HOUSE')),
  }
}

/** HOUSE: a name on one line. */
function readHouse(value: string | undefined): Pick<Config, 'house'> {
  if (value === undefined) return {}
  if (value.length <= 200 && !/[\r\n]/.test(value)) return { house: value }
  throw new Invalid('HOUSE must be the name of your house on one line, of 200 characters at most.')
}

/** TRUST_PROXY: addresses (10.0.0.7), networks (10.0.0.0/8) and loopback, linklocal or uniquelocal, divided by commas. */
function readTrustProxy(value: string | undefined): Pick<Config, 'trustProxy'> {
  if (value === undefined) return {}
  const proxies = value.split(',').map((proxy) => proxy.trim())
  const wrong = proxies.find((proxy) => !isProxy(proxy))
  if (wrong === undefined) return { trustProxy: proxies }
  throw new Invalid(
    `TRUST_PROXY must be addresses or networks like 10.0.0.0/8, or loopback, divided by commas, not “${wrong}”.`,
  )
}

const isProxy = (value: string): boolean =>
  ['loopback', 'linklocal', 'uniquelocal'].includes(value) ||
  ipaddr.isValid(value) ||
  ipaddr.isValidCIDR(value)

function checkDatabaseUrl(value: string): string {
  try {
    readDatabaseUrl(value)
  } catch (error) {
    throw new Invalid(error instanceof Error ? error.message : String(error))
  }
  return value
}

function readHost(value: string): string {
  if (/^[\w.:-]+$/.test(value)) return value
  throw new Invalid(`HOST must be a host name or an address to listen on, not “${value}”.`)
}

/** 0 lets the system choose a port. */
function readPort(value: string): number {
  const port = /^\d{1,5}$/.test(value) ? Number(value) : Number.NaN
  if (port <= 65_535) return port
  throw new Invalid(`PORT must be a number from 0 to 65535, not “${value}”.`)
}

function readBaseUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : null
  if (url !== null && isOrigin(url)) return url.origin
  throw new Invalid(`BASE_URL must be like https://stet.example.org, without a path, not “${value}”.`)
}

const isOrigin = (url: URL): boolean =>
  /^https?:$/.test(url.protocol) &&
  url.pathname === '/' &&
  url.search === '' &&
  url.hash === '' &&
  url.username === ''

/** What a browser on this machine calls the address the server listens on. */
function nameOf(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
