import { beforeAll, expect, test } from 'vitest'
import { changeReportPolicy } from '../../src/audit/change-report-policy.ts'
import { importDraft } from '../../src/drafts/import-draft.ts'
import { splitClaim } from '../../src/drafts/split-claim.ts'
import { judgeEvidence } from '../../src/review/judge-evidence.ts'
import { initialSection } from '../../src/review/initial-section.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { withdrawVerdict } from '../../src/review/withdraw-verdict.ts'
import { writeComment } from '../../src/review/write-comment.ts'
import { type Browser, type TestApp, testApp } from '../support/app.ts'
import { describeOnBothDatabases, describeOnSqlite } from '../support/databases.ts'
import { type PageContent, pageContent } from '../support/page-content.ts'
import { HARBOUR_REPORT, morning, type ReportAtWork, reportAtWork } from '../support/reports.ts'

/** Some hour of a day after the report's import on 5 January 2026. */
const later = (days: number, hour = 9): Date => new Date(Date.UTC(2026, 0, 5 + days, hour))

describeOnBothDatabases('a report as of a date', (makeDatabase) => {
  let desk: TestApp
  let work: ReportAtWork
  let reader: Browser

  /*
   * 5 January: imported. 6: Ana disputes claim 2, comments, judges evidence. 7: she takes it back and substantiates claim 1. 8: draft 2
   * rewords claim 1 and loses claim 4; claim 3 is split in it on the 9th.
   */
  beforeAll(async () => {
    desk = testApp(await makeDatabase())
    work = await reportAtWork(desk.db)
    reader = await desk.as('reader')
    const { db } = desk
    const { claims, ana, eve, report } = work
    const [first, second, third] = [claims[0]!.id, claims[1]!.id, claims[2]!.id]
    const by = { checker: ana, reason: 'no-reply' as const }
    const source = await db.source.findFirstOrThrow()
    await recordVerdict(db, {
      ...by,
      claimId: second,
      verdict: 'disputed',
      rationale: 'Nobody else saw boats.',
      seenVersion: 1,
      at: later(1),
    })
    await writeComment(db, {
      claimId: second,
      words: 'The pilot was away.',
      mentions: [],
      privileged: false,
      writtenBy: ana,
      at: later(1),
    })
    await judgeEvidence(db, {
      claimId: second,
      sourceId: source.id,
      judgement: 'contradicts',
      excerpt: 'No boat left.',
      judgedBy: ana,
      at: later(1),
    })
    await withdrawVerdict(db, { claimId: second, checker: ana, seenVersion: 2, at: later(2) })
    await recordVerdict(db, {
      ...by,
      claimId: first,
      verdict: 'substantiated',
      outcome: 'stands',
      seenVersion: 1,
      at: later(2),
    })
    const next = HARBOUR_REPORT.replace('the eastern warehouse', 'the old eastern warehouse').replace(
      ' The owner of the warehouse was insured for 240,000 crowns.[^log]',
      '',
    )
    await importDraft(db, {
      reportId: report.id,
      bytes: Buffer.from(next),
      name: 'harbour-2.md',
      importedBy: eve,
      at: later(3),
    })
    const version = async (id: string) => (await db.claim.findUniqueOrThrow({ where: { id } })).version
    await splitClaim(db, {
      claimId: third,
      place: { before: 'at noon' },
      splitBy: eve,
      seenVersion: await version(third),
      at: later(4),
    })
  })

  const page = async (path: string, status = 200): Promise<PageContent> =>
    pageContent((await reader.get(path).expect(status)).text)
  const at = (path: string, moment: string) => page(`/reports/${work.report.id}/${path}?at=${moment}`)

  test('shows the text of the draft at work then, each claim as it stood, and nothing to fill in', async () => {
    const then = await at('desk', '2026-01-07')
    expect(then.text).toContain('As of the end of 7 January 2026 (UTC) draft 1 was at work')
    expect(then.text).toContain('in the eastern warehouse')
    expect(then.text).toContain('insured for 240,000 crowns')
    expect(then.text).toContain('1 of 4 settled')
    expect(then.hrefs).toContain(`/reports/${work.report.id}/desk`)
    expect(then.hrefs).toContain(`/claims/${work.claims[0]!.id}?at=2026-01-07`)
    expect(then.text).not.toContain('Mark')
    const next = await at('desk', '2026-01-08T09:00')
    expect(next.text).toContain('in the old eastern warehouse')
    expect(next.text).toContain('As of 8 January 2026, 09:00 UTC draft 2 was at work')
    expect(next.text).toContain('Not found in this draft Claim 4')
    expect(next.text).toContain('what its claims are, was changed since')
  })

  test('lists the claims that there were, with the status that they had', async () => {
    const rows = async (moment: string) => {
      const { text } = await at('claims', moment)
      return /Outcome (.*)$/.exec(text)?.[1] ?? ''
    }
    expect(await rows('2026-01-05')).not.toContain('disputed')
    expect(await rows('2026-01-06')).toMatch(/2 Witnesses.*disputed/)
    const third = await rows('2026-01-07')
    expect(third).toMatch(/1 The fire broke out on 3 May.*substantiated.*stands/)
    expect(third).not.toContain('disputed')
    expect(await rows('2026-01-08')).not.toMatch(/ 5 /)
    expect(await rows('2026-01-09')).toMatch(/5 at noon/)
    const only = await page(`/reports/${work.report.id}/claims?at=2026-01-06&status=disputed`)
    expect(only.text).toContain('Witnesses')
    expect(only.text).not.toContain('insured')
  })

  test('a claim has only what had been said of it by then', async () => {
    const claim = `/claims/${work.claims[1]!.id}`
    const before = await page(`${claim}?at=2026-01-05`)
    expect(before.text).toContain('Nobody had ruled on this claim.')
    expect(before.text).toContain('No source had been judged.')
    expect(before.text).not.toContain('The pilot was away.')
    const ruled = await page(`${claim}?at=2026-01-06`)
    for (const words of ['disputed', 'Nobody else saw boats.', 'The pilot was away.', 'No boat left.'])
      expect(ruled.text).toContain(words)
    expect(ruled.text).not.toContain('withdrawn')
    const taken = await page(`${claim}?at=2026-01-07`)
    expect(taken.text).toContain('disputed withdrawn')
  })

  test('a claim that was not there yet, and a date before the report, are told in clear words', async () => {
    const fifth = await desk.db.claim.findFirstOrThrow({ where: { reportId: work.report.id, number: 5 } })
    expect((await page(`/claims/${fifth.id}?at=2026-01-08`, 422)).text).toContain('There was no claim 5 yet')
    const early = await page(`/reports/${work.report.id}/desk?at=2025-12-24`, 422)
    expect(early.text).toContain('it was imported on 5 January 2026 at 08:01 UTC. Choose a later date.')
    expect((await page(`/reports/${work.report.id}/desk?at=soon`, 422)).text).toContain('“soon” is no date')
  })

  test('notes are those of the draft at work then, with the status of their claims', async () => {
    expect((await at('notes', '2026-01-06')).text).toMatch(/claim 2 disputed/)
    expect((await at('notes', '2026-01-07')).text).toMatch(/claim 2 to check/)
    expect((await at('notes', '2026-01-07')).hrefs).toContain(
      `/reports/${work.report.id}/desk?at=2026-01-07#c2`,
    )
  })

  test('a day and a time in fields of their own are one moment', async () => {
    const then = await page(`/reports/${work.report.id}/desk?at=2026-01-08&at-time=08%3A30`)
    expect(then.text).toContain('8 January 2026, 08:30 UTC draft 1 was at work')
  })

  test('two dates compared: what stands otherwise, with the words and the events between', async () => {
    const compared = await page(`/reports/${work.report.id}/history/compare?from=2026-01-06&to=2026-01-08`)
    expect(compared.text).toContain(
      '4 of 4 claims stand otherwise: 2 with other words, 1 not found, 2 of another status.',
    )
    expect(compared.text).toMatch(/Claim 1 to check → then substantiated · reworded since checked/)
    expect(compared.text).toMatch(/in the \[in: old \] eastern warehouse/)
    expect(compared.text).toContain('Ana marked claim 1 substantiated')
    expect(compared.text).toMatch(/Claim 2 disputed → then to check/)
    expect(compared.text).toContain('Claim 4')
    const same = await page(`/reports/${work.report.id}/history/compare?from=2026-01-06&to=2026-01-06`)
    expect(same.text).toContain('All 4 claims stand as they stood.')
    expect(
      (await page(`/reports/${work.report.id}/history/compare?from=2026-01-08&to=2026-01-06`, 422)).text,
    ).toContain('exchange them')
  })

  test('the history draws how the claims stood, with a table that says the same', async () => {
    const { text } = await page(`/reports/${work.report.id}/history`)
    expect(text).toContain('Evidence status by day')
    expect(text).toMatch(/6 January 2026 0 0 1 3 0 0 4/)
    expect(text).toMatch(/8 January 2026 1 0 0 3 1 0 4 draft 2/)
    const then = await at('history', '2026-01-06')
    expect(then.text).toContain('As of the end of 6 January 2026 (UTC)')
    expect(then.text).not.toContain('8 January 2026 1 0 0')
  })

  test('a claim tells its line of life', async () => {
    const { text } = await page(`/claims/${work.claims[0]!.id}`)
    expect(text).toMatch(
      /Its line of life.*Draft 1: it came.*Ana marked claim 1 substantiated: no reply \(stands\) → substantiated.*Draft 2: with other words or notes → substantiated, reworded since checked/,
    )
  })

  test('the interface gives a report and its claims as they stood', async () => {
    const bearer = `Bearer ${await desk.tokenOf('reader')}`
    const get = (path: string) =>
      desk.visitor().get(`/api/v1/reports/${work.report.id}${path}`).set('Authorization', bearer)
    const claims = async (query: string) =>
      (await get(`/claims?${query}`).expect(200)).body as {
        readonly items: readonly {
          readonly number: number
          readonly status: string
          readonly start: number | null
        }[]
        readonly next: string | null
      }
    expect((await get('?at=2026-01-06').expect(200)).body).toMatchObject({
      draft: { number: 1 },
      counts: { total: 4, disputed: 1, unreviewed: 3 },
    })
    const first = await claims('at=2026-01-06T23:00:00Z&limit=2')
    expect(first.items.map(({ status }) => status)).toEqual(['unreviewed', 'disputed'])
    const rest = await claims(`at=2026-01-06T23:00:00Z&limit=2&cursor=${first.next ?? ''}`)
    expect(rest.items.map(({ number }) => number)).toEqual([3, 4])
    expect(rest.next).toBeNull()
    expect((await claims('at=2026-01-08')).items.at(-1)).toMatchObject({
      number: 4,
      start: null,
      placement: 'orphaned',
    })
    await get('?at=2025-01-01').expect(422)
    await get('/claims?at=soon').expect(422)
  })

  test('initials lead to what changed since', async () => {
    const { id: draftId } = await desk.db.draft.findFirstOrThrow({ where: { number: 2 } })
    const section = { draftId, start: 0 }
    const signed = { reportId: work.report.id, section, initialedBy: work.ana, at: later(5) }
    await initialSection(desk.db, signed)
    const { hrefs } = await page(`/reports/${work.report.id}/history`)
    expect(hrefs).toContain(`/reports/${work.report.id}/history/compare?from=${later(5).toISOString()}`)
  })
})

