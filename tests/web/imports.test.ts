import request from 'supertest'
import { expect, test } from 'vitest'
import { readAnnotations } from '../../src/imports/annotations/read-annotations.ts'
import { type Browser, testApp } from '../support/app.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { polyglotReport } from '../support/polyglot-report.ts'
import { morning } from '../support/reports.ts'

describeOnSqlite('exports and what comes back, in the browser and by the API', (makeDatabase) => {
  async function atDesk() {
    const desk = testApp(await makeDatabase())
    desk.now = morning(40)
    const work = await polyglotReport(desk.db)
    const accounts = await desk.db.account.findMany()
    const browserOf = (name: string): Promise<Browser> => {
      const account = accounts.find((one) => one.name === name)
      if (account === undefined) throw new Error(`no ${name}`)
      return desk.asAccount(account as Parameters<typeof desk.asAccount>[0])
    }
    return { desk, work, eve: await browserOf('Eve'), ben: await browserOf('Ben') }
  }

  const csvOf = async (eve: Browser, reportId: string): Promise<string> =>
    (await eve.post(`/reports/${reportId}/exports`, { format: 'csv' }).buffer().expect(200)).text

  test('an editor downloads each format that needs no browser; the history says so', async () => {
    const { desk, work, eve, ben } = await atDesk()
    const page = await eve.get(`/reports/${work.reportId}/export`).expect(200)
    expect(page.text).toContain('Table of claims (CSV)')
    for (const [format, type] of [
      ['csv', 'text/csv'],
      ['json', 'application/json'],
      ['annotations', 'application/ld+json'],
      ['claimreview', 'application/ld+json'],
      ['csl', 'citationstyles'],
      ['bibtex', 'bibtex'],
      ['ris', 'research-info'],
      ['html', 'text/html'],
      ['xlsx', 'spreadsheetml'],
    ] as const) {
      const sent = await eve.post(`/reports/${work.reportId}/exports`, { format }).buffer().expect(200)
      expect(sent.headers['content-type']).toContain(type)
      expect(sent.headers['content-disposition']).toMatch(/^attachment; filename="?.+-draft-1\./)
    }
    const history = await eve.get(`/reports/${work.reportId}/history`).expect(200)
    expect(history.text).toContain('exported draft 1 as csv with 6 claims and 3 sources')
    await ben.post(`/reports/${work.reportId}/exports`, { format: 'csv' }).expect(403)
    expect(await desk.db.event.count({ where: { kind: 'report.exported' } })).toBe(9)
  })

  test('what a format never holds comes back with the form and what was ticked', async () => {
    const { desk, work, eve } = await atDesk()
    const form = { format: 'ris', scores: '1' }
    const refused = await eve.post(`/reports/${work.reportId}/exports`, form).expect(422)
    expect(refused.text).toContain('An export as ris never holds scores: it takes protected-sources.')
    expect(refused.text).toMatch(/value="ris"[^>]* checked/)
    expect(refused.text).toMatch(/name="scores"[^>]* checked/)
    await eve.post(`/reports/${work.reportId}/exports`, { format: 'papyrus' }).expect(422)
    expect(await desk.db.event.count({ where: { kind: 'report.exported' } })).toBe(0)
  })

  test('a table is shown before it counts, then taken in, once', async () => {
    const { desk, work, eve } = await atDesk()
    const csv = await csvOf(eve, work.reportId)
    const changed = csv.replace(/,ordinary,,,,/, ',high,,Ana,Mind this & <that>,')
    const path = `/reports/${work.reportId}/imports`
    const shown = await eve.upload(path, Buffer.from(changed), 'claims.csv', { kind: 'claims' }).expect(200)
    expect(shown.text).toContain('risk high; assigned to Ana; comment: Mind this &amp; &lt;that&gt;')
    expect(shown.text).toContain('5 lines change nothing')
    expect(await desk.db.comment.count()).toBe(0)
    const [waiting = '', seen = ''] = ['waiting', 'seen'].map(
      (name) => new RegExp(`name="${name}" value="([^"]+)"`).exec(shown.text)?.[1],
    )
    const done = await eve.post(`${path}/confirmations`, { waiting, seen }).expect(303)
    const told = await eve.get(done.headers['location'] ?? '').expect(200)
    expect(told.text).toContain('Taken in: 1 change of risk, 1 assignment, 1 comment.')
    const again = await eve.post(`${path}/confirmations`, { waiting, seen }).expect(422)
    expect(again.text).toContain('choose it again')
    expect(await desk.db.comment.count()).toBe(1)
    const history = await eve.get(`/reports/${work.reportId}/history`).expect(200)
    expect(history.text).toContain('took in claims.csv: 1 change of risk, 1 assignment, 1 comment')
  })

  test('a table that cannot be taken in says which line and why, and offers nothing to confirm', async () => {
    const { work, eve, ben } = await atDesk()
    const csv = await csvOf(eve, work.reportId)
    const path = `/reports/${work.reportId}/imports`
    const ruled = Buffer.from(csv.replace(',unreviewed,', ',disputed,'))
    const shown = await eve.upload(path, ruled, 'c.csv', { kind: 'claims' }).expect(200)
    expect(shown.text).toContain('line 2, claim 1')
    expect(shown.text).toContain('verdicts never come in by a file')
    expect(shown.text).not.toContain('Take it in')
    await eve.upload(path, Buffer.from('a,b\n1,2\n'), 'c.csv', { kind: 'claims' }).expect(422)
    const nothing = await eve.post(path, { kind: 'claims' }).expect(422)
    expect(nothing.text).toContain('Choose the file that came back.')
    const assigned = Buffer.from(csv.replace(/,ordinary,,,,/, ',ordinary,,Ana,,'))
    const seen = await ben.upload(path, assigned, 'c.csv', { kind: 'claims' }).expect(200)
    const waiting = /name="waiting" value="([^"]+)"/.exec(seen.text)?.[1] ?? ''
    const digest = /name="seen" value="([^"]+)"/.exec(seen.text)?.[1] ?? ''
    const refused = await ben.post(`${path}/confirmations`, { waiting, seen: digest }).expect(403)
    expect(refused.text).toContain('Only an editor or above may do this')
  })

  test('the API tells what would come of a file, then takes it in', async () => {
    const { desk, work, eve } = await atDesk()
    const sent = await eve.post(`/reports/${work.reportId}/exports`, { format: 'annotations' }).buffer()
    const [item] = (JSON.parse(sent.text) as { first: { items: object[] } }).first.items
    const annotation = { ...item, generator: undefined, body: { type: 'TextualBody', value: 'Look.' } }
    expect(readAnnotations(JSON.stringify([annotation]))[0]?.words).toBe('Look.')
    const token = await desk.tokenOf('reviewer')
    const post = (fields: Record<string, string>) =>
      request(desk.app)
        .post(`/api/v1/reports/${work.reportId}/imports`)
        .set('Authorization', `Bearer ${token}`)
        .field({ as: 'annotations', ...fields })
        .attach('file', Buffer.from(JSON.stringify([annotation])), 'a.jsonld')
    const dry = await post({ dryRun: 'true' }).expect(200)
    expect(dry.body).toMatchObject({ comments: [{ number: 1 }], notPlaced: [] })
    expect(await desk.db.comment.count()).toBe(0)
    await post({}).expect(201)
    expect(await desk.db.comment.count()).toBe(1)
    await post({ as: 'verdicts' }).expect(422)
  })
})
