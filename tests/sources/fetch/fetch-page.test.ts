import type { RequestListener } from 'node:http'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { WARCParser } from 'warcio'
import { afterEach, describe, expect, test } from 'vitest'
import { type FetchOptions, fetchPage } from '../../../src/sources/fetch/fetch-page.ts'
import type { Fetched } from '../../../src/sources/fetch/fetched.ts'
import { writeWarc } from '../../../src/sources/fetch/write-warc.ts'
import {
  mayReachOutside,
  OUTSIDE,
  rawServer,
  selfSignedServer,
  type StrangeServer,
  strangeServer,
} from '../../support/strange-server.ts'

const servers: StrangeServer[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
})

async function serving(server: Promise<StrangeServer>): Promise<StrangeServer> {
  const started = await server
  servers.push(started)
  return started
}

const answering = (answer: RequestListener): Promise<StrangeServer> => serving(strangeServer(answer))

const redirectingTo = (to: string, status = 302): Promise<StrangeServer> =>
  answering((_req, res) => res.writeHead(status, { location: to }).end())

const get = (url: string, options: Partial<FetchOptions> = {}): Promise<Fetched> =>
  fetchPage(url, {
    clock: () => new Date('2026-03-02T12:00:00.500Z'),
    version: '1.2.3',
    mayReach: mayReachOutside,
    ...options,
  })

const PAGE = Buffer.from('<!doctype html><title>Tides</title><p>High water stood at 4.2 metres.\u00a0</p>\n')

describe('a page', () => {
  test('is fetched as it is, with an honest name and no cookies, over a redirect on the same server too', async () => {
    const seen: Record<string, unknown>[] = []
    const server = await answering((req, res) => {
      seen.push(req.headers)
      if (req.url === '/old')
        res.writeHead(301, { location: '/new?b=2#c', 'set-cookie': 'id=7; Path=/' }).end()
      else res.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'id=8' }).end(PAGE)
    })
    const page = await get(`${server.url}/old`)
    expect(page).toMatchObject({ ok: true, status: 200, url: `${server.url}/new?b=2`, movedForGood: true })
    expect(page.ok && Buffer.from(page.body).equals(PAGE)).toBe(true)
    expect(seen).toHaveLength(2)
    for (const headers of seen) {
      expect(headers['user-agent']).toMatch(/^Stet\/1\.2\.3 /)
      expect(headers).not.toHaveProperty('cookie')
      expect(headers).not.toHaveProperty('referer')
    }
  })

  test.each([
    ['gzip', gzipSync(PAGE)],
    ['br', brotliCompressSync(PAGE)],
  ])('packed as %s is unpacked, bit for bit', async (encoding, packed) => {
    const server = await answering((_req, res) =>
      res.writeHead(200, { 'content-encoding': encoding }).end(packed),
    )
    const page = await get(server.url)
    expect(page.ok && Buffer.from(page.body).equals(PAGE)).toBe(true)
    expect(page.ok && Buffer.from(page.exchanges[0]?.wire ?? []).equals(packed)).toBe(true)
  })

  test.each([403, 404, 429, 500])('that answers %i is an answer', async (status) => {
    const server = await answering((_req, res) => res.writeHead(status).end('no'))
    expect(await get(server.url)).toMatchObject({ ok: true, status })
  })

  test('that was moved for a while only says so', async () => {
    const server = await answering((req, res) =>
      req.url === '/' ? res.writeHead(302, { location: '/b' }).end() : res.end('b'),
    )
    expect(await get(server.url)).toMatchObject({ ok: true, movedForGood: false })
  })

  test('whose host is a name is asked at the address that was checked, however the name changes', async () => {
    const inside = await serving(strangeServer((_req, res) => res.end('secret'), '127.0.0.1'))
    const server = await serving(strangeServer((_req, res) => res.end('open'), OUTSIDE, inside.port))
    let calls = 0
    const resolve = () => Promise.resolve([{ address: calls++ === 0 ? OUTSIDE : '127.0.0.1', family: 4 }])
    const page = await get(`http://tide.example:${server.port}/`, { resolve })
    expect(page.ok && Buffer.from(page.body).toString()).toBe('open')
    expect(calls).toBe(1)
    expect(inside.asked).toEqual([])
  })
})

