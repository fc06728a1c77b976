import { beforeEach, expect, test } from 'vitest'
import { addWentOut } from '../../src/publication/went-out/add-went-out.ts'
import { publish } from '../../src/publication/publish.ts'
import { correctPublication } from '../../src/publication/correct-publication.ts'
import { accountWithRole } from '../support/accounts.ts'
import { millAtWork, settleAll, waiveBlockers } from '../support/at-the-gate.ts'
import { type Browser, type TestApp, testApp } from '../support/app.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { published, type Published } from '../support/published.ts'
import { HARBOUR_REPORT, morning, reportAtWork, type ReportAtWork } from '../support/reports.ts'

describeOnSqlite('the pages about a report that went out', (makeDatabase) => {
  let desk: TestApp
  let work: ReportAtWork
  let out: Published
  let editor: Browser
  let at: string

  beforeEach(async () => {
    desk = testApp(await makeDatabase())
    work = await reportAtWork(desk.db)
    out = await published(desk.db, { reportId: work.report.id, by: work.eve, at: morning(10) })
    editor = await desk.as('editor')
    at = `/reports/${work.report.id}`
  })

  test('open and close the evidence page', async () => {
    const page = async (): Promise<string> => (await editor.get(`${at}/publications`).expect(200)).text
    expect(await page()).toContain('Closed: nobody outside the desk sees it.')
    await editor.post(`/publications/${out.id}/evidence-page`, { open: 'yes' }).expect(303)
    expect(await page()).toContain(`href="/evidence/${out.slug}"`)
    await desk.visitor().get(`/evidence/${out.slug}`).expect(200)
    await editor.post(`/publications/${out.id}/evidence-page`, { open: 'no' }).expect(303)
    await desk.visitor().get(`/evidence/${out.slug}`).expect(404)
    const reader = await desk.as('reader')
    expect((await reader.get(`${at}/publications`).expect(200)).text).not.toContain('/evidence-page"')
  })

  test('keep what was typed when a correction or a withdrawal is refused', async () => {
    const path = `/publications/${out.id}`
    const typed = { kind: 'correction', claim: '77', was: '3 May', now: '4 May', note: 'A day later.' }
    const refused = await editor.post(`${path}/corrections`, typed).expect(422)
    expect(refused.text).toContain('has no claim 77')
    expect(refused.text).toMatch(/value="77"/)
    expect(refused.text).toContain('A day later.')
    await editor.post(`${path}/corrections`, { ...typed, claim: '1' }).expect(303)
    expect((await editor.get(`${at}/publications`)).text).toContain('Correction 1')
    expect((await editor.get(`${at}/history`)).text).toContain(
      'published correction 1 to publication 1, on claim 1',
    )
    expect((await editor.get(`/claims/${work.claims[0]!.id}`)).text).toContain('published correction 1')
    const unsure = await editor.post(`${path}/withdrawals`, { reason: 'It was forged.' }).expect(422)
    expect(unsure.text).toContain('It was forged.')
    await editor
      .post(`${path}/withdrawals`, { reason: 'It was forged.', sure: 'yes', recheck: '2' })
      .expect(303)
    await editor.post(`${path}/withdrawals`, { reason: 'Again.', sure: 'yes' }).expect(409)
    expect((await editor.get(`${at}/publications`)).text).toContain('Withdrawn')
  })

  test('say how the text went out, difference by difference, or that there is none', async () => {
    const path = `/publications/${out.id}/went-out`
    expect((await editor.upload(path, Buffer.alloc(0), '').expect(422)).text).toContain(
      'Choose the page, PDF or file',
    )
    const same = await editor.upload(path, Buffer.from(HARBOUR_REPORT), 'same.md').expect(303)
    const exact = await editor.get(same.headers['location'] ?? '').expect(200)
    expect(exact.text).toContain('It went out exactly as signed off.')
    const other = Buffer.from(HARBOUR_REPORT.replace('3 May 2021 in', '5 May 2021 in'))
    const { headers } = await editor.upload(path, other, 'other.md').expect(303)
    const { text } = await editor.get(headers['location'] ?? '').expect(200)
    expect(text).toMatch(/<del>.*3.*<\/del>/)
    expect(text).toContain(`href="/claims/${work.claims[0]!.id}"`)
    expect((await editor.get(`${at}/publications`)).text).toContain('1 difference')
  })

  test('write a complaint down, decide it and hold the report for it', async () => {
    const typed = {
      publication: out.id,
      from: 'Rhea Vance',
      words: 'One boat.',
      way: 'letter',
      quote: 'nowhere at all',
    }
    const refused = await editor.post(`${at}/complaints`, typed).expect(422)
    expect(refused.text).toContain('do not stand in the text')
    expect(refused.text).toContain('Rhea Vance')
    const { headers } = await editor
      .post(`${at}/complaints`, { ...typed, quote: 'saw two boats' })
      .expect(303)
    const path = headers['location'] ?? ''
    expect((await editor.get(path).expect(200)).text).toContain('Rhea Vance')
    const unfit = await editor
      .post(`${path}/decisions`, { decision: 'upheld', reply: ' ', kind: '' })
      .expect(422)
    expect(unfit.text).toMatch(/value="upheld" required checked/)
    const correction = {
      kind: 'correction',
      claim: '2',
      was: 'two boats',
      now: 'one boat',
      note: 'One boat left.',
    }
    await editor
      .post(`${path}/decisions`, { decision: 'upheld', reply: 'You are right.', ...correction })
      .expect(303)
    const { text } = await editor.get(path).expect(200)
    expect(text).toContain('You are right.')
    expect(text).toContain('correction 1')
    await editor.post(`${path}/decisions`, { decision: 'rejected', reply: 'No.' }).expect(409)
    await (await desk.as('reader')).get(`${at}/complaints`).expect(403)
    const lex = await accountWithRole(desk.db, 'reader', { email: 'lex@desk.example', legal: true })
    const lawyer = await desk.asAccount(lex)
    expect((await lawyer.get(path).expect(200)).text).toContain('Put it under legal hold')
    await lawyer.post(`${at}/holds`, { reason: 'Complaint 1' }).expect(303)
    expect((await desk.db.report.findUniqueOrThrow({ where: { id: work.report.id } })).legalHold).toBe(true)
  })

  test('tell how reports stand, also as a spreadsheet that runs nothing', async () => {
    await desk.db.report.update({ where: { id: work.report.id }, data: { title: '=HYPERLINK("x")' } })
    const reader = await desk.as('reader')
    const span = 'from=2026-01-01&to=2026-01-31'
    const { text } = await reader.get(`/standing?${span}`).expect(200)
    expect(text).toContain('re-checked and stood')
    expect(text).toContain('<svg')
    const csv = await reader.get(`/standing.csv?${span}`).expect(200)
    expect(csv.headers['content-type']).toContain('text/csv')
    expect(csv.text).toContain(`"'=HYPERLINK(""x"")"`)
    expect((await reader.get('/standing?from=2026-02-01&to=2026-01-01').expect(422)).text).toContain(
      'the earlier one first',
    )
    expect((await reader.get('/standing?from=2030-01-01&to=2030-02-01').expect(200)).text).toContain(
      'No report',
    )
  })

  test('follow a report that was audited, let pass and published by the verbs', async () => {
    desk = testApp(await makeDatabase())
    editor = await desk.as('editor')
    const mill = await millAtWork(desk.db)
    await settleAll(desk.db, mill)
    await waiveBlockers(desk.db, mill.reportId, mill.eve)
    const { reportId, draftId, eve } = mill
    const { id, slug } = await publish(desk.db, { reportId, draftId, publishedBy: eve, at: morning(40) })
    await editor.post(`/publications/${id}/evidence-page`, { open: 'yes' }).expect(303)
    const { text } = await desk.visitor().get(`/evidence/${slug}`).expect(200)
    expect(text).toContain('The mill burned down on 9 June 2020.')
    expect(text.match(/class="claim is-s first"/g)).toHaveLength(mill.claims.length)
    expect(text).not.toMatch(/\bAna\b|\bEve\b|\bFay\b/)
    const note = { kind: 'clarification', note: 'The owner was paid in 2021.' } as const
    await correctPublication(desk.db, { publicationId: id, ...note, by: eve, at: morning(41) })
    expect((await desk.visitor().get(`/evidence/${slug}`)).text).toContain('The owner was paid in 2021.')
    const file = {
      bytes: Buffer.from('# Another\n\nNothing of it.\n'),
      name: 'other.md',
      by: eve,
      at: morning(42),
    }
    expect((await addWentOut(desk.db, { publicationId: id, ...file })).differences).toBeGreaterThan(3)
  })
})
