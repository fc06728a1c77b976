import request from 'supertest'
import { beforeEach, expect, test } from 'vitest'
import { importDraft } from '../../src/drafts/import-draft.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { writeComment } from '../../src/review/write-comment.ts'
import { judgeEvidence } from '../../src/review/judge-evidence.ts'
import { accountWithRole } from '../support/accounts.ts'
import { type Browser, type TestApp, testApp } from '../support/app.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { HARBOUR_REPORT, morning, reportAtWork, type ReportAtWork } from '../support/reports.ts'

describeOnSqlite('what a report keeps', (makeDatabase) => {
  let desk: TestApp
  let work: ReportAtWork
  let eve: Browser
  let fay: Browser
  let at: string

  beforeEach(async () => {
    desk = testApp(await makeDatabase())
    work = await reportAtWork(desk.db)
    fay = await desk.as('editor')
    eve = await desk.asAccount(
      await accountWithRole(desk.db, 'editor', { name: 'Eve Two', email: 'eve2@desk.example' }),
    )
    at = `/reports/${work.report.id}`
    const claimId = work.claims[0]!.id
    const verdict = {
      claimId,
      checker: work.ana,
      verdict: 'substantiated',
      seenVersion: 1,
      at: morning(5),
    } as const
    await recordVerdict(desk.db, { ...verdict, rationale: 'The pilot told me so.' })
    const comment = {
      claimId,
      words: 'Ask the pilot again.',
      privileged: false,
      mentions: [],
      writtenBy: work.ben,
    }
    await writeComment(desk.db, { ...comment, at: morning(6) })
    const source = { title: 'Pilot book', kind: 'document' } as const
    const evidence = { claimId, source, judgement: 'supports', excerpt: 'The pilot saw fire.' } as const
    await judgeEvidence(desk.db, { ...evidence, judgedBy: work.ana, at: morning(6) })
  })

  const order = { ground: 'court order', reason: 'Order 7/26', claim: '', draft: '', event: '' }
  const answerIn = (html: string): string =>
    /action="\/(destructions\/[\w-]+\/answers)"/.exec(html)?.[1] ?? ''

  async function destroy(fields: Readonly<Record<string, string>>): Promise<void> {
    await eve.post(`${at}/destructions`, { ...order, ...fields }).expect(303)
    const { text } = await fay.get(`${at}/retention`).expect(200)
    await fay.post(`/${answerIn(text)}`, { answer: 'destroy' }).expect(422)
    await fay.post(`/${answerIn(text)}`, { answer: 'destroy', sure: 'yes' }).expect(303)
  }

  test('prints where words were destroyed who did it with whom, when and why', async () => {
    for (const what of ['rationale', 'comment', 'excerpt']) await destroy({ what })
    const { text } = await fay.get(`/claims/${work.claims[0]!.id}`).expect(200)
    expect(text).not.toContain('told me so')
    expect(text).not.toContain('Ask the pilot again')
    expect(text).not.toContain('The pilot saw fire')
    const stones = text.match(
      /Destroyed on 2 Mar 2026 by Eve Two with The editor, by a court’s order: Order 7\/26/g,
    )
    expect(stones?.length).toBeGreaterThanOrEqual(3)
    const page = await fay.get(`${at}/retention`).expect(200)
    expect(page.text).toContain('Order 7/26')
    expect((await fay.get(`${at}/history`).expect(200)).text).toContain(
      'destroyed, with Eve Two, a rationale on claim 1',
    )
  })

  test('every page of a report stays whole when an earlier draft, its file and the events that quote it are gone', async () => {
    const bytes = Buffer.from(
      HARBOUR_REPORT.replace('The fire broke out on 3 May 2021', 'A blaze began on 4 May 2021'),
    )
    await importDraft(desk.db, {
      reportId: work.report.id,
      bytes,
      name: 'harbour-2.md',
      importedBy: work.eve,
      at: morning(8),
    })
    await destroy({ what: 'draft', draft: '1' })
    await destroy({ what: 'original', draft: '1' })
    const drafts = await fay.get(`${at}/drafts`).expect(200)
    expect(drafts.text).toMatch(/Its text: Destroyed on .* by Eve Two with The editor/)
    expect(drafts.text).toMatch(/Its file: Destroyed on/)
    const pages = [
      'desk',
      'claims',
      'coverage',
      'notes',
      'history',
      'reading',
      'ticks',
      'together',
      'retention',
      'confirmations',
    ]
    for (const page of pages) {
      const { status, text } = await fay.get(`${at}/${page}`)
      expect({ page, bad: status >= 400 }).toEqual({ page, bad: false })
      expect(text).not.toContain('fire broke out on 3 May')
    }
    for (const { id } of await desk.db.claim.findMany({ where: { reportId: work.report.id } }))
      await fay.get(`/claims/${id}`).expect(200)
    const { text } = await fay.get(`${at}/drafts/2`).expect(410)
    expect(text).toContain('Destroyed on')
    const draft = await desk.db.draft.findFirstOrThrow({ where: { number: 1 } })
    const token = await desk.tokenOf('editor')
    const get = (path: string) =>
      request(desk.app).get(`/api/v1${path}`).set('Authorization', `Bearer ${token}`)
    expect((await get(`/drafts/${draft.id}`).expect(410)).text).toContain('Order 7/26')
    await get(`${at}/claims`).expect(200)
    await get(`${at}/history`).expect(200)
    for (const moment of ['2026-01-05', '2026-01-05T08:06'])
      for (const page of ['desk', 'claims', 'notes', 'history'])
        expect((await fay.get(`${at}/${page}?at=${moment}`)).status).toBeLessThan(500)
  })

  test('keeps what was typed when a form is refused, and asks nobody to answer their own request', async () => {
    const refused = await eve
      .post(`${at}/destructions`, { ...order, what: 'rationale', ground: 'retention rule' })
      .expect(409)
    expect(refused.text).toContain('No retention rule')
    expect(refused.text).toContain('Order 7/26')
    const unfit = await eve
      .post(`${at}/retention`, { 'days-rationale': '1.5', since: 'last draft' })
      .expect(422)
    expect(unfit.text).toContain('value="1.5"')
    await eve
      .post(`${at}/retention`, { 'days-rationale': '0', since: 'last draft', retainUntil: '' })
      .expect(303)
    expect((await eve.get(`${at}/retention`)).text).toContain('may be destroyed since 2026-01-05')
    await eve
      .post(`${at}/destructions`, { ...order, what: 'rationale', ground: 'retention rule' })
      .expect(303)
    const { text } = await eve.get(`${at}/retention`)
    expect(text).toContain('Somebody else has to answer.')
    await eve.post(`/${answerIn(text)}`, { answer: 'destroy', sure: 'yes' }).expect(403)
    await eve.post(`/${answerIn(text)}`, { answer: 'withdraw' }).expect(303)
    await (await desk.as('reviewer')).get(`${at}/retention`).expect(403)
  })

  test('is held and let go by lawyers of the desk', async () => {
    const lex = await desk.asAccount(
      await accountWithRole(desk.db, 'reader', { name: 'Lex', email: 'lex@desk.example', legal: true }),
    )
    await eve.post(`${at}/holds`, { reason: 'A suit.' }).expect(403)
    await lex.post(`${at}/holds`, { reason: '' }).expect(422)
    await lex.post(`${at}/holds`, { reason: 'A suit is announced.' }).expect(303)
    expect((await eve.get(`${at}/retention`)).text).toContain('Under legal hold')
    expect(
      (await eve.post(`${at}/destructions`, { ...order, what: 'rationale' }).expect(409)).text,
    ).toContain('legal hold')
    await lex.post(`${at}/holds/liftings`, { reason: 'It was settled.' }).expect(303)
    await eve.post(`${at}/destructions`, { ...order, what: 'rationale' }).expect(303)
  })

  test('is the same by the API', async () => {
    const token = await desk.tokenOf('editor')
    const ask = (method: 'get' | 'post', path: string, body = {}) =>
      request(desk.app)[method](`/api/v1${path}`).set('Authorization', `Bearer ${token}`).send(body)
    await ask('post', `${at}/retention`, { since: 'last draft', days: { comment: 0 } }).expect(201)
    await ask('post', `${at}/retention`, { since: 'last draft', days: { weather: 0 } }).expect(422)
    await eve.post(`${at}/destructions`, { ...order, what: 'comment', ground: 'retention rule' }).expect(303)
    const { body } = (await ask('get', `${at}/retention`).expect(200)) as { body: unknown }
    expect(body).toMatchObject({
      legalHold: false,
      requests: [{ what: 'comment', state: 'asked', count: 1 }],
    })
    const { id } = (body as { requests: { id: string }[] }).requests[0]!
    const done = await ask('post', `/destructions/${id}/answers`, { answer: 'destroy' }).expect(201)
    expect(done.body).toEqual({ reportId: work.report.id, state: 'done', destroyed: 1 })
    await ask('post', `/destructions/${id}/answers`, { answer: 'destroy' }).expect(409)
    await ask('post', `${at}/destructions`, {
      what: 'rationale',
      ground: 'court order',
      reason: 'Order 8',
    }).expect(201)
    await ask('post', `${at}/holds`, { reason: 'x' }).expect(403)
  })
})
