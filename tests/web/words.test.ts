import { beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { withAuthor, type WithAuthor } from '../review/author-work.ts'
import { csrfTokenIn, testApp, type Browser, type TestApp } from '../support/app.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { askQuery } from '../../src/review/ask-query.ts'
import { answerFix } from '../../src/review/answer-fix.ts'
import { createAuthorLink, revokeAuthorLink } from '../../src/review/author-links.ts'
import { addReportAuthor } from '../../src/review/report-authors.ts'
import { morning } from '../support/reports.ts'

describeOnSqlite('the words of a claim', (makeDatabase) => {
  let app: TestApp
  let db: Database
  let work: WithAuthor
  let checker: Browser

  beforeEach(async () => {
    db = await makeDatabase()
    app = testApp(db)
    app.now = morning(10)
    work = await withAuthor(db)
    checker = await app.asAccount(
      (await db.account.findUniqueOrThrow({ where: { id: work.ana.id } })) as never,
    )
  })

  const desk = (number: number) => `/reports/${work.report.id}/desk?claim=${number}`
  const send = async (number: number, what: string, fields: Record<string, string>) => {
    const { id, version } = await work.claim(number)
    return checker.post(`/claims/${id}/${what}`, { back: 'desk', seenVersion: String(version), ...fields })
  }

  test('typed over become a fix of the fewest words, shown as a word diff that says what goes and what comes', async () => {
    const { quote } = await db.placement.findFirstOrThrow({ where: { claim: { number: 4 } } })
    const sent = await send(4, 'fixes', { words: quote.replace('240,000', '241,000') })
    expect(sent.headers['location']).toBe(`${desk(4)}#c4`)
    expect(await db.fix.findFirstOrThrow()).toMatchObject({ original: '240,000', proposed: '241,000' })
    const { text } = await checker.get(desk(4)).expect(200)
    expect(text).toContain('<del><span class="vh" lang="en">[out: </span>240,000')
    expect(text).toContain('<ins><span class="vh" lang="en">[in: </span>241,000')
    expect(text).toContain('fix asked: other words are wanted')
    expect(text).toMatch(/the fix “240,000” → “241,000”/)
  })

  test('that were not changed, or of a claim that changed, come back with what was typed', async () => {
    const { quote } = await db.placement.findFirstOrThrow({ where: { claim: { number: 4 } } })
    const same = await send(4, 'fixes', { words: quote })
    expect(same.status).toBe(422)
    expect(same.text).toContain('href="#fix-words"')
    const late = await send(4, 'fixes', { words: 'Somebody else wrote this.', seenVersion: '7' })
    expect(late.status).toBe(409)
    expect(late.text).toContain('Somebody else wrote this.</textarea>')
  })

  test('are asked about, answered for the author and closed on the desk', async () => {
    const refused = await send(1, 'queries', { words: '', deadline: '' })
    expect(refused.status).toBe(422)
    const noDay = await send(1, 'queries', { words: 'Which log?', deadline: 'tomorrow' })
    expect(noDay.text).toContain('Which log?</textarea>')
    await send(1, 'queries', { words: 'Which log? <b>' }).then(({ status }) => expect(status).toBe(303))
    const { id } = await db.query.findFirstOrThrow()
    const { text } = await checker.get(desk(1))
    expect(text).toContain('Which log? &lt;b&gt;')
    const answer = { back: 'desk', answer: 'source', words: '' }
    const empty = await checker.post(`/queries/${id}/answers`, answer)
    expect(empty.status).toBe(422)
    expect(empty.text).toContain(`href="#answer-${id}"`)
    await checker.post(`/queries/${id}/answers`, { ...answer, words: 'Gazette, p. 2' }).expect(303)
    const again = await checker.post(`/queries/${id}/answers`, { ...answer, words: 'Mine' })
    expect(again.status).toBe(409)
    expect(again.text).toContain('Ana answered this query already')
    await checker.post(`/queries/${id}/closings`, { back: 'desk' }).expect(303)
    expect((await checker.get(desk(1))).text).toContain('Closed by Ana.')
  })

  test('are ticked one by one, on the desk and on the report’s list', async () => {
    const { text } = await checker.get(desk(1))
    const span = /name="span" value="([^"]+)" data-key="t"/.exec(text)?.[1] ?? ''
    const draftId = /name="draftId" value="([^"]+)"/.exec(text)?.[1] ?? ''
    await send(1, 'ticks', { span, draftId, against: '' }).then(({ status }) => expect(status).toBe(303))
    expect((await checker.get(desk(1))).text).toContain('Who ticked what (1)')
    const twice = await send(1, 'ticks', { span, draftId, against: '' })
    expect(twice.text).toContain('You have ticked these words')
    expect(twice.status).toBe(409)
    const list = `/reports/${work.report.id}/ticks`
    const all = (await checker.get(list).expect(200)).text
    const chosen = /value="(source:[^"]+)"/.exec(all)?.[1] ?? ''
    const page = (await checker.get(`${list}?against=${chosen}`).expect(200)).text
    const next = /name="span" value="([^"]+)"/.exec(page)?.[1] ?? ''
    const row = { span: next, draftId, against: chosen, chosen, show: 'unticked', page: '1', row: '3' }
    const ticked = await checker.post(list, row)
    expect(ticked.status).toBe(303)
    expect(ticked.headers['location']).toBe(`${list}?against=${encodeURIComponent(chosen)}#t3`)
    const { id } = await db.tick.findFirstOrThrow({ where: { tickedById: work.ana.id } })
    await checker.post(`/ticks/${id}/withdrawals`, { show: 'all' }).expect(303)
    expect((await checker.get(`${list}?show=all`)).text).toContain('1 of ')
    await checker.post(list, { ...row, span: 'nonsense' }).expect(422)
  })

  test('an editor names authors and makes links, each shown once', async () => {
    const editor = await app.as('editor')
    const page = `/reports/${work.report.id}/authors`
    await editor.post(page, { name: 'Jon', email: 'jon' }).expect(422)
    await editor.post(page, { name: 'Jon', email: 'jon@paper.example' }).expect(303)
    await editor.post(page, { name: 'Jon' }).expect(409)
    const jon = await db.reportAuthor.findFirstOrThrow({ where: { name: 'Jon' } })
    const past = await editor.post(`/authors/${jon.id}/links`, { deadline: '2020-01-01' })
    expect(past.status).toBe(422)
    expect(past.text).toContain('value="2020-01-01"')
    const made = await editor.post(`/authors/${jon.id}/links`, { deadline: '', expiresAt: '' })
    expect(made.status).toBe(201)
    const address = /http:\/\/localhost:3000(\/author\/[\w-]{43})/.exec(made.text)?.[1] ?? ''
    expect((await editor.get(page)).text).not.toContain(address)
    await app.visitor().get(address).expect(200)
    const { id } = await db.authorLink.findFirstOrThrow({ where: { authorId: jon.id } })
    await editor.post(`/author-links/${id}/revocation`).expect(303)
    await app.visitor().get(address).expect(410)
    await editor.post(`/authors/${jon.id}`, { name: 'Jon Bell', email: '' }).expect(303)
    await (await app.as('reviewer')).get(page).expect(403)
  })
})

