import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { WARCParser } from 'warcio'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import { Conflict, Gone, Invalid, NotAllowed, NotFound } from '../../../src/errors.ts'
import { sealHash } from '../../../src/history/sealed-text.ts'
import { runJob } from '../../../src/jobs/run-job.ts'
import { takeJob } from '../../../src/jobs/take-job.ts'
import { captureTypeOf } from '../../../src/sources/captures/capture.ts'
import { fetchCapture } from '../../../src/sources/captures/fetch-capture.ts'
import { listCaptures } from '../../../src/sources/captures/list-captures.ts'
import { loadCaptureFile, loadCaptureText } from '../../../src/sources/captures/load-capture.ts'
import { FETCH_JOB, startFetch } from '../../../src/sources/captures/start-fetch.ts'
import { uploadCapture } from '../../../src/sources/captures/upload-capture.ts'
import { mergeSources } from '../../../src/sources/merge-sources.ts'
import { liftProtection, protectSource } from '../../../src/sources/protect-source.ts'
import { describeOnBothDatabases } from '../../support/databases.ts'
import { lines, pdfOf } from '../../support/pdf.ts'
import { morning } from '../../support/reports.ts'
import { mayReachOutside, type StrangeServer, strangeServer } from '../../support/strange-server.ts'
import { type SourcesAtWork, sourcesAtWork } from '../sources-at-work.ts'

const PAGE = Buffer.from(
  '<!doctype html><html lang="en"><head><title>The mill burns</title></head><body><article><h1>The mill burns</h1><p>The mill burned on the second of May, the miller’s daughter said.</p></article></body></html>',
)
const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(30)])

const servers: StrangeServer[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
})

async function serving(...answer: Parameters<typeof strangeServer>): Promise<StrangeServer> {
  const server = await strangeServer(...answer)
  servers.push(server)
  return server
}