describe('what leads inside', () => {
  test.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://localhost/',
    'http://localhost:{port}/',
    'http://127.0.0.1:{port}/',
    'http://0x7f000001:{port}/',
    'http://2130706433:{port}/',
    'http://0177.1:{port}/',
    'http://[::ffff:127.0.0.1]:{port}/',
    'http://[::1]:{port}/',
    'http://user@127.0.0.1:{port}/',
    '//127.0.0.1:{port}/',
    'file:///etc/passwd',
    'http://inside.example:{port}/',
    'http://both.example:{port}/',
  ])('is refused, asked for at once or by a redirect to %s', async (written) => {
    const inside = await serving(strangeServer((_req, res) => res.end('secret'), '127.0.0.1'))
    const to = written.replace('{port}', String(inside.port))
    const resolve = (host: string) =>
      Promise.resolve(
        [OUTSIDE, '127.0.0.1']
          .slice(host === 'inside.example' ? 1 : 0)
          .map((address) => ({ address, family: 4 })),
      )
    const server = await redirectingTo(to)
    expect(await get(server.url, { resolve })).toMatchObject({
      ok: false,
      failure: 'not allowed',
      status: 302,
    })
    expect(await get(to, { resolve })).toMatchObject({ ok: false, failure: 'not allowed', status: null })
    expect(inside.asked).toEqual([])
  })
})