describeOnSqlite('an author’s page', (makeDatabase) => {
  let app: TestApp
  let db: Database
  let work: WithAuthor

  beforeEach(async () => {
    db = await makeDatabase()
    app = testApp(db)
    app.now = morning(10)
    work = await withAuthor(db)
    await work.askSum()
    const { id, version } = await work.claim(1)
    const query = { claimId: id, words: 'Which log?', askedBy: work.ana, seenVersion: version }
    await askQuery(db, { ...query, at: morning(4) })
  })

  const open = async () => {
    const visitor = app.visitor()
    const page = `/author/${work.secret}`
    const { text, headers } = await visitor.get(page).expect(200)
    const send = (path: string, fields: object) =>
      visitor
        .post(`${page}/${path}`)
        .type('form')
        .send({ ...fields, _csrf: csrfTokenIn(text) })
    return { text, headers, send, page, visitor }
  }

  test('lists what is open for them with the claims’ own words, and nothing else of the report', async () => {
    const other = await addReportAuthor(db, {
      reportId: work.report.id,
      name: 'Jon',
      by: work.eve,
      at: morning(5),
    })
    const { id, version } = await work.claim(3)
    const jons = {
      claimId: id,
      words: 'Who signed?',
      authorId: other.id,
      askedBy: work.ben,
      seenVersion: version,
    }
    await askQuery(db, { ...jons, at: morning(6) })
    const { text, headers } = await open()
    expect(text).toContain('Which log?')
    expect(text).toContain('The fire broke out on 3 May 2021')
    expect(text).toContain('241,000')
    expect(text).not.toMatch(/Who signed|harbour master|Witnesses|The harbour fire|substantiated|Sign in/)
    expect(headers).toMatchObject({
      'x-robots-tag': 'noindex, nofollow',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
  })

  test('takes answers without an account, which come back into the claim’s thread', async () => {
    const { send, page, visitor } = await open()
    const [fix, query] = [await db.fix.findFirstOrThrow(), await db.query.findFirstOrThrow()]
    const wordless = await send(`fixes/${fix.id}`, { answer: 'declined', words: ' ' })
    expect(wordless.status).toBe(422)
    expect(wordless.text).toContain(`href="#words-${fix.id}"`)
    await send(`fixes/${fix.id}`, { answer: 'declined', words: 'The policy says so.' }).expect(303)
    await send(`queries/${query.id}`, { answer: 'on me' }).expect('Location', `${page}?done`)
    expect((await visitor.get(`${page}?done`)).text).toMatch(/Thank you.*Nothing is open for you/s)
    const checker = await app.as('reviewer')
    const desk = (await checker.get(`/reports/${work.report.id}/desk?claim=4`)).text
    expect(desk).toContain('The policy says so.')
    expect(await work.claim(1)).toMatchObject({ outcome: 'on author' })
  })

  test('says what happened to what is no longer open, and keeps what was typed', async () => {
    const { send } = await open()
    const fix = await db.fix.findFirstOrThrow()
    await answerFix(db, { fixId: fix.id, by: { checker: work.ben }, answer: 'accepted', at: morning(9) })
    const late = await send(`fixes/${fix.id}`, { answer: 'declined', words: 'No, keep it.' })
    expect(late.status).toBe(409)
    expect(late.text).toMatch(/Ben accepted this fix already.*No, keep it\./s)
    await send('fixes/none', { answer: 'accepted' }).expect(404)
    await send(`fixes/${fix.id}`, { answer: 'perhaps' }).expect(422)
  })

  test('ends with its link, and says whom to ask', async () => {
    const { page, visitor } = await open()
    app.now = new Date(morning(2).getTime() + 15 * 24 * 60 * 60_000)
    expect((await visitor.get(page).expect(410)).text).toContain('Ask Eve for a new one')
    app.now = morning(10)
    const anew = await createAuthorLink(db, { authorId: work.authorId, by: work.eve, at: morning(10) })
    expect((await visitor.get(page).expect(410)).text).toContain('Ask Eve for the present one')
    await revokeAuthorLink(db, { linkId: anew.id, by: work.eve, at: morning(10) })
    await visitor.get(`/author/${anew.secret}`).expect(410)
    const unknown = (await visitor.get('/author/none').expect(404)).text
    expect(unknown).not.toContain('Eve')
  })

  test('refuses a form that did not come from it', async () => {
    const fix = await db.fix.findFirstOrThrow()
    await app
      .visitor()
      .post(`/author/${work.secret}/fixes/${fix.id}`)
      .type('form')
      .send({ answer: 'accepted' })
      .expect(403)
    expect((await db.fix.findFirstOrThrow()).state).toBe('asked')
  })
})
