import { beforeEach, expect, test } from 'vitest'
import request from 'supertest'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { sourcesAtWork, type SourcesAtWork } from '../sources/sources-at-work.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { importMarkdown, morning } from '../support/reports.ts'

const AGAIN = `# The tide

The tide was late.[^1]

[^1]: Mill Post, "The mill burns", 3 May 2020, https://mill.example/1
`

describeOnSqlite('the page on which a source falls', (makeDatabase) => {
  let desk: TestApp
  let work: SourcesAtWork

  beforeEach(async () => {
    desk = testApp(await makeDatabase())
    work = await sourcesAtWork(desk.db)
    const { version } = await desk.db.claim.findUniqueOrThrow({ where: { id: work.claims[0]!.id } })
    const given = { claimId: work.claims[0]!.id, checker: work.ana, seenVersion: version, at: morning(5) }
    await recordVerdict(desk.db, { ...given, verdict: 'substantiated' })
  })

  const bodyOf = ({ body }: request.Response) => body as Record<string, unknown>
  const seenIn = (html: string): string => /name="seen" value="(\w+)"/.exec(html)?.[1] ?? ''

  test('lists what falls with it, and a list that changed meanwhile comes back with what was typed', async () => {
    const editor = await desk.as('editor')
    const page = await editor.get(`/sources/${work.first}/fall`).expect(200)
    expect(page.text).toContain('1 claim in 1 report')
    expect(page.text).toContain('substantiated (Ana)')
    expect(page.text).not.toContain('well')
    await importMarkdown(desk.db, 'tide.md', AGAIN, work.eve)
    const fields = { kind: 'retracted', to: '', reason: 'The paper took it back.', seen: seenIn(page.text) }
    const refused = await editor.post(`/sources/${work.first}/falls`, fields).expect(409)
    expect(refused.text).toContain('2 claims in 2 reports')
    expect(refused.text).toContain('The paper took it back.')
    expect(await desk.db.recheck.count()).toBe(0)
    await editor.post(`/sources/${work.first}/falls`, { ...fields, seen: seenIn(refused.text) }).expect(303)
    const source = await editor.get(`/sources/${work.first}`).expect(200)
    expect(source.text).toContain('This source is retracted')
    expect((await editor.get('/sources').expect(200)).text).toMatch(/<strong[^>]*>retracted<\/strong>/)
  })

  test('without a kind or a reason is shown again; whoever may not is refused', async () => {
    const editor = await desk.as('editor')
    const seen = seenIn((await editor.get(`/sources/${work.first}/fall`)).text)
    await editor.post(`/sources/${work.first}/falls`, { kind: '', reason: 'x', seen }).expect(422)
    await editor.post(`/sources/${work.first}/falls`, { kind: 'lost', reason: ' ', seen }).expect(422)
    await editor.get(`/sources/${work.hidden}/fall`).expect(404)
    await (await desk.as('reviewer')).get(`/sources/${work.first}/fall`).expect(403)
  })

  test('is told in the claim’s panel, the filter, the queue and the API; one button says that it still stands', async () => {
    const token = await desk.tokenOf('editor')
    const api = (method: 'get' | 'post', path: string) =>
      request(desk.app)[method](`/api/v1${path}`).set('Authorization', `Bearer ${token}`)
    const impact = bodyOf(await api('get', `/sources/${work.first}/impact`).expect(200))
    const fall = { kind: 'lost', reason: 'The archive burned.', seen: impact['seen'] }
    await api('post', `/sources/${work.first}/falls`)
      .send({ ...fall, seen: 'older' })
      .expect(409)
    const fallen = bodyOf(await api('post', `/sources/${work.first}/falls`).send(fall).expect(201))
    expect(fallen['rechecks']).toMatchObject([{ number: 1 }])
    const claimId = work.claims[0]!.id
    const claim = bodyOf(await api('get', `/claims/${claimId}`).expect(200))
    expect(claim).toMatchObject({
      rechecks: 1,
      settled: false,
      rechecked: [{ because: 'source lost', source: { id: work.first }, closedAt: null }],
    })
    const listed = bodyOf(await api('get', `/reports/${work.open}/claims?status=recheck`).expect(200))
    expect(listed['items']).toHaveLength(1)
    const reviewer = await desk.as('reviewer')
    const panel = await reviewer.get(`/claims/${claimId}`).expect(200)
    expect(panel.text).toContain('To check again:')
    expect(panel.text).toContain('a source was lost')
    expect((await reviewer.get(`/reports/${work.open}/claims?status=recheck`)).text).toContain(
      'to check again',
    )
    await reviewer.post(`/claims/${claimId}/recheck-closings`, { seenVersion: '1' }).expect(409)
    const seenVersion = String(claim['version'])
    await reviewer.post(`/claims/${claimId}/recheck-closings`, { seenVersion }).expect(303)
    expect((await reviewer.get(`/claims/${claimId}`)).text).not.toContain('To check again:')
    expect((await reviewer.get(`/claims/${claimId}`)).text).toContain('it still stands as substantiated')
  })

  test('an editor asks for a re-check in words, which are kept when they are refused', async () => {
    const claimId = work.claims[0]!.id
    const editor = await desk.as('editor')
    const asked = { words: 'The log says Tuesday.', seenVersion: '1' }
    const refused = await editor.post(`/claims/${claimId}/rechecks`, asked).expect(409)
    expect(refused.text).toContain('The log says Tuesday.')
    await editor.post(`/claims/${claimId}/rechecks`, { words: '', seenVersion: '2' }).expect(422)
    await editor.post(`/claims/${claimId}/rechecks`, { ...asked, seenVersion: '2' }).expect(303)
    const { text } = await (
      await desk.asAccount((await desk.as('reviewer')).account)
    ).get(`/claims/${claimId}`)
    expect(text).toContain('an editor asked for it')
    expect(text).toContain('The log says Tuesday.')
  })
})
