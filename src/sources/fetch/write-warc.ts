import { gzipSync } from 'node:zlib'
import { WARCRecord, WARCSerializer } from 'warcio'
import type { Exchange } from './fetched.ts'

/** What a WARC file is served and kept as. */
export const WARC_TYPE = 'application/warc'

/**
 * The exchanges of a fetch as a WARC 1.1 file: each request and response with its digests, every record gzipped by itself. Bodies stay
 * packed as they came; chunks are joined, and the header that told of them is set aside under another name.
 */
export async function writeWarc(exchanges: readonly Exchange[], software: string): Promise<Uint8Array> {
  const [first] = exchanges
  const info = { software, format: 'WARC File Format 1.1', robots: 'fetched at the request of a person' }
  const date = dateOf(first?.at ?? new Date(0))
  const records = [
    WARCRecord.createWARCInfo({ filename: 'capture.warc.gz', warcVersion: 'WARC/1.1', date }, info),
  ]
  for (const exchange of exchanges) records.push(...recordsOf(exchange))
  const parts: Uint8Array[] = []
  for (const record of records) parts.push(gzipSync(await WARCSerializer.serialize(record)))
  return Buffer.concat(parts)
}

function recordsOf(exchange: Exchange): WARCRecord[] {
  const { url, at } = exchange
  const common = { url, date: dateOf(at), warcVersion: 'WARC/1.1', keepHeadersCase: true } as const
  const response = WARCRecord.create(
    {
      ...common,
      type: 'response',
      statusline: `HTTP/1.1 ${exchange.status} ${exchange.statusText}`.trimEnd(),
      httpHeaders: exchange.responseHeaders.map(([name, value]): [string, string] => [warcName(name), value]),
    },
    [exchange.wire],
  )
  const { pathname, search } = new URL(url)
  const request = WARCRecord.create(
    {
      ...common,
      type: 'request',
      statusline: `GET ${pathname}${search} HTTP/1.1`,
      httpHeaders: exchange.requestHeaders.map(([name, value]): [string, string] => [name, value]),
      warcHeaders: { 'WARC-Concurrent-To': response.warcHeader('WARC-Record-ID') ?? '' },
    },
    [],
  )
  return [response, request]
}

const warcName = (name: string): string =>
  name.toLowerCase() === 'transfer-encoding' ? 'X-Orig-Transfer-Encoding' : name

/** ISO 8601 in UTC to the second, as WARC tools of every age read it. */
const dateOf = (at: Date): string => `${at.toISOString().slice(0, 19)}Z`
