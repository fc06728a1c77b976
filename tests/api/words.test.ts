import { beforeAll, expect, test } from 'vitest'
import request from 'supertest'
import { withAuthor, type WithAuthor } from '../review/author-work.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { morning } from '../support/reports.ts'

describeOnSqlite('the API of a claim’s words', (makeDatabase) => {
  let app: TestApp
  let work: WithAuthor
  let tokens: Readonly<Record<'reader' | 'reviewer' | 'editor', string>>

  beforeAll(async () => {
    app = testApp(await makeDatabase())
    app.now = morning(10)
    work = await withAuthor(app.db)
    const [reader, reviewer, editor] = [
      await app.tokenOf('reader'),
      await app.tokenOf('reviewer'),
      await app.tokenOf('editor'),
    ]
    tokens = { reader, reviewer, editor }
  })

  const as = (who: keyof typeof tokens, method: 'get' | 'post', path: string, body?: object) =>
    request(app.app)[method](`/api/v1${path}`).set('Authorization', `Bearer ${tokens[who]}`).send(body)

  test('a fix is asked, answered and ruled on, and stands in the claim', async () => {
    const { id, version } = await work.claim(4)
    const fix = { original: '240,000', proposed: '241,000', seenVersion: version }
    const made = await as('reviewer', 'post', `/claims/${id}/fixes`, fix).expect(201)
    expect(made.body).toMatchObject({ number: 4, version: version + 1, outcome: 'fix asked' })
    const body = made.body as { id: string; start: number; end: number }
    expect(body.end - body.start).toBe('240,000'.length)
    await as('reviewer', 'post', `/claims/${id}/fixes`, { ...fix, original: '239' }).expect(409)
    await as('reader', 'post', `/claims/${id}/fixes`, fix).expect(403)
    await as('reviewer', 'post', `/fixes/${body.id}/answers`, { answer: 'declined' }).expect(422)
    const answered = await as('reviewer', 'post', `/fixes/${body.id}/answers`, { answer: 'accepted' })
    expect(answered.body).toMatchObject({ state: 'accepted' })
    const verdict = { verdict: 'substantiated', fixId: body.id, seenVersion: version + 1 }
    const ruled = await as('reviewer', 'post', `/claims/${id}/verdicts`, verdict).expect(201)
    expect(ruled.body).toMatchObject({ status: 'unreviewed', stale: false })
    const claim = await as('reader', 'get', `/claims/${id}`).expect(200)
    expect(claim.body).toMatchObject({
      fixes: [{ id: body.id, state: 'accepted', original: '240,000', proposed: '241,000' }],
      verdicts: [{ fixId: body.id, onThisWording: false }],
    })
    await as('reviewer', 'post', `/fixes/${body.id}/withdrawals`).expect(201)
    await as('reviewer', 'post', `/fixes/${body.id}/withdrawals`).expect(409)
    await as('reviewer', 'post', '/fixes/none/answers', { answer: 'accepted' }).expect(404)
  })

  test('a query is put, answered by a source and closed', async () => {
    const { id, version } = await work.claim(1)
    const query = { words: 'Which log?', deadline: '2026-02-01T12:00:00Z', seenVersion: version }
    const asked = await as('reviewer', 'post', `/claims/${id}/queries`, query).expect(201)
    const { id: queryId } = asked.body as { id: string }
    expect(asked.body).toMatchObject({ outcome: 'query open' })
    const answer = { answer: 'source', words: 'Gazette, p. 2' }
    await as('reviewer', 'post', `/queries/${queryId}/answers`, answer).expect(201)
    await as('reviewer', 'post', `/queries/${queryId}/answers`, answer).expect(409)
    await as('reviewer', 'post', `/queries/${queryId}/closings`).expect(201)
    const claim = await as('reader', 'get', `/claims/${id}`)
    expect(claim.body).toMatchObject({
      outcome: null,
      queries: [{ words: 'Which log?', answerKind: 'source', answer: 'Gazette, p. 2', state: 'closed' }],
    })
  })

  test('spans are ticked, listed and taken back', async () => {
    const list = `/reports/${work.report.id}/ticks`
    const listed = await as('reader', 'get', `${list}?show=all&limit=1`).expect(200)
    const { items, counts, next, draftId } = listed.body as {
      items: { claim: { id: string }; spans: { start: number; end: number; kind: string; quote: string }[] }[]
      counts: { offered: number }
      next: string
      draftId: string
    }
    expect(counts.offered).toBeGreaterThan(3)
    expect(next).toBe('1')
    const { start, end, kind, quote } = items[0]!.spans[0]!
    const path = `/claims/${items[0]!.claim.id}/ticks`
    const made = await as('reviewer', 'post', path, { start, end, kind, quote }).expect(201)
    await as('reviewer', 'post', path, { start, end, kind, quote }).expect(409)
    await as('reviewer', 'post', path, { start, end, kind, quote: 'other' }).expect(409)
    await as('reviewer', 'post', path, { start: 0, end: 5, kind, quote: 'other' }).expect(422)
    await as('reviewer', 'post', `/drafts/${draftId}/ticks`, { start: 2, end: 8, kind, quote: 'no' }).expect(
      409,
    )
    const claim = await as('reader', 'get', `/claims/${items[0]!.claim.id}`)
    expect(claim.body).toMatchObject({ ticks: [{ quote, kind }] })
    const { id } = made.body as { id: string }
    await as('reader', 'post', `/ticks/${id}/withdrawals`).expect(403)
    await as('editor', 'post', `/ticks/${id}/withdrawals`).expect(201)
  })

  test('editors name authors and make their links', async () => {
    const path = `/reports/${work.report.id}/authors`
    const author = await as('editor', 'post', path, { name: 'Jon' }).expect(201)
    const { id } = author.body as { id: string }
    await as('reviewer', 'post', path, { name: 'Kim' }).expect(403)
    await as('editor', 'post', `/authors/${id}`, { name: 'Jon Bell', email: 'jon@paper.example' }).expect(200)
    const link = await as('editor', 'post', `/authors/${id}/links`, {}).expect(201)
    const { id: linkId, address } = link.body as { id: string; address: string }
    await app.visitor().get(new URL(address).pathname).expect(200)
    await as('editor', 'post', `/author-links/${linkId}/revocations`).expect(201)
    await app.visitor().get(new URL(address).pathname).expect(410)
    const listed = await as('editor', 'get', path).expect(200)
    expect((listed.body as { items: { name: string }[] }).items.map(({ name }) => name)).toEqual([
      'Ida',
      'Jon Bell',
    ])
    expect(JSON.stringify(listed.body)).not.toContain('tokenHash')
  })

  test('is described', async () => {
    const described = await request(app.app).get('/api/v1/openapi.json')
    const { paths } = described.body as { paths: object }
    for (const path of [
      '/claims/{id}/fixes',
      '/queries/{id}/answers',
      '/reports/{id}/ticks',
      '/authors/{id}/links',
    ])
      expect(paths).toHaveProperty([path])
  })
})
