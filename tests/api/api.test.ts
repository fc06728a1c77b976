import request, { type Test } from 'supertest'
import { expect, test } from 'vitest'
import type { Role } from '../../src/accounts/account.ts'
import type { Database } from '../../src/db/database.ts'
import { testApp, type TestApp } from '../support/app.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { HARBOUR_REPORT } from '../support/reports.ts'

interface Client {
  get: (path: string) => Test
  post: (path: string, body: object) => Test
  upload: (text: string | Buffer, name: string, title?: string) => Test
}

async function clientOf(desk: TestApp, role: Role): Promise<Client> {
  const authorization = `Bearer ${await desk.tokenOf(role)}`
  return {
    get: (path) => request(desk.app).get(`/api/v1${path}`).set({ authorization }),
    post: (path, body) => request(desk.app).post(`/api/v1${path}`).set({ authorization }).send(body),
    upload: (text, name, title) => {
      const sent = request(desk.app)
        .post('/api/v1/reports')
        .set({ authorization })
        .attach('file', Buffer.from(text), name)
      return title === undefined ? sent : sent.field('title', title)
    },
  }
}

async function importedReport(db: Database): Promise<{
  desk: TestApp
  editor: Client
  id: string
  claims: { id: string; quote: string; start: number; end: number; version: number }[]
}> {
  const desk = testApp(db)
  const editor = await clientOf(desk, 'editor')
  const { body } = (await editor.upload(HARBOUR_REPORT, 'harbour.md').expect(201)) as { body: { id: string } }
  const listed = await editor.get(`/reports/${body.id}/claims`).expect(200)
  return { desk, editor, id: body.id, claims: (listed.body as { items: never }).items }
}