describeOnSqlite('a first check that is hidden', (makeDatabase) => {
  test('stays hidden in every look back, and shows itself to who ruled', async () => {
    const desk = testApp(await makeDatabase())
    const work = await reportAtWork(desk.db)
    const { claims, ana, eve, report } = work
    const policy = { secondCheck: 'all', blindSecond: true } as const
    await changeReportPolicy(desk.db, { reportId: report.id, policy, changedBy: eve, at: morning(2) })
    const version = (await desk.db.claim.findUniqueOrThrow({ where: { id: claims[0]!.id } })).version
    await recordVerdict(desk.db, {
      claimId: claims[0]!.id,
      checker: ana,
      verdict: 'disputed',
      reason: 'other',
      rationale: 'No log.',
      seenVersion: version,
      at: morning(5),
    })
    const reviewer = await desk.as('reviewer')
    const shown = async (path: string) => pageContent((await reviewer.get(path).expect(200)).text).text
    const base = `/reports/${report.id}`
    expect((await shown(`${base}/claims?at=2026-01-05`)).replace(/^.* Outcome /, '')).not.toContain(
      'disputed',
    )
    expect(await shown(`${base}/claims?at=2026-01-05&status=disputed`)).toContain('No claim fitted then.')
    expect(await shown(`${base}/notes?at=2026-01-05`)).not.toContain('disputed')
    const claim = await shown(`/claims/${claims[0]!.id}?at=2026-01-05`)
    expect(claim.replace(/substantiated substantiated, reworded.*$/, '')).not.toMatch(/disputed|No log/)
    const history = pageContent((await reviewer.get(`/reports/${report.id}/history`).expect(200)).text)
    expect(history.text).toMatch(/At the end: 0 substantiated, 0 unsubstantiated, 0 disputed, 4 to check/)
    const bearer = `Bearer ${await desk.tokenOf('reviewer')}`
    const api = await desk.visitor().get(`/api/v1/reports/${report.id}/history`).set('Authorization', bearer)
    expect(api.text).not.toContain('disputed')
  })
})
