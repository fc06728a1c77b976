import { pino } from 'pino'
import type { RequestListener } from 'node:http'
import { afterEach, describe, expect, test } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import { Conflict } from '../../../src/errors.ts'
import { fetchJobs } from '../../../src/fetch-jobs.ts'
import { runJob } from '../../../src/jobs/run-job.ts'
import { takeJob } from '../../../src/jobs/take-job.ts'
import { judgeEvidence } from '../../../src/review/judge-evidence.ts'
import { SECOND_LOOK } from '../../../src/review/links/check-link.ts'
import { startLinkRound, spreadOut } from '../../../src/review/links/link-round.ts'
import { listLinkChecks, workOnLink } from '../../../src/review/links/list-link-checks.ts'
import { LINK_JOB, startLinkCheck } from '../../../src/review/links/start-link-check.ts'
import { recordVerdict } from '../../../src/review/record-verdict.ts'
import { readWorkConfig } from '../../../src/work-config.ts'
import { describeOnBothDatabases } from '../../support/databases.ts'
import { morning } from '../../support/reports.ts'
import { mayReachOutside, type StrangeServer, strangeServer } from '../../support/strange-server.ts'
import { type SourcesAtWork, sourcesAtWork } from '../../sources/sources-at-work.ts'

const servers: StrangeServer[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
})

interface LinkAtWork extends SourcesAtWork {
  readonly db: Database
  readonly server: StrangeServer
  /** What the server answers from now on. */
  answer: RequestListener
  now: Date
  /** Asks for a look as Ana, or as the schedule, and makes it. */
  readonly check: (by?: 'ana' | 'schedule') => Promise<void>
  /** Makes the look that is due. */
  readonly look: () => Promise<void>
  readonly state: () => Promise<string | null>
  readonly results: () => Promise<string[]>
  readonly rechecks: () => Promise<number[]>
}

const page = (words: string): RequestListener => {
  return (_req, res) =>
    res.writeHead(200, { 'content-type': 'text/html' }).end(`<html><body>${words}</body></html>`)
}
const status = (code: number, headers = {}): RequestListener => {
  return (_req, res) => res.writeHead(code, headers).end()
}

/** The first source of the mill's report stands at a server of this test's own; Ana found its claim substantiated by an excerpt. */
async function linkAtWork(db: Database): Promise<LinkAtWork> {
  const work = await sourcesAtWork(db)
  const server = await strangeServer((req, res) => test.answer(req, res))
  servers.push(server)
  await db.source.update({ where: { id: work.first }, data: { url: `${server.url}/1` } })
  const claimId = work.claims[0]?.id ?? ''
  const by = { claimId, judgedBy: work.ana, at: morning(3) }
  const excerpt = 'the mill “burned” … on 2 May'
  await judgeEvidence(db, { ...by, sourceId: work.first, judgement: 'supports', excerpt })
  const verdict = { verdict: 'substantiated', tests: 'that it is so', seenVersion: 1 } as const
  await recordVerdict(db, { ...verdict, claimId, checker: work.ana, at: morning(4) })
  const config = {
    databaseUrl: '',
    host: '',
    port: 0,
    baseUrl: '',
    mail: null,
    work: readWorkConfig(() => undefined),
  }
  const services = { db, clock: () => test.now, config, log: pino({ level: 'silent' }) }
  const kind = fetchJobs(services, { mayReach: mayReachOutside, limits: { time: 2_000 } }).find(
    ({ name }) => name === LINK_JOB,
  )
  const look = async (): Promise<void> => {
    const job = await takeJob(db, [LINK_JOB], test.now)
    if (job === null || kind === undefined) throw new Error('no look is due')
    await runJob(
      { db, clock: () => test.now, log: services.log },
      { ...kind, attempts: 1 },
      job,
      new AbortController().signal,
    )
    const { state, error } = await db.job.findUniqueOrThrow({ where: { id: job.id } })
    if (state === 'failed') throw new Conflict(error ?? '')
  }
  const test: LinkAtWork = {
    ...work,
    db,
    server,
    answer: page('<p>The <b>mill</b> burned, the clerk wrote, on 2&nbsp;May.</p>'),
    now: morning(10),
    look,
    check: async (asker = 'ana') => {
      test.now = new Date(test.now.getTime() + 60_000)
      await startLinkCheck(db, { sourceId: work.first, by: work.ana, at: test.now, allowed: true })
      if (asker === 'schedule')
        await db.job.updateMany({ where: { state: 'waiting' }, data: { createdById: null } })
      await look()
    },
    state: async () => (await db.source.findUniqueOrThrow({ where: { id: work.first } })).linkState,
    results: async () => (await listLinkChecks(db, work.ana, work.first)).map(({ result }) => result),
    rechecks: async () => {
      const rows = await db.recheck.findMany({
        include: { claim: { select: { number: true } } },
        orderBy: { at: 'asc' },
      })
      return rows.map(({ claim }) => claim.number)
    },
  }
  return test
}