describe('a server that misbehaves', () => {
  const quick = { limits: { time: 300, connect: 200, size: 50_000, headers: 4_000 } }

  test('and never ends its body is given up: for its size, or in time', async () => {
    const fast = await answering((_req, res) => {
      const more = (): void => {
        while (res.write(Buffer.alloc(10_000)));
        res.once('drain', more)
      }
      more()
    })
    expect(await get(fast.url, quick)).toMatchObject({ ok: false, failure: 'too large' })
    const slow = await answering((_req, res) => {
      const drip = setInterval(() => res.write('x'), 5)
      res.on('close', () => clearInterval(drip))
    })
    expect(await get(slow.url, quick)).toMatchObject({ ok: false, failure: 'timed out' })
  })

  test('and never ends its headers is given up, fast or slow', async () => {
    const speak = (milliseconds: number, size: number) =>
      rawServer((socket) => {
        socket.write('HTTP/1.1 200 OK\r\n')
        const drip = setInterval(() => socket.write(`x-more: ${'y'.repeat(size)}\r\n`), milliseconds)
        socket.on('close', () => clearInterval(drip))
      })
    const [fast, slow] = [await serving(speak(1, 1_000)), await serving(speak(20, 1))]
    expect(await get(fast.url, quick)).toMatchObject({ ok: false, failure: 'too large' })
    expect(await get(slow.url, quick)).toMatchObject({ ok: false, failure: 'timed out' })
  })

  test('and says nothing, or no HTTP, or breaks off, is told as such', async () => {
    const silent = await serving(rawServer(() => undefined))
    expect(await get(silent.url, quick)).toMatchObject({ ok: false, failure: 'timed out' })
    const other = await serving(rawServer((socket) => socket.end('220 mail.example ESMTP\r\n')))
    expect(await get(other.url, quick)).toMatchObject({ ok: false, failure: 'broken' })
    const rude = await serving(
      rawServer((socket) => {
        socket.once('data', () => {
          socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf')
          socket.end()
        })
      }),
    )
    expect(await get(rude.url, quick)).toMatchObject({ ok: false, failure: 'not reached' })
    await other.stop()
    expect(await get(other.url, quick)).toMatchObject({ ok: false, failure: 'not reached' })
  })

  test('and packs a gigabyte into a little is stopped', async () => {
    const bomb = gzipSync(Buffer.alloc(40_000_000), { level: 9 })
    expect(bomb.length).toBeLessThan(50_000)
    const server = await answering((_req, res) =>
      res.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    )
    expect(await get(server.url, quick)).toMatchObject({ ok: false, failure: 'too large' })
  })

  test('and packs in another way, or not at all what it says, is told as such', async () => {
    for (const encoding of ['zstd', 'gzip, gzip', 'gzip']) {
      const server = await answering((_req, res) =>
        res.writeHead(200, { 'content-encoding': encoding }).end('plain'),
      )
      expect(await get(server.url, quick)).toMatchObject({ ok: false, failure: 'broken' })
    }
  })

  test('and redirects for ever, or to nowhere, is left', async () => {
    const server = await answering((req, res) => res.writeHead(302, { location: `${req.url ?? ''}x` }).end())
    expect(await get(server.url)).toMatchObject({ ok: false, failure: 'too many redirects' })
    expect(server.asked).toHaveLength(6)
    const nowhere = await redirectingTo('http://[broken')
    expect(await get(nowhere.url)).toMatchObject({ ok: false, failure: 'not allowed' })
  })

  test('and shows a certificate that nobody signed is not believed', async () => {
    const server = await serving(selfSignedServer((_req, res) => res.end('secret')))
    const resolve = () => Promise.resolve([{ address: OUTSIDE, family: 4 }])
    const page = await get(`https://tide.example:${server.port}/`, { resolve })
    expect(page).toMatchObject({ ok: false, failure: 'certificate' })
  })

  test('and whose name is gone is told as such', async () => {
    const resolve = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }))
    const page = await get('https://tide.example/', { resolve })
    expect(page).toMatchObject({
      ok: false,
      failure: 'no such name',
      words: 'there is no server called tide.example',
    })
  })

  test('is left at once when Stet stops', async () => {
    const silent = await serving(rawServer(() => undefined))
    const stopping = new AbortController()
    const page = get(silent.url, { stopping: stopping.signal })
    stopping.abort()
    expect(await page).toMatchObject({ ok: false, failure: 'timed out' })
  })
})

describe('a WARC file', () => {
  test('holds every exchange as it went, and is read again by other tools', async () => {
    const packed = gzipSync(PAGE)
    const server = await answering((req, res) => {
      if (req.url === '/old') return res.writeHead(302, { Location: '/new' }).end()
      res.writeHead(200, { 'Content-Type': 'text/html', 'Content-Encoding': 'gzip' })
      res.write(packed.subarray(0, 10))
      return res.end(packed.subarray(10))
    })
    const page = await get(`${server.url}/old`)
    if (!page.ok) throw new Error(page.words)
    const warc = await writeWarc(page.exchanges, 'Stet/1.2.3')
    const records = []
    for await (const record of new WARCParser([warc])) {
      const body = record.warcType === 'response' ? await record.readFully(true) : null
      records.push({ record, body })
      if (body === null) await record.skipFully()
    }
    expect(records.map(({ record }) => record.warcType)).toEqual([
      'warcinfo',
      'response',
      'request',
      'response',
      'request',
    ])
    const [, , , last] = records
    expect(last?.record.warcTargetURI).toBe(`${server.url}/new`)
    expect(last?.record.warcDate).toBe('2026-03-02T12:00:00Z')
    expect(last?.record.httpHeaders?.statusCode).toBe(200)
    expect(Buffer.from(last?.body ?? []).equals(PAGE)).toBe(true)
    expect(last?.record.warcPayloadDigest).toMatch(/^sha256:/)
    expect(records[2]?.record.httpHeaders?.toString()).toContain('GET /old HTTP/1.1')
  })
})
