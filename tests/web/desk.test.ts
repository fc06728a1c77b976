import { beforeEach, expect, test } from 'vitest'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import type { Database } from '../../src/db/database.ts'
import { importReport } from '../../src/drafts/import-report.ts'
import { testApp, type Browser, type TestApp } from '../support/app.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { morning, reportAtWork, type ReportAtWork } from '../support/reports.ts'

const LOCK = `The lock was opened on 4 June 1911.[1] Its keeper counted ninety boats that day.[2] The toll stayed the same.[3]

Notes

[1] Canal Gazette, 5 June 1911.

[3] Canal Gazette, 9 June 1911.
`

describeOnBothDatabases('the desk', (makeDatabase) => {
  let app: TestApp
  let db: Database
  let work: ReportAtWork
  let checker: Browser
  let desk: string

  beforeEach(async () => {
    db = await makeDatabase()
    app = testApp(db)
    work = await reportAtWork(db)
    checker = await app.as('reviewer')
    desk = `/reports/${work.report.id}/desk`
  })

  const claim = (
    number: number,
  ): Promise<{ id: string; version: number; status: string; outcome: string | null }> =>
    db.claim.findUniqueOrThrow({
      where: { reportId_number: { reportId: work.report.id, number } },
      select: { id: true, version: true, status: true, outcome: true },
    })

  /** Sends one of the panel's forms for a claim as it stands now. */
  const send = async (number: number, what: string, fields: Record<string, string>) => {
    const { id, version } = await claim(number)
    return checker.post(`/claims/${id}/${what}`, { back: 'desk', seenVersion: String(version), ...fields })
  }

  test('an address that names no claim leads to the first unsettled one', async () => {
    await checker.get(desk).expect(303).expect('Location', `${desk}?claim=1`)
    await send(1, 'verdicts', { verdict: 'substantiated' })
    await checker.get(desk).expect('Location', `${desk}?claim=2`)
  })

  test('shows the text with every claim as a link and the claim at hand with its quote and its form', async () => {
    const { text } = await checker.get(`${desk}?claim=2`).expect(200)
    expect(text.match(/id="c\d+"/g)).toHaveLength(4)
    expect(text).toMatch(/<a class="claim is-n here first" id="c2"[^>]*aria-current="true"/)
    expect(text).toMatch(/<a class="cue tip" href="#claim-2-sign-\d" title="[^"]+">[^<]*reportedly/)
    expect(text).toMatch(/reads (hedged|doubtful)/)
    expect(text).toContain('0 of 4 settled')
    expect(text).toContain('action="/claims/')
    expect(text).not.toContain(' style=')
  })

  test('a marker leads to its note, and one whose note is missing says so', async () => {
    const bytes = Buffer.from(LOCK)
    const { id } = await importReport(db, { bytes, name: 'lock.txt', importedBy: work.eve, at: morning(2) })
    const { text } = await checker.get(`/reports/${id}/desk?claim=2`)
    const [, href] = /<a class="tip" href="#(b\d+)" title="Note 1: Canal Gazette/.exec(text) ?? []
    expect(text).toContain(`id="${href ?? 'nothing'}" class="note"`)
    expect(text).toContain('title="Note 2 is missing.">[2]</span>')
    expect(text).toContain('<strong>Note 2 is missing.</strong>')
  })

  test('a verdict is recorded, the next unsettled claim opens, and undo takes it back', async () => {
    const ruled = await send(1, 'verdicts', { verdict: 'substantiated' })
    expect(ruled.status).toBe(303)
    expect(ruled.headers['location']).toBe(`${desk}?claim=2&ruled=1#c2`)
    expect(await claim(1)).toMatchObject({ status: 'substantiated', outcome: 'stands' })
    const { text } = await checker.get(`${desk}?claim=2&ruled=1`)
    expect(text).toContain('1 of 4 settled')
    expect(text).toMatch(/Claim 1: <span class="status is-s">substantiated/)
    const undone = await send(1, 'withdrawals', {})
    expect(undone.headers['location']).toBe(`${desk}?claim=1#c1`)
    expect((await claim(1)).status).toBe('unreviewed')
    expect((await checker.get(`${desk}?claim=1`)).text).toMatch(/<s class="soft">.*substantiated<\/s>/)
  })

  test('the filter goes along from claim to claim', async () => {
    const ruled = await send(2, 'verdicts', {
      verdict: 'disputed',
      reason: 'other',
      filter: 'status=unreviewed',
    })
    expect(ruled.headers['location']).toBe(`${desk}?status=unreviewed&claim=3&ruled=2#c3`)
    const { text } = await checker.get(`${desk}?status=disputed&claim=2`)
    expect(text).toContain('1 of 4 claims')
    expect(text.match(/class="claim is-n out/g)?.length).toBeGreaterThanOrEqual(3)
  })

  test('a verdict without its reason is shown again with what was typed and a link to the reasons', async () => {
    const again = await send(3, 'verdicts', {
      verdict: 'disputed',
      tests: 'that it was said',
      confidence: 'low',
    })
    expect(again.status).toBe(422)
    expect(again.text).toContain('<a href="#reason-1">')
    expect(again.text).toMatch(/value="low" checked/)
    expect(again.text).toMatch(/value="that it was said" checked/)
    expect(await db.verdict.count()).toBe(0)
  })

  test('two rule at once: one wins, the other sees what was ruled beside their own words', async () => {
    const seen = await claim(2)
    await recordVerdict(db, {
      claimId: seen.id,
      checker: work.ben,
      verdict: 'unsubstantiated',
      reason: 'out-of-reach',
      seenVersion: seen.version,
      at: morning(5),
    })
    const fields = {
      verdict: 'disputed',
      rationale: 'The log names one boat.',
      seenVersion: String(seen.version),
    }
    const refused = await send(2, 'verdicts', fields)
    expect(refused.status).toBe(409)
    expect(refused.text).toMatch(/<strong>Ben<\/strong>, <span class="status is-u">unsubstantiated/)
    expect(refused.text).toContain('The log names one boat.</textarea>')
    expect(refused.text).toContain(`name="seenVersion" value="${(await claim(2)).version}"`)
    expect(await db.verdict.count()).toBe(1)
  })

  test('an outcome is decided by one button and shown with the claim', async () => {
    const decided = await send(4, 'outcomes', { outcome: 'query open' })
    expect(decided.headers['location']).toBe(`${desk}?claim=4#c4`)
    expect((await checker.get(`${desk}?claim=4`)).text).toContain('query open: the author is asked')
  })

  test('the script gets the parts that change, and no text', async () => {
    const { text, headers } = await checker.get(`${desk}?claim=2`).set('X-Part', 'panel').expect(200)
    expect(headers['vary']).toContain('X-Part')
    expect(text).toContain('data-part="panel" data-states="1n 2n 3n 4n"')
    expect(text).not.toContain('<article')
  })

  test('a claim has a page of its own with the words round it', async () => {
    const { text } = await checker.get(`/claims/${(await claim(4)).id}`).expect(200)
    expect(text).toContain('aria-label="The claim where it stands"')
    expect(text).toContain('The harbour master signed the log at noon.')
    expect(text).toContain(`href="${desk}?claim=4#c4"`)
  })

  test('a reader sees the desk and no form, and is refused a verdict', async () => {
    const reader = await app.as('reader')
    const { text } = await reader.get(`${desk}?claim=1`).expect(200)
    expect(text).not.toContain('name="verdict"')
    const { id, version } = await claim(1)
    await reader
      .post(`/claims/${id}/verdicts`, { verdict: 'substantiated', seenVersion: String(version) })
      .expect(403)
  })

  test('a claim or a report that is not there is not found, and a closed report likewise', async () => {
    await checker.get(`${desk}?claim=99`).expect(404)
    await checker.get('/reports/none/desk').expect(404)
    await checker.get('/claims/none').expect(404)
    await db.report.update({ where: { id: work.report.id }, data: { closed: true } })
    await checker.get(`${desk}?claim=1`).expect(404)
    await checker.get(`/claims/${(await claim(1)).id}`).expect(404)
    await db.reportMember.create({
      data: { reportId: work.report.id, accountId: checker.account.id, addedAt: morning(9) },
    })
    await checker.get(`${desk}?claim=1`).expect(200)
  })
})