describeOnBothDatabases('the link of a source', (makeDatabase) => {
  test('that holds its excerpt is alive, whatever dress the words wear', async () => {
    const link = await linkAtWork(await makeDatabase())
    await link.check()
    expect(await link.state()).toBe('alive')
    const [check] = await listLinkChecks(link.db, link.ana, link.first)
    expect(check).toMatchObject({
      result: 'alive',
      httpStatus: 200,
      finalUrl: null,
      detail: null,
      askedBy: { name: 'Ana' },
    })
    expect(await link.rechecks()).toEqual([])
    expect(await link.db.event.count({ where: { kind: 'source.link-checked' } })).toBe(1)
  })

  test('that lost its excerpt is changed, and its claim is to be checked again, once', async () => {
    const link = await linkAtWork(await makeDatabase())
    await link.check('schedule')
    link.answer = page('<p>Fire at the mill. The article was corrected.</p>')
    await link.check('schedule')
    await link.check('schedule')
    expect(await link.results()).toEqual(['changed', 'changed', 'alive'])
    expect((await listLinkChecks(link.db, link.ana, link.first))[0]?.detail).toBe(
      '1 of 1 excerpt no longer found in its text',
    )
    expect(await link.rechecks()).toEqual([1])
    expect(await link.db.claim.findUniqueOrThrow({ where: { id: link.claims[0]?.id ?? '' } })).toMatchObject({
      settled: false,
      rechecks: 1,
    })
    expect(await link.db.event.count({ where: { kind: 'source.link-checked' } })).toBe(2)
    await link.db.recheck.updateMany({ data: { closedAt: link.now, closedById: link.ana.id } })
    await link.check('schedule')
    expect(await link.rechecks()).toEqual([1])
    link.answer = page('The mill burned on 2 May.')
    await link.check('schedule')
    link.answer = page('Nothing.')
    await link.check('schedule')
    expect(await link.rechecks()).toEqual([1, 1])
  })

  test.each([
    ['404', status(404)],
    ['410', status(410)],
    ['a server error', status(500)],
    ['redirects without end', (req, res) => res.writeHead(302, { location: `${req.url ?? ''}x` }).end()],
  ])('that fails (%s) is looked at again before it is dead', async (_name, answer) => {
    const link = await linkAtWork(await makeDatabase())
    link.answer = answer
    await link.check('schedule')
    expect(await link.results()).toEqual([])
    expect(await link.rechecks()).toEqual([])
    const [work] = await workOnLink(link.db, link.first)
    expect(work).toMatchObject({ kind: 'link-check', state: 'waiting', failedAt: link.now })
    await expect(link.look()).rejects.toThrow('no look is due')
    link.now = new Date(link.now.getTime() + SECOND_LOOK)
    await link.look()
    expect(await link.results()).toEqual(['dead'])
    expect(await link.state()).toBe('dead')
    expect(await link.rechecks()).toEqual([1])
    expect(await workOnLink(link.db, link.first)).toEqual([])
  })

  test('whose server is away is dead after two looks, and the second is made at once when somebody asks', async () => {
    const link = await linkAtWork(await makeDatabase())
    await link.server.stop()
    await link.check('schedule')
    expect(await link.state()).toBeNull()
    await link.check('ana')
    const [check] = await listLinkChecks(link.db, link.ana, link.first)
    expect(check).toMatchObject({ result: 'dead', httpStatus: null })
    expect(check?.detail).toMatch(/^nothing answers at its address, as it failed on 2026-01-05 08:11 UTC$/)
  })

  test('that fails once and comes back is alive', async () => {
    const link = await linkAtWork(await makeDatabase())
    const well = link.answer
    link.answer = status(404)
    await link.check('schedule')
    link.answer = well
    link.now = new Date(link.now.getTime() + SECOND_LOOK)
    await link.look()
    expect(await link.results()).toEqual(['alive'])
    expect(await link.rechecks()).toEqual([])
  })

  test.each([
    [401, {}],
    [403, {}],
    [429, { 'retry-after': '60' }],
    [451, {}],
    [503, { 'retry-after': '60' }],
  ])('that answers %i is blocked, and not dead however often', async (code, headers) => {
    const link = await linkAtWork(await makeDatabase())
    link.answer = status(code, headers)
    await link.check('schedule')
    await link.check('schedule')
    expect(await link.results()).toEqual(['blocked', 'blocked'])
    expect(await link.rechecks()).toEqual([])
  })

  test('that leads inside is blocked, and says so', async () => {
    const link = await linkAtWork(await makeDatabase())
    link.answer = status(302, { location: 'http://169.254.169.254/latest/' })
    await link.check()
    const [check] = await listLinkChecks(link.db, link.ana, link.first)
    expect(check).toMatchObject({ result: 'blocked', httpStatus: 302 })
    expect(check?.detail).toContain('Stet does not ask for 169.254.169.254')
  })

  test('that redirects for good is moved; for a while, or to https, it is where it was', async () => {
    const link = await linkAtWork(await makeDatabase())
    const well = link.answer
    const to =
      (path: string, code: number): RequestListener =>
      (req, res) => {
        if (req.url === '/1') res.writeHead(code, { location: path }).end()
        else well(req, res)
      }
    link.answer = to('/new', 308)
    await link.check()
    link.answer = to('/new', 302)
    await link.check()
    link.answer = to('/1/', 301)
    await link.check()
    link.answer = to('/', 302)
    await link.check()
    expect(await link.results()).toEqual(['moved', 'alive', 'alive', 'moved'])
    const checks = await listLinkChecks(link.db, link.ana, link.first)
    expect(checks.at(-1)).toMatchObject({
      finalUrl: `${link.server.url}/new`,
      detail: 'it redirects for good',
    })
  })

  test('is not looked at where the source says so, nor is a dead one of an unruled claim asked for', async () => {
    const link = await linkAtWork(await makeDatabase())
    const start = () =>
      startLinkCheck(link.db, { sourceId: link.first, by: link.ana, at: link.now, allowed: true })
    await start()
    await link.db.source.update({ where: { id: link.first }, data: { doNotFetch: true } })
    await expect(link.look()).rejects.toThrow('do not fetch')
    await expect(start()).rejects.toThrow(Conflict)
    expect(link.server.asked).toEqual([])
    expect(await link.results()).toEqual([])
  })

  test('is looked at in a round, once, if a report at work leans on it', async () => {
    const link = await linkAtWork(await makeDatabase())
    const job = { id: 'r', kind: 'link-round', payload: {}, createdById: null, attempt: 1, hold: 'h' }
    const round = () => startLinkRound(link.db, job, link.now, new AbortController().signal)
    await link.db.source.update({ where: { id: link.second }, data: { doNotFetch: true } })
    expect(await round()).toBe(2) // the first source, and the one of the closed report
    expect(await round()).toBe(0)
    await link.db.job.deleteMany({})
    await link.db.source.update({ where: { id: link.first }, data: { linkCheckedAt: link.now } })
    await link.db.report.update({ where: { id: link.closed }, data: { sample: true } })
    expect(await round()).toBe(0)
  })
})

describe('a round', () => {
  test('asks no server often, and the others meanwhile', () => {
    const addresses = ['http://a.example/1', 'http://a.example/2', 'http://b.example/1', 'nonsense'].map(
      (url) => ({ id: url, url }),
    )
    expect(spreadOut(addresses).map(({ wait }) => wait)).toEqual([0, 30_000, 4_000, 6_000])
  })
})
