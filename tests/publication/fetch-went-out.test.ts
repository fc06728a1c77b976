import { afterEach, expect, test } from 'vitest'
import { runJob } from '../../src/jobs/run-job.ts'
import { takeJob } from '../../src/jobs/take-job.ts'
import { fetchWentOut } from '../../src/publication/went-out/fetch-went-out.ts'
import {
  startWentOutFetch,
  WENT_OUT_JOB,
  wentOutWork,
} from '../../src/publication/went-out/start-went-out-fetch.ts'
import { accountWithRole } from '../support/accounts.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { published } from '../support/published.ts'
import { morning, reportAtWork } from '../support/reports.ts'
import { mayReachOutside, type StrangeServer, strangeServer } from '../support/strange-server.ts'

const PAGE = `<!doctype html><title>The harbour fire</title><h1>The harbour fire</h1>
<p>The fire broke out on 5 May 2021 in the eastern warehouse. Witnesses reportedly saw two boats leave before dawn.</p>
<p>The harbour master signed the log at noon. The owner of the warehouse was insured for 240,000 crowns.</p>`

const servers: StrangeServer[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
})

describeOnBothDatabases('a page that is fetched as it went out', (makeDatabase) => {
  async function atWork() {
    const db = await makeDatabase()
    const work = await reportAtWork(db)
    const { id: publicationId } = await published(db, {
      reportId: work.report.id,
      by: work.eve,
      at: morning(10),
    })
    const ask = async (url: string, part: object = {}) =>
      startWentOutFetch(db, {
        ...{ publicationId, url, by: work.ana, at: morning(20), allowed: true, mayReach: mayReachOutside },
        ...part,
      })
    const runNext = async () => {
      const job = await takeJob(db, [WENT_OUT_JOB], morning(21))
      if (job === null) throw new Error('no job')
      const options = { clock: () => morning(21), version: '1', mayReach: mayReachOutside }
      const run = (_job: unknown, stopping: AbortSignal) => fetchWentOut(db, job, { ...options, stopping })
      const runner = { db, clock: () => morning(21), log: { warn: () => undefined } }
      await runJob(runner, { name: WENT_OUT_JOB, run, attempts: 1 }, job, new AbortController().signal)
    }
    return { db, work, publicationId, ask, runNext }
  }

  test('is compared with what was signed off, once', async () => {
    const { db, publicationId, ask, runNext } = await atWork()
    const server = await strangeServer((_req, res) => res.setHeader('Content-Type', 'text/html').end(PAGE))
    servers.push(server)
    await ask(`${server.url}/fire`)
    expect(await ask(`${server.url}/fire`)).toMatchObject({ known: true })
    expect(await wentOutWork(db, publicationId)).toMatchObject({ state: 'waiting' })
    await runNext()
    expect(await wentOutWork(db, publicationId)).toBeNull()
    const rows = await db.wentOut.findMany()
    expect(rows).toMatchObject([{ sourceName: `${server.url}/fire`, sourceType: 'html' }])
    expect(rows[0]?.differences).toBeGreaterThan(0)
    expect(server.asked).toEqual(['/fire'])
  })

  test('says what came of it where nothing did', async () => {
    const { db, publicationId, ask, runNext } = await atWork()
    const server = await strangeServer((_req, res) => res.writeHead(404).end())
    servers.push(server)
    await ask(server.url)
    await runNext()
    const told = await wentOutWork(db, publicationId)
    expect(told?.state).toBe('failed')
    expect(told?.error).toContain('404')
    expect(await db.wentOut.count()).toBe(0)
  })

  test('is asked for at public addresses alone, by whoever may, where anything is fetched at all', async () => {
    const { db, ask } = await atWork()
    await expect(ask('http://127.0.0.1/admin')).rejects.toThrow(/cannot be asked for/)
    await expect(ask('file:///etc/passwd')).rejects.toThrow(/only http and https/)
    await expect(ask('')).rejects.toThrow(/no web address/)
    await expect(ask('https://paper.example/fire', { allowed: false })).rejects.toThrow(/FETCH=off/)
    const reader = await accountWithRole(db, 'reader', { email: 'r@desk.example' })
    await expect(ask('https://paper.example/fire', { by: reader })).rejects.toThrow(/Only a reviewer/)
    expect(await db.job.count()).toBe(0)
  })
})