describeOnBothDatabases('captures', (makeDatabase) => {
  let db: Database
  let work: SourcesAtWork
  let minute = 2
  const now = (): Date => morning(minute++)

  beforeAll(async () => {
    db = await makeDatabase()
    work = await sourcesAtWork(db)
  })

  const upload = (part: Partial<Parameters<typeof uploadCapture>[1]> = {}) =>
    uploadCapture(db, {
      sourceId: work.first,
      by: work.ana,
      at: now(),
      bytes: PAGE,
      name: 'page.html',
      ...part,
    })

  /** Starts and runs one fetch of a source at this address. @returns how its job ended */
  async function fetched(url: string, sourceId = work.second) {
    await db.source.update({ where: { id: sourceId }, data: { url } })
    const { id } = await startFetch(db, { sourceId, by: work.ana, at: now(), allowed: true })
    const at = now()
    const job = await takeJob(db, [FETCH_JOB], at)
    if (job === null) throw new Error('no job')
    const run = (_job: unknown, stopping: AbortSignal) =>
      fetchCapture(db, job, { clock: () => at, version: '1', mayReach: mayReachOutside, stopping })
    const runner = { db, clock: () => at, log: { warn: () => undefined } }
    await runJob(runner, { name: FETCH_JOB, run, attempts: 1 }, job, new AbortController().signal)
    return db.job.findUniqueOrThrow({ where: { id } })
  }

  test('that are uploaded are kept bit for bit, with text, hash, time and event', async () => {
    const kept = await upload()
    expect(kept.sha256).toBe(createHash('sha256').update(PAGE).digest('hex'))
    const [capture] = await listCaptures(db, work.ben, work.first)
    expect(capture).toMatchObject({
      id: kept.id,
      kind: 'uploaded',
      title: 'The mill burns',
      mediaType: 'text/html',
      size: PAGE.length,
      sha256: kept.sha256,
      warc: null,
      hasText: true,
      metadata: { name: 'page.html' },
      capturedBy: { name: 'Ana' },
    })
    const file = await loadCaptureFile(db, work.ben, kept.id, 'file')
    expect(Buffer.from(file.bytes).equals(PAGE)).toBe(true)
    expect(file.name).toBe(`capture-2026-01-05-${kept.sha256.slice(0, 8)}.html`)
    expect(await loadCaptureText(db, work.ben, kept.id)).toContain('the miller’s daughter said')
    const event = await db.event.findFirstOrThrow({
      where: { kind: 'source.captured' },
      include: { payload: true },
    })
    const payload = JSON.parse(event.payload.body ?? '{}') as Record<string, string>
    const row = await db.capture.findUniqueOrThrow({ where: { id: kept.id } })
    const { salt } = JSON.parse(row.metadata ?? '{}') as { salt: string }
    expect(payload).toMatchObject({ captureId: kept.id, bytesHash: sealHash(salt, kept.sha256) })
    await expect(loadCaptureFile(db, work.ben, kept.id, 'warc')).rejects.toThrow(NotFound)
  })

  test('of the same bytes share them', async () => {
    const again = await upload({ by: work.ben, sourceId: work.second })
    expect(await db.blob.count({ where: { sha256: again.sha256 } })).toBe(1)
    expect(await listCaptures(db, work.ben, work.second)).toHaveLength(1)
  })

  test('of a PDF, an image and a text in an old encoding are kept as what they are', async () => {
    const pdf = Buffer.from(
      pdfOf([{ runs: lines(['The mill stood on the left bank of the river.'], 50, 100) }]),
    )
    const { id } = await upload({ bytes: pdf, name: 'scan' })
    const scan = await loadCaptureFile(db, work.ana, id, 'file')
    expect(scan).toMatchObject({
      mediaType: 'application/pdf',
      name: expect.stringMatching(/\.pdf$/) as string,
    })
    expect(Buffer.from(scan.bytes).equals(pdf)).toBe(true)
    const image = await upload({ bytes: PNG, name: 'screenshot.png' })
    expect(await loadCaptureText(db, work.ana, image.id)).toBeNull()
    const cyrillic = Buffer.concat([
      Buffer.from('<html><head><meta charset="windows-1251"></head><body><p>'),
      Buffer.from('cceee3e8eb', 'hex'),
      Buffer.from('</p></body></html>'),
    ])
    const old = await upload({ bytes: cyrillic, name: 'old.html' })
    expect(await loadCaptureText(db, work.ana, old.id)).toContain('Могил')
    const damaged = await upload({ bytes: Buffer.from('%PDF-1.7\nnothing'), name: 'damaged.pdf' })
    const listed = (await listCaptures(db, work.ana, work.first)).find(({ id: one }) => one === damaged.id)
    expect(listed?.hasText).toBe(false)
    expect(listed?.metadata.unread).not.toBe('')
  })

  test('that cannot be are refused in words, and nothing is kept', async () => {
    const before = await db.capture.count()
    await expect(upload({ bytes: Buffer.alloc(0) })).rejects.toThrow('The file is empty')
    await expect(upload({ bytes: Buffer.from('7f454c4602010100', 'hex'), name: 'a.exe' })).rejects.toThrow(
      Invalid,
    )
    await expect(upload({ seenAt: morning(999) })).rejects.toThrow('in the future')
    await expect(upload({ url: 'not an address' })).rejects.toThrow('web address')
    await expect(upload({ sourceId: work.hidden })).rejects.toThrow(NotFound)
    expect(await db.capture.count()).toBe(before)
  })

  test('that Stet fetches are kept with text, hash, headers, redirects and a WARC file that is read again', async () => {
    const packed = gzipSync(PAGE)
    const server = await serving((req, res) => {
      if (req.url === '/1') res.writeHead(301, { location: '/2' }).end()
      else
        res
          .writeHead(200, {
            'content-type': 'text/html',
            'content-encoding': 'gzip',
            'last-modified': 'Mon, 04 May 2020 08:00:00 GMT',
          })
          .end(packed)
    })
    const job = await fetched(`${server.url}/1`)
    expect(job).toMatchObject({ state: 'done', error: null })
    const [capture] = await listCaptures(db, work.ben, work.second)
    expect(capture).toMatchObject({
      kind: 'fetched',
      url: `${server.url}/1`,
      finalUrl: `${server.url}/2`,
      httpStatus: 200,
      mediaType: 'text/html',
      sha256: createHash('sha256').update(PAGE).digest('hex'),
      hasText: true,
      capturedBy: { name: 'Ana' },
      metadata: {
        headers: { 'content-type': 'text/html', 'last-modified': 'Mon, 04 May 2020 08:00:00 GMT' },
        redirects: [{ url: `${server.url}/1`, status: 301 }],
      },
    })
    const id = capture?.id ?? ''
    expect(Buffer.from((await loadCaptureFile(db, work.ben, id, 'file')).bytes).equals(PAGE)).toBe(true)
    const warc = await loadCaptureFile(db, work.ben, id, 'warc')
    expect(warc).toMatchObject({ mediaType: 'application/warc' })
    const bodies: string[] = []
    for await (const record of new WARCParser([warc.bytes]))
      if (record.warcType === 'response' && record.httpHeaders?.statusCode === 200)
        bodies.push(Buffer.from(await record.readFully(true)).toString())
      else await record.skipFully()
    expect(bodies).toEqual([PAGE.toString()])
  })

  test.each([
    ['404', 'answers 404'],
    ['inside', 'name of this machine'],
    ['away', 'nothing answers'],
  ])('that cannot be fetched (%s) leave nothing but the reason', async (path, reason) => {
    const server = await serving((req, res) =>
      req.url === '/404'
        ? res.writeHead(404).end('<html><body>no such page</body></html>')
        : res.writeHead(302, { location: 'http://localhost/' }).end(),
    )
    if (path === 'away') await server.stop()
    const before = await db.capture.count()
    const job = await fetched(`${server.url}/${path}`)
    expect(job.state).toBe('failed')
    expect(job.error).toContain(reason)
    expect(await db.capture.count()).toBe(before)
  })

  test('are fetched by no job whose hold was lost meanwhile', async () => {
    const server = await serving((_req, res) => {
      void db.job
        .updateMany({ where: { state: 'running' }, data: { takenBy: 'another' } })
        .then(() => res.end(PAGE))
    })
    const before = await db.capture.count()
    expect((await fetched(`${server.url}/1`)).state).toBe('running')
    expect(await db.capture.count()).toBe(before)
    await db.job.updateMany({ data: { state: 'done', key: null } })
  })

  test('are not fetched where a source says so, or nothing is fetched, nor by who may not', async () => {
    const { ana, eve, second } = work
    const start = (part: Partial<Parameters<typeof startFetch>[1]> = {}) =>
      startFetch(db, { sourceId: second, by: ana, at: now(), allowed: true, ...part })
    await expect(start({ allowed: false })).rejects.toThrow('FETCH=off')
    await db.source.update({ where: { id: second }, data: { doNotFetch: true } })
    await expect(start()).rejects.toThrow(Conflict)
    await db.source.update({ where: { id: second }, data: { doNotFetch: false, url: null } })
    await expect(start()).rejects.toThrow('no address')
    await db.source.update({ where: { id: second }, data: { url: 'https://mill.example/2' } })
    await expect(start({ by: { ...eve, id: 'nobody' } })).rejects.toThrow(NotAllowed)
    expect((await start()).known).toBe(false)
    expect((await start({ by: eve })).known).toBe(true)
    await db.job.updateMany({ data: { state: 'done', key: null } })
  })

  test('are not fetched when the source was marked after somebody asked', async () => {
    const server = await serving((_req, res) => res.end(PAGE))
    await db.source.update({ where: { id: work.second }, data: { url: `${server.url}/1` } })
    await startFetch(db, { sourceId: work.second, by: work.ana, at: now(), allowed: true })
    await db.source.update({ where: { id: work.second }, data: { doNotFetch: true } })
    const job = await takeJob(db, [FETCH_JOB], now())
    if (job === null) throw new Error('no job')
    const options = { clock: now, version: '1', mayReach: mayReachOutside }
    await expect(fetchCapture(db, job, options)).rejects.toThrow('do not fetch')
    expect(server.asked).toEqual([])
    await db.source.update({ where: { id: work.second }, data: { doNotFetch: false } })
    await db.job.updateMany({ data: { state: 'done', key: null } })
  })

  test('of a protected source are there for the people named on it alone', async () => {
    const { ana, ben, eve, first } = work
    const { id } = await upload()
    const asked = { descriptor: 'an official of the mill', locator: 'The miller', readers: [] }
    await protectSource(db, { sourceId: first, by: ana, at: now(), ...asked })
    expect((await listCaptures(db, ana, first)).length).toBeGreaterThan(0)
    expect(await listCaptures(db, ben, first)).toEqual([])
    await expect(loadCaptureFile(db, ben, id, 'file')).rejects.toThrow(NotFound)
    await expect(loadCaptureText(db, eve, id)).rejects.toThrow(NotFound)
    await expect(upload({ by: ben })).rejects.toThrow(NotAllowed)
    await expect(upload({ url: 'https://mill.example/1' })).rejects.toThrow('leave the address empty')
    await liftProtection(db, { sourceId: first, by: ana, at: now() })
  })

  test('of what only a closed report leans on are not there for others', async () => {
    const { id } = await upload({ sourceId: work.hidden, by: work.ben })
    await expect(listCaptures(db, work.ana, work.hidden)).rejects.toThrow(NotFound)
    await expect(loadCaptureFile(db, work.ana, id, 'file')).rejects.toThrow(NotFound)
    await expect(loadCaptureFile(db, work.ana, 'no such', 'file')).rejects.toThrow(NotFound)
  })

  test('of a duplicate count for the source that it was merged into', async () => {
    const { first, second, eve } = work
    const { id } = await upload({ sourceId: second })
    await mergeSources(db, { sourceId: second, intoId: first, by: eve, at: now() })
    expect((await listCaptures(db, eve, first)).map((capture) => capture.id)).toContain(id)
    await expect(upload({ sourceId: second })).rejects.toThrow('merged into another')
  })

  test('whose bytes were destroyed say so', async () => {
    const { id, sha256 } = await upload({ bytes: Buffer.concat([PNG, Buffer.from('7')]), name: 'seven.png' })
    const destroyed = {
      destroyedAt: now(),
      destroyedBy: 'Eve',
      destroyedWith: 'Ana',
      destructionReason: 'court order',
    }
    await db.blob.update({ where: { sha256 }, data: { bytes: null, ...destroyed } })
    await expect(loadCaptureFile(db, work.ana, id, 'file')).rejects.toThrow(Gone)
    const listed = (await listCaptures(db, work.ana, work.first)).find((capture) => capture.id === id)
    expect(listed?.destroyed).toBe(true)
    await expect(
      upload({ bytes: Buffer.concat([PNG, Buffer.from('7')]), name: 'seven.png' }),
    ).rejects.toThrow('destroyed')
  })
})

describe('an uploaded file', () => {
  test.each([
    ['89504e470d0a1a0a00', 'x', 'image/png'],
    ['ffd8ffe000104a46', 'x', 'image/jpeg'],
    ['474946383961', 'x.html', 'image/gif'],
    [Buffer.from('RIFF1234WEBPVP8 ').toString('hex'), 'x', 'image/webp'],
    [Buffer.from('%PDF-1.4\n').toString('hex'), 'x.png', 'application/pdf'],
    [
      Buffer.from(
        'From: <Saved by a browser>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n',
      ).toString('hex'),
      'x.mhtml',
      'multipart/related',
    ],
    [Buffer.from('<!doctype html><p>a').toString('hex'), 'x', 'text/html'],
    [Buffer.from('words').toString('hex'), 'x.txt', 'text/plain'],
  ])('is told by its content (%s, %s)', (hex, name, mediaType) => {
    expect(captureTypeOf(Buffer.from(hex, 'hex'), name).mediaType).toBe(mediaType)
  })
})
