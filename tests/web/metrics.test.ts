import { Writable } from 'node:stream'
import { pino } from 'pino'
import request from 'supertest'
import { expect, test } from 'vitest'
import { addToken } from '../../src/accounts/add-token.ts'
import { loggedPath } from '../../src/web/middleware/log-requests.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { accountWithRole } from '../support/accounts.ts'
import { describeOnBothDatabases, describeOnSqlite } from '../support/databases.ts'
import { reportAtWork } from '../support/reports.ts'

/** Supertest asks from this machine; a proxy on it says for whom. */
const fromElsewhere = (desk: TestApp) =>
  request(desk.app).get('/metrics').set('X-Forwarded-For', '203.0.113.9')

describeOnBothDatabases('the figures for monitoring', (makeDatabase) => {
  test('count requests by route, verdicts, jobs, readings and events, and name nobody and nothing', async () => {
    const desk = testApp(await makeDatabase())
    const { report, claims, ana } = await reportAtWork(desk.db)
    const reviewer = await desk.as('reviewer')
    await reviewer.get(`/reports/${report.id}/desk?claim=1`).expect(200)
    await reviewer
      .post(`/claims/${claims[0]!.id}/verdicts`, { verdict: 'substantiated', seenVersion: '1' })
      .expect(303)
    const token = await desk.tokenOf('editor')
    const api = `/api/v1/claims/${claims[1]!.id}/verdicts`
    const send = (body: object) =>
      request(desk.app).post(api).set('Authorization', `Bearer ${token}`).send(body)
    await send({ verdict: 'substantiated', seenVersion: 1 }).expect(201)
    await send({ verdict: 'substantiated', seenVersion: 1 }).expect(409)
    await reviewer.get('/nowhere/at/all').expect(404)

    const { text, headers } = await request(desk.app).get('/metrics').expect(200)
    expect(headers['content-type']).toContain('text/plain; version=0.0.4')
    const lines = text.split('\n')
    expect(lines).toContain(
      'stet_http_requests_total{method="GET",route="/reports/:reportId/desk",status="200"} 1',
    )
    expect(lines).toContain(
      'stet_http_requests_total{method="POST",route="/api/v1/claims/:id/verdicts",status="409"} 1',
    )
    expect(lines).toContain('stet_http_requests_total{method="GET",route="none",status="404"} 1')
    expect(lines).toContain('stet_verdicts_total 2')
    expect(lines).toContain('stet_jobs{state="waiting"} 0')
    expect(lines).toContain('stet_readings_under_way 0')
    expect(lines).toContain(`stet_events ${await desk.db.event.count()}`)
    expect(text).toContain('process_cpu_seconds_total')
    for (const named of [report.id, claims[0]!.id, ana.id, ana.name, 'harbour', token])
      expect(text).not.toContain(named)
  })

  test('are for this machine and for tokens that may read', async () => {
    const desk = testApp(await makeDatabase())
    await fromElsewhere(desk).expect(401)
    const tokenFor = async (scopes: readonly ['rule'] | readonly ['read']) => {
      const account = await accountWithRole(desk.db, 'reader', { email: `${scopes[0]}@desk.example` })
      return (await addToken(desk.db, { account, name: 'm', scopes, by: null, at: desk.now })).token
    }
    const bearer = (token: string) => fromElsewhere(desk).set('Authorization', `Bearer ${token}`)
    await bearer('stet_nobody').expect(401)
    await bearer(await tokenFor(['rule'])).expect(401)
    await bearer(await tokenFor(['read'])).expect(200)
    await request(desk.app).get('/metrics').set('Forwarded', 'for=203.0.113.9').expect(401)
  })
})

describeOnSqlite('the log', (makeDatabase) => {
  test('has one line for each request, with an id that a proxy gave or a new one, and no word of a report', async () => {
    const lines: string[] = []
    const into = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        lines.push(chunk.toString())
        done()
      },
    })
    const desk = testApp(await makeDatabase(), { log: pino(into) })
    const { report } = await reportAtWork(desk.db)
    const reader = await desk.as('reader')
    const given = await reader
      .get(`/reports/${report.id}/desk?q=warehouse`)
      .set('X-Request-Id', 'proxy-1234.5')
    expect(given.headers['x-request-id']).toBe('proxy-1234.5')
    for (const odd of ['short', 'with a blank', 'x'.repeat(200), '{"level":60}']) {
      const { headers } = await reader.get('/reports').set('X-Request-Id', odd)
      expect(headers['x-request-id']).toMatch(/^[\w-]{16}$/)
    }
    const secret = 'S3cr3t-'.repeat(7)
    for (const path of [`/author/${secret}`, `/INVITATIONS/${secret}`, `/reports/${secret}/desk`])
      await reader.get(path)
    const log = lines.join('')
    expect(lines).toHaveLength(8)
    expect(JSON.parse(lines[0]!)).toMatchObject({
      req: { id: 'proxy-1234.5', path: `/reports/${report.id}/desk` },
    })
    for (const word of ['warehouse', 'harbour', 'S3cr3t', 'stet-session']) expect(log).not.toContain(word)
  })

  test('keeps ids and drops whatever is long enough to be a secret', () => {
    expect(loggedPath('/claims/AbCdEfGhIjKlMnOp/verdicts?x=1')).toBe('/claims/AbCdEfGhIjKlMnOp/verdicts')
    expect(loggedPath(`/elsewhere/${'a'.repeat(43)}/x`)).toBe('/elsewhere/…/x')
  })
})