describeOnBothDatabases('the API', (makeDatabase) => {
  test('imports a file and says what was in it', async () => {
    const db = await makeDatabase()
    const editor = await clientOf(testApp(db), 'editor')
    const { body } = (await editor.upload(HARBOUR_REPORT, 'harbour.md', 'Night of fire').expect(201)) as {
      body: { id: string; warnings: { rule: string }[] }
    }
    expect(body).toMatchObject({ draft: 1, claims: 4, notes: 1, markers: 3 })
    expect(body.warnings.map((warning) => warning.rule)).toContain('note-missing')
    const shown = await editor.get(`/reports/${body.id}`).expect(200)
    expect(shown.body).toMatchObject({
      title: 'Night of fire',
      counts: { total: 4, unreviewed: 4, settled: 0 },
    })
  })

  test('imports a next draft, lists both, and refuses the same file again', async () => {
    const { desk, editor, id } = await importedReport(await makeDatabase())
    const authorization = `Bearer ${await desk.tokenOf('editor')}`
    const send = (text: string) =>
      request(desk.app)
        .post(`/api/v1/reports/${id}/drafts`)
        .set({ authorization })
        .attach('file', Buffer.from(text), 'next.md')
    const { body } = (await send(HARBOUR_REPORT.replace('3 May', '3 June')).expect(201)) as { body: object }
    expect(body).toMatchObject({ id, draft: 2, placed: 3, moved: 0, edited: 1, orphaned: 0, added: 0 })
    const again = await send(HARBOUR_REPORT).expect(409)
    expect((again.body as { detail: string }).detail).toContain('draft 1 of the report already')
    const drafts = await editor.get(`/reports/${id}/drafts`).expect(200)
    expect(drafts.body).toMatchObject({
      items: [{ number: 2, claims: { edited: 1 } }, { number: 1 }],
      next: null,
    })
  })

  test('takes evidence on a claim and shows it with the claim', async () => {
    const { desk, editor, claims } = await importedReport(await makeDatabase())
    const citation = await desk.db.citation.findFirstOrThrow()
    const [claim] = claims
    const given = { citationId: citation.id, judgement: 'supports', credibility: 1, locator: 'p. 2' }
    const judged = await editor.post(`/claims/${claim?.id ?? ''}/evidence`, given).expect(201)
    expect(judged.body).toMatchObject({ claimId: claim?.id, supersedes: null })
    const shown = await editor.get(`/claims/${claim?.id ?? ''}`).expect(200)
    expect((shown.body as { evidence: unknown[] }).evidence).toMatchObject([given])
    await editor.post(`/claims/${claim?.id ?? ''}/evidence`, { ...given, judgement: 'likes' }).expect(422)
    await editor.post('/claims/none/evidence', given).expect(404)
    const reader = await clientOf(desk, 'reader')
    await reader.post(`/claims/${claim?.id ?? ''}/evidence`, given).expect(403)
  })

  test('gives a report as a Word file, to an editor', async () => {
    const { desk, editor, id } = await importedReport(await makeDatabase())
    const sent = await editor.get(`/reports/${id}/export?format=docx&include=rationale`).buffer().expect(200)
    expect(sent.headers['content-type']).toContain('wordprocessingml.document')
    expect(sent.headers['content-disposition']).toContain('the-harbour-fire-draft-1.docx')
    await editor.get(`/reports/${id}/export?format=doc`).expect(422)
    await editor.get(`/reports/${id}/export?format=docx&include=passwords`).expect(422)
    await (await clientOf(desk, 'reviewer')).get(`/reports/${id}/export?format=docx`).expect(403)
  })

  test('gives offsets that cut the quotes out of the draft’s text', async () => {
    const { editor, id, claims } = await importedReport(await makeDatabase())
    const report = await editor.get(`/reports/${id}`)
    const draft = await editor
      .get(`/drafts/${(report.body as { draft: { id: string } }).draft.id}`)
      .expect(200)
    const { text } = draft.body as { text: string }
    expect(claims.map((claim) => text.slice(claim.start, claim.end))).toEqual(
      claims.map((claim) => claim.quote),
    )
    expect(draft.body).toMatchObject({ markers: [{ note: 0 }, { note: null }, { note: 0 }] })
  })

  test('lists claims in order, by pages, by status and by words', async () => {
    const { editor, id, claims } = await importedReport(await makeDatabase())
    const first = await editor.get(`/reports/${id}/claims?limit=3`)
    const { items, next } = first.body as { items: { id: string }[]; next: string }
    const rest = await editor.get(`/reports/${id}/claims?limit=3&cursor=${next}`)
    expect([...items, ...(rest.body as { items: { id: string }[] }).items].map((claim) => claim.id)).toEqual(
      claims.map((claim) => claim.id),
    )
    expect((rest.body as { next: null }).next).toBeNull()
    expect((await editor.get(`/reports/${id}/claims?q=TWO%20boats`)).body).toMatchObject({
      items: [{ number: 2 }],
    })
    expect((await editor.get(`/reports/${id}/claims?status=disputed`)).body).toEqual({
      items: [],
      next: null,
    })
  })

  test('records a verdict, shows it with the claim and in the history', async () => {
    const { desk, id, claims } = await importedReport(await makeDatabase())
    const reviewer = await clientOf(desk, 'reviewer')
    const path = `/claims/${claims[1]!.id}`
    const ruling = {
      verdict: 'unsubstantiated',
      reason: 'no-note',
      rationale: 'Nobody kept the note.',
      seenVersion: 1,
    }
    const ruled = await reviewer.post(`${path}/verdicts`, ruling).expect(201)
    expect(ruled.body).toMatchObject({ version: 2, status: 'unsubstantiated', settled: false })
    expect((await reviewer.get(path).expect(200)).body).toMatchObject({
      version: 2,
      status: 'unsubstantiated',
      confidence: { asWritten: 'moderate', asAssessed: null },
      notes: [{ label: 'boats', note: null }],
      placements: [{ draft: 1, placement: 'placed' }],
      verdicts: [
        {
          verdict: 'unsubstantiated',
          reason: 'no-note',
          rationale: 'Nobody kept the note.',
          withdrawn: false,
        },
      ],
    })
    const history = await reviewer.get(`/reports/${id}/history`).expect(200)
    expect(history.body).toMatchObject({
      items: [
        { seq: 1, kind: 'report.imported' },
        { seq: 2, kind: 'verdict.recorded', payload: { number: 2 } },
      ],
      next: null,
    })
  })

  test('answers 409 when the claim changed since it was seen, and writes nothing', async () => {
    const db = await makeDatabase()
    const { editor, claims } = await importedReport(db)
    const path = `/claims/${claims[0]!.id}/verdicts`
    await editor.post(path, { verdict: 'substantiated', seenVersion: 1 }).expect(201)
    const late = await editor.post(path, { verdict: 'disputed', reason: 'other', seenVersion: 1 }).expect(409)
    expect(late.headers['content-type']).toMatch('application/problem+json')
    expect(await db.verdict.count()).toBe(1)
  })

  test.each([
    ['a verdict without a reason', { verdict: 'disputed', seenVersion: 1 }],
    ['a word that is no verdict', { verdict: 'true', seenVersion: 1 }],
    ['no version', { verdict: 'substantiated' }],
    ['a field nobody knows', { verdict: 'substantiated', seenVersion: 1, colour: 'red' }],
  ])('answers 422 to %s, in words', async (_, body) => {
    const db = await makeDatabase()
    const { editor, claims } = await importedReport(db)
    const answer = await editor.post(`/claims/${claims[0]!.id}/verdicts`, body).expect(422)
    expect((answer.body as { detail: string }).detail.length).toBeGreaterThan(10)
    expect(await db.verdict.count()).toBe(0)
  })

  test('takes a verdict back and decides outcomes', async () => {
    const { editor, claims } = await importedReport(await makeDatabase())
    const path = `/claims/${claims[0]!.id}`
    await editor.post(`${path}/verdicts`, { verdict: 'substantiated', seenVersion: 1 }).expect(201)
    const taken = await editor.post(`${path}/withdrawals`, { seenVersion: 2 }).expect(201)
    expect(taken.body).toMatchObject({ status: 'unreviewed', version: 3 })
    const decided = await editor
      .post(`${path}/outcomes`, { outcome: 'query open', seenVersion: 3 })
      .expect(201)
    expect(decided.body).toMatchObject({ outcome: 'query open', version: 4 })
  })

  test('shows a history as it was at an instant', async () => {
    const { desk, editor, id, claims } = await importedReport(await makeDatabase())
    const before = desk.now.toISOString()
    desk.now = new Date(desk.now.getTime() + 60_000)
    await editor
      .post(`/claims/${claims[0]!.id}/verdicts`, { verdict: 'substantiated', seenVersion: 1 })
      .expect(201)
    const history = await editor.get(`/reports/${id}/history?at=${before}`)
    expect((history.body as { items: unknown[] }).items).toHaveLength(1)
  })

  test('wants a token, and the role for what is done', async () => {
    const { desk, claims } = await importedReport(await makeDatabase())
    await request(desk.app)
      .get('/api/v1/reports')
      .expect(401)
      .expect('content-type', /problem\+json/)
    await request(desk.app).get('/api/v1/reports').set('authorization', 'Bearer nonsense').expect(401)
    const reader = await clientOf(desk, 'reader')
    await reader.get('/reports').expect(200)
    await reader
      .post(`/claims/${claims[0]!.id}/verdicts`, { verdict: 'substantiated', seenVersion: 1 })
      .expect(403)
    await (await clientOf(desk, 'reviewer')).upload(HARBOUR_REPORT, 'harbour.md').expect(403)
  })

  test('says nothing of a closed report to those it is closed to, admins included', async () => {
    const db = await makeDatabase()
    const { desk, editor, id, claims } = await importedReport(db)
    await db.report.update({ where: { id }, data: { closed: true } })
    const admin = await clientOf(desk, 'admin')
    for (const path of [
      `/reports/${id}`,
      `/reports/${id}/claims`,
      `/reports/${id}/history`,
      `/claims/${claims[0]!.id}`,
    ])
      await admin.get(path).expect(404)
    expect((await editor.get('/reports')).body).toEqual({ items: [], next: null })
  })

  test.each([
    ['an empty file', '', 'empty.txt'],
    [
      'bytes that are no text',
      Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3, 0xff, 0xfe, 0, 0]),
      'report.txt',
    ],
  ])('answers 422 to %s and keeps no half report', async (_, bytes, name) => {
    const db = await makeDatabase()
    const editor = await clientOf(testApp(db), 'editor')
    await editor.upload(bytes, name).expect(422)
    expect(await db.report.count()).toBe(0)
    expect(await db.event.count({ where: { kind: 'report.imported' } })).toBe(0)
  })

  test('describes itself from the schemas that validate its requests', async () => {
    const desk = testApp(await makeDatabase())
    const described = await request(desk.app).get('/api/v1/openapi.json').expect(200)
    expect(described.body).toMatchObject({
      openapi: '3.1.0',
      paths: {
        '/claims/{id}/verdicts': { post: { responses: { 201: {}, 409: {}, 422: {} } } },
        '/reports/{id}/history': { get: {} },
      },
      components: { schemas: { NewVerdict: { required: ['verdict', 'seenVersion'] } } },
    })
  })

  test('answers unknown addresses with a problem, not a page', async () => {
    const { editor } = await importedReport(await makeDatabase())
    await editor
      .get('/nowhere')
      .expect(404)
      .expect('content-type', /problem\+json/)
    await editor.get('/claims/nobody').expect(404)
  })
})
