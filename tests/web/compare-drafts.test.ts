import { beforeAll, beforeEach, expect, test } from 'vitest'
import { importDraft } from '../../src/drafts/import-draft.ts'
import { importReport } from '../../src/drafts/import-report.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { type Browser, type TestApp, testApp } from '../support/app.ts'
import { describeOnSqlite } from '../support/databases.ts'
import { pageContent } from '../support/page-content.ts'
import { addChecker } from '../support/reports.ts'

const MILL = `# The mill

The mill burned down in the night of 3 May.[^night] The miller told the court about it.

The judge had never seen the mill. Nobody counted the sacks in the loft. The insurer paid for the roof.

The village rebuilt the mill within a year.

[^night]: Valley Post, "Fire at the mill", 4 May 1908.
`

/** A number and words changed, a sentence rewritten beyond recognition in place, one gone, one new. */
const NEXT = MILL.replace('3 May', '5 May')
  .replace('told the court about', 'informed the court of')
  .replace('Nobody counted the sacks in the loft. ', '')
  .replace('within a year.', 'within a year. In the loft nobody had ever counted any sacks.')

describeOnSqlite('two drafts side by side', (makeDatabase) => {
  let desk: TestApp
  let [editor, reviewer, reader]: Browser[] = []
  let reportId: string

  beforeAll(async () => {
    desk = testApp(await makeDatabase())
    editor = await desk.as('editor')
    reviewer = await desk.as('reviewer')
    reader = await desk.as('reader')
    await addChecker(desk.db, 'Ada')
  })
  beforeEach(async () => {
    const file = { bytes: Buffer.from(MILL), name: 'mill.md' }
    reportId = (await importReport(desk.db, { ...file, importedBy: null, at: desk.now })).id
    for (const number of [1, 2, 4]) await rule(number)
    const next = { bytes: Buffer.from(NEXT), name: 'mill-2.md' }
    await importDraft(desk.db, { reportId, ...next, importedBy: null, at: desk.now })
  })

  const claim = (number: number) =>
    desk.db.claim.findUniqueOrThrow({ where: { reportId_number: { reportId, number } } })
  const rule = async (number: number) => {
    const { id, version } = await claim(number)
    const ada = await desk.db.account.findFirstOrThrow({ where: { name: 'Ada' } })
    const checker = { id: ada.id, name: 'Ada', role: 'reviewer', legal: false } as const
    const given = { claimId: id, checker, seenVersion: version, at: desk.now }
    await recordVerdict(desk.db, { ...given, verdict: 'substantiated' })
  }
  const text = async (browser: Browser | undefined, path: string): Promise<string> =>
    pageContent((await browser?.get(path).expect(200))?.text ?? '').text

  test('show what changed in each passage, its kinds, and the claims between them', async () => {
    const page = await text(reader, `/reports/${reportId}/drafts/2`)
    expect(page).toContain('Draft 1 and draft 2')
    expect(page).toMatch(/\[out: 3 ?\] May.*edited, number Claim 1/s)
    expect(page).toMatch(/edited, wording Claim 2/)
    expect(page).toMatch(/not found: cut or moved\? Claim 4/)
    expect(page).toMatch(/Possibly moved, \d+ % alike/)
    expect(page).toContain('2 claims were reworded since checked; 1 stands nowhere.')
  })

  test('fold what is unchanged, and unfold it when asked', async () => {
    const many = `${Array.from({ length: 30 }, (_, i) => `Sentence ${i} of the ledger stands as it is.`).join('\n\n')}\n`
    const next = { bytes: Buffer.from(NEXT + many), name: 'mill-3.md' }
    await importDraft(desk.db, { reportId, ...next, importedBy: null, at: desk.now })
    const last = { bytes: Buffer.from(NEXT + many + 'One more.\n'), name: 'mill-4.md' }
    await importDraft(desk.db, { reportId, ...last, importedBy: null, at: desk.now })
    const folded = await text(reader, `/reports/${reportId}/drafts/4`)
    expect(folded).toMatch(/\d+ passages as they stood, with \d+ claims/)
    expect(folded).not.toContain('Sentence 12 of the ledger')
    expect(await text(reader, `/reports/${reportId}/drafts/4?all=1`)).toContain('Sentence 12 of the ledger')
    expect(await text(reader, `/reports/${reportId}/drafts/4?with=1`)).toContain('Draft 1 and draft 4')
  })

  test('are one alone for the first draft, and none for one that is not there', async () => {
    expect(await text(reader, `/reports/${reportId}/drafts/1`)).toContain('This is the first draft')
    await reader?.get(`/reports/${reportId}/drafts/7`).expect(404)
    await reader?.get(`/reports/${reportId}/drafts/x`).expect(404)
  })

  test('lead to one list of what is only worded otherwise and of cuts, which is confirmed at once', async () => {
    const at = `/reports/${reportId}/confirmations`
    const page = await text(reviewer, at)
    expect(page).toMatch(/One by one 1 .*Claim 1 number.*Reworded, and nothing else 1 .*Claim 2 still holds/s)
    expect(page).toMatch(/Not found: cut\? 1 .*Claim 4 was cut/s)
    const [two, four] = [await claim(2), await claim(4)]
    const form = { claim: `${two.id} ${two.version}`, cut: `${four.id} ${four.version}` }
    await reviewer?.post(at, form).expect(303).expect('location', at)
    expect(await claim(2)).toMatchObject({ stale: false, settled: true })
    expect(await claim(4)).toMatchObject({ outcome: 'cut', settled: true })
  })

  test('keep the ticks where one of the list changed meanwhile', async () => {
    const at = `/reports/${reportId}/confirmations`
    const [two, four] = [await claim(2), await claim(4)]
    await rule(4)
    const form = { claim: `${two.id} ${two.version}`, cut: `${four.id} ${four.version}` }
    const refused = await reviewer?.post(at, form).expect(409)
    expect(pageContent(refused?.text ?? '').text).toContain('Claim 4 changed since you saw it')
    expect(refused?.text).toMatch(/id="claim-2"[^>]* checked/)
    expect(await claim(2)).toMatchObject({ stale: true })
    await reviewer?.post(at, {}).expect(422)
  })

  test('show one reworded claim by itself, with its verdict to be given again', async () => {
    const { id, version } = await claim(1)
    const page = await text(reviewer, `/claims/${id}/rewording`)
    expect(page).toMatch(/Changed since draft 1: number .*substantiated.*by Ada, on draft 1/s)
    await reviewer?.post(`/claims/${id}/confirmations`, { seenVersion: String(version - 1) }).expect(409)
    await reviewer?.post(`/claims/${id}/confirmations`, { seenVersion: String(version) }).expect(303)
    expect(await claim(1)).toMatchObject({ stale: false })
    expect(await text(reviewer, `/claims/${id}/rewording`)).toContain('Nothing of it waits')
  })

  test('let an editor put a claim that stands nowhere on words found by a search, or take it off', async () => {
    const { id, version } = await claim(4)
    expect(await text(editor, `/claims/${id}/place`)).toContain('Possibly moved')
    const found = await editor?.get(`/claims/${id}/place?words=loft+sacks`).expect(200)
    const place = /name="place" value="(\d+-\d+)"/.exec(found?.text ?? '')?.[1] ?? ''
    const form = { seenVersion: String(version), place }
    const nothing = await editor?.post(`/claims/${id}/attachments`, { ...form, place: '' }).expect(422)
    expect(nothing?.text).toContain('Choose the words that the claim stands on now')
    await editor?.post(`/claims/${id}/attachments`, form).expect(303).expect('location', `/claims/${id}`)
    expect(await claim(4)).toMatchObject({ stale: true })
    const again = await editor?.post(`/claims/${id}/attachments`, form).expect(409)
    expect(pageContent(again?.text ?? '').text).toContain('Claim 4 has a place in draft 2')
    const one = await claim(2)
    await editor
      ?.post(`/claims/${one.id}/detachments`, { seenVersion: String(one.version) })
      .expect(303)
      .expect('location', `/claims/${one.id}/place`)
    expect(await text(editor, `/claims/${one.id}/place`)).toContain('The miller told the court about it.')
    await reviewer?.get(`/claims/${id}/place`).expect(403)
  })
})
