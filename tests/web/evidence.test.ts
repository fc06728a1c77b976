import { beforeAll, expect, test } from 'vitest'
import { importReport } from '../../src/drafts/import-report.ts'
import { type Browser, type TestApp, testApp } from '../support/app.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { type ReportAtWork, reportAtWork } from '../support/reports.ts'
import { pageContent } from '../support/page-content.ts'

describeOnSqlite('evidence by forms', (makeDatabase) => {
  let desk: TestApp
  let work: ReportAtWork
  let ana: Browser
  let citation: { id: string; sourceId: string | null }

  beforeAll(async () => {
    desk = testApp(await makeDatabase())
    work = await reportAtWork(desk.db)
    ana = await desk.as('editor')
    citation = await desk.db.citation.findFirstOrThrow({ select: { id: true, sourceId: true } })
  })

  const claim = (number: number): string => work.claims[number - 1]?.id ?? ''
  const panel = async (number: number): Promise<string> =>
    (await ana.get(`/claims/${claim(number)}`).expect(200)).text
  const give = (number: number, fields: Readonly<Record<string, string>>) =>
    ana.post(`/claims/${claim(number)}/evidence`, fields)

  test('a source of the claim is judged by one button, and stands with its name', async () => {
    const to = await give(1, { citationId: citation.id, judgement: 'supports' }).expect(303)
    expect(to.headers['location']).toBe(`/claims/${claim(1)}#evidence`)
    const html = await panel(1)
    expect(html).toContain('independent origins: 1')
    expect(html).toMatch(/aria-pressed="true">says so/)
    expect(html).toMatch(/says so<\/span> · The editor \(you\)/)
  })

  test('back on the desk where it came from', async () => {
    const given = { citationId: citation.id, judgement: 'supports', back: 'desk', filter: 'status=disputed' }
    const { headers } = await give(1, given).expect(303)
    expect(headers['location']).toMatch(/\/desk\?.*claim=1.*#evidence$/)
  })

  test('an excerpt is held against the claim, and what it lacks is pointed out', async () => {
    await give(4, {
      title: 'Insurance file',
      kind: 'document',
      judgement: 'partly supports',
      excerpt: 'Insured for 204,000 crowns.',
      locator: 'p. 3',
      credibility: '2',
    }).expect(303)
    const html = await panel(4)
    expect(html).toMatch(/Not in the excerpt: <strong dir="auto">240,000 crowns/)
    expect(html).toContain('Insurance file')
  })

  test('an excerpt of a megabyte is refused, and what was typed beside it is kept', async () => {
    const typed = { citationId: citation.id, judgement: 'supports', locator: 'fol. 7 verso' }
    for (const excerpt of ['x'.repeat(1_048_576), 'ж'.repeat(1_000_000)]) {
      const { text } = await give(1, { ...typed, excerpt }).expect(422)
      expect(text).toContain(`The excerpt has ${excerpt.length} characters; 20000 are kept at most.`)
      expect(text).toContain('value="fol. 7 verso"')
      expect(text.length).toBeLessThan(200_000)
    }
  })

  test('what does not fit is refused with what was typed', async () => {
    const html = (
      await give(2, { judgement: 'supports', title: 'A book', url: 'not an address' }).expect(422)
    ).text
    expect(html).toContain('Give the address as a web address')
    expect(html).toContain('value="A book"')
    await give(1, { citationId: citation.id, judgement: 'maybe' }).expect(422)
    await give(1, { citationId: citation.id, judgement: 'supports', translation: 'On fire.' }).expect(422)
  })

  test('of another report is refused in words', async () => {
    const bytes = Buffer.from('The mill burned.[^1]\n\n[^1]: Mill Post, 2 May 2020, https://mill.example/1\n')
    const other = await importReport(desk.db, { bytes, name: 'mill.md', importedBy: null, at: desk.now })
    const { id } = await desk.db.citation.findFirstOrThrow({
      where: { note: { draft: { reportId: other.id } } },
    })
    const { text } = await give(1, { citationId: id, judgement: 'supports' }).expect(422)
    expect(text).toContain('stands in another report')
  })

  test('is taken back by its own button, and listed as taken back', async () => {
    const { id } = await desk.db.evidence.findFirstOrThrow({
      where: { citationId: citation.id, superseded: null },
      orderBy: { at: 'desc' },
    })
    await ana.post(`/claims/${claim(1)}/evidence/${id}/withdrawals`).expect(303)
    expect(await panel(1)).toContain('taken back')
    const { text } = await ana.post(`/claims/${claim(1)}/evidence/${id}/withdrawals`).expect(409)
    expect(text).toContain('taken back before')
  })

  test('one source is put to many claims at once', async () => {
    const page = `/sources/${citation.sourceId ?? ''}/reports/${work.report.id}`
    expect((await ana.get(page).expect(200)).text).toContain('a note cites it')
    await ana
      .post(page, { [`claim-${claim(2)}`]: 'does not support', [`claim-${claim(3)}`]: 'supports' })
      .expect(303)
    const { text } = await ana.get(`/sources/${citation.sourceId ?? ''}`).expect(200)
    expect(text).toContain('doesn’t say (The editor)')
    expect((await ana.post(page, { locator: 'p. 9' }).expect(422)).text).toContain('value="p. 9"')
  })

  test('a source’s page keeps what was typed when it is refused, and shows no link that must not be followed', async () => {
    const page = `/sources/${citation.sourceId ?? ''}`
    await ana.post(`${page}/reliability`, { reliability: 'B', reason: 'Known.' }).expect(303)
    const { text } = await ana.post(`${page}/reliability`, { reason: 'Kept words.' }).expect(422)
    expect(text).toContain('value="Kept words."')
    await ana.post(`${page}/edits`, {
      title: 'Gazette',
      url: 'https://g.example/a',
      kind: 'outlet',
      doNotFetch: '1',
    })
    const notes = `/reports/${work.report.id}/notes`
    for (const shown of [page, notes, `/claims/${claim(1)}`]) {
      const { hrefs, text: words } = pageContent((await ana.get(shown).expect(200)).text)
      expect(words).toContain('Gazette')
      expect(hrefs).not.toContain('https://g.example/a')
    }
    await ana.post(`${page}/merges`, { duplicateId: citation.sourceId ?? '' }).expect(422)
  })
})
