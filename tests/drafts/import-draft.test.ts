import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { splitClaim } from '../../src/drafts/split-claim.ts'
import { importDraft } from '../../src/drafts/import-draft.ts'
import { Conflict, NotAllowed, NotFound } from '../../src/errors.ts'
import { describeEvent } from '../../src/history/describe-event.ts'
import { listEvents } from '../../src/history/list-events.ts'
import { verifyChain } from '../../src/history/verify-chain.ts'
import { askFix } from '../../src/review/ask-fix.ts'
import { decideOutcome } from '../../src/review/decide-outcome.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { addChecker, HARBOUR_REPORT, importMarkdown, morning, type ReportAtWork } from '../support/reports.ts'

const EDITED = '3 June 2021'

describeOnBothDatabases('a next draft', (makeDatabase) => {
  let db: Database
  let people: Pick<ReportAtWork, 'ana' | 'ben' | 'eve'>
  let reportId: string

  beforeAll(async () => {
    db = await makeDatabase()
    const [ana, ben] = [await addChecker(db, 'Ana'), await addChecker(db, 'Ben')]
    people = { ana, ben, eve: await addChecker(db, 'Eve', 'editor') }
  })
  beforeEach(async () => {
    reportId = (await importMarkdown(db, 'harbour.md', HARBOUR_REPORT, people.eve)).id
  })

  const next = (text: string, by = people.eve, anyway = false) =>
    importDraft(db, {
      anyway,
      reportId,
      bytes: Buffer.from(text),
      name: 'harbour-2.md',
      importedBy: by,
      at: morning(30),
    })
  const claim = (number: number) =>
    db.claim.findUniqueOrThrow({ where: { reportId_number: { reportId, number } } })
  const placed = async (number: number) => {
    const { currentDraftId } = await db.report.findUniqueOrThrow({ where: { id: reportId } })
    return db.placement.findUniqueOrThrow({
      where: { claimId_draftId: { claimId: (await claim(number)).id, draftId: currentDraftId ?? '' } },
      include: { notes: true, draft: { include: { text: true } } },
    })
  }
  const rule = async (number: number, more: object = {}) => {
    const { id, version } = await claim(number)
    return recordVerdict(db, {
      claimId: id,
      checker: people.ana,
      verdict: 'substantiated',
      seenVersion: version,
      at: morning(5),
      ...more,
    })
  }

  test('counts what became of the claims, keeps their numbers, and gives new ones the next', async () => {
    const text = HARBOUR_REPORT.replace('3 May 2021', EDITED)
      .replace('The harbour master signed the log at noon. ', '')
      .replace('before dawn.[^boats]', 'before dawn.[^boats] One of them was never found.')
    expect(await next(text)).toMatchObject({
      draft: 2,
      placed: 2,
      moved: 0,
      edited: 1,
      orphaned: 1,
      added: 1,
    })
    for (const number of [1, 2, 4, 5]) {
      const { start, end, quote, draft } = await placed(number)
      expect(draft.text.body?.slice(start ?? 0, end ?? 0)).toBe(quote)
    }
    expect((await placed(3)).state).toBe('orphaned')
    expect(await placed(3)).toMatchObject({
      start: null,
      quote: 'The harbour master signed the log at noon.',
    })
    expect((await placed(5)).quote).toBe('One of them was never found.')
    expect((await placed(1)).notes).toHaveLength(1)
  })

  test('keeps a verdict on the same words and makes one on other words stale', async () => {
    await rule(1)
    await rule(4)
    await next(HARBOUR_REPORT.replace('3 May 2021', EDITED))
    expect(await claim(1)).toMatchObject({ status: 'substantiated', stale: true, settled: false })
    expect(await claim(4)).toMatchObject({ status: 'substantiated', stale: false, settled: true })
    const [told] = await db.notice.findMany({ where: { reportId } })
    expect(told).toMatchObject({
      accountId: people.ana.id,
      kind: 'claim stale',
      claimId: (await claim(1)).id,
    })
  })

  test('makes a verdict stale where only a note that the words lean on changed', async () => {
    await rule(1)
    await next(HARBOUR_REPORT.replace('4 May 2021, https', '5 May 2021, https'))
    expect(await claim(1)).toMatchObject({ stale: true })
    expect(await placed(1)).toMatchObject({ state: 'edited' })
  })

  test('takes other quotation marks and spacing for no change', async () => {
    await rule(1)
    const text = HARBOUR_REPORT.replace('fire broke', 'fire  broke').replace(
      '"Night of fire"',
      '“Night of fire”',
    )
    expect(await next(text)).toMatchObject({ placed: 4, edited: 0 })
    expect(await claim(1)).toMatchObject({ stale: false, version: 2 })
  })

  test('holds a verdict on a fix where the draft has exactly its words, and settles the claim', async () => {
    const { id, version } = await claim(4)
    const given = {
      claimId: id,
      original: '240,000',
      proposed: '241,000',
      askedBy: people.ana,
      at: morning(4),
    }
    const fix = await askFix(db, { ...given, seenVersion: version })
    await rule(4, { fixId: fix.id, outcome: undefined })
    expect(await claim(4)).toMatchObject({ status: 'unreviewed', settled: false, outcome: 'fix asked' })
    await next(HARBOUR_REPORT.replace('240,000', '241,000'))
    expect(await db.fix.findUniqueOrThrow({ where: { id: fix.id } })).toMatchObject({ state: 'in' })
    expect(await claim(4)).toMatchObject({ status: 'substantiated', stale: false, settled: true })
  })

  test.each([
    ['missed', HARBOUR_REPORT.replace('3 May 2021', EDITED)],
    ['changed otherwise', HARBOUR_REPORT.replace('240,000', '300,000')],
  ])('marks a fix as %s and leaves the claim unsettled', async (state, text) => {
    const { id, version } = await claim(4)
    const given = {
      claimId: id,
      original: '240,000',
      proposed: '241,000',
      askedBy: people.ana,
      at: morning(4),
    }
    const fix = await askFix(db, { ...given, seenVersion: version })
    await next(text)
    expect(await db.fix.findUniqueOrThrow({ where: { id: fix.id } })).toMatchObject({ state })
    expect(await claim(4)).toMatchObject({ outcome: 'fix asked', settled: false })
  })

  test('settles a cut claim whose words are gone, and no other claim without a place', async () => {
    await rule(3)
    const { id, version } = await claim(4)
    const cut = {
      claimId: id,
      outcome: 'cut',
      decidedBy: people.ana,
      seenVersion: version,
      at: morning(6),
    } as const
    await decideOutcome(db, cut)
    await rule(4, { outcome: 'cut' })
    await next(HARBOUR_REPORT.replace(/The harbour master.*\n/, '\n'))
    expect(await claim(3)).toMatchObject({ settled: false, status: 'substantiated' })
    expect(await claim(4)).toMatchObject({ settled: true, outcome: 'cut' })
  })

  test('takes back a claim that was not found when its very words return', async () => {
    await rule(3)
    await next(HARBOUR_REPORT.replace('The harbour master signed the log at noon. ', ''))
    expect(await claim(3)).toMatchObject({ settled: false })
    expect(await next(`${HARBOUR_REPORT}\n`)).toMatchObject({ draft: 3, placed: 3, moved: 1, added: 0 })
    expect(await claim(3)).toMatchObject({ settled: true })
  })

  test('keeps both parts of a claim that was split, each on its words', async () => {
    const { id, version } = await claim(3)
    const split = { claimId: id, place: { before: 'the log' }, splitBy: people.eve, at: morning(7) }
    await splitClaim(db, { ...split, seenVersion: version })
    expect(await next(`A word before.\n\n${HARBOUR_REPORT}`)).toMatchObject({
      placed: 5,
      orphaned: 0,
      edited: 0,
    })
    expect((await placed(3)).quote).toBe('The harbour master signed')
    expect((await placed(5)).quote).toBe('the log at noon.')
  })

  test('is one sentence of a history that holds', async () => {
    await next(HARBOUR_REPORT.replace('3 May 2021', EDITED))
    const { items } = await listEvents(db, { chain: reportId, limit: 1, order: 'desc' })
    expect(items.map(describeEvent)).toEqual([
      'Eve imported draft 2 from harbour-2.md: 3 claims as they stood, 0 moved, 1 edited, 0 not found, 0 new',
    ])
    expect((await verifyChain(db, reportId)).broken).toBeNull()
  })

  test('is refused when it is the same file, from who may not, and for no report', async () => {
    await expect(next(HARBOUR_REPORT)).rejects.toThrow(
      new Conflict('This very file is draft 1 of the report already. Nothing was imported.'),
    )
    await expect(next('Another text.', people.ben)).rejects.toThrow(NotAllowed)
    const nowhere = {
      reportId: 'none',
      bytes: Buffer.from('A text.'),
      name: 'a.txt',
      importedBy: people.eve,
      at: morning(9),
    }
    await expect(importDraft(db, nowhere)).rejects.toThrow(NotFound)
    expect(await db.draft.count({ where: { reportId } })).toBe(1)
  })

  const OTHER = '# Another matter\n\nNobody here knows the baker. His oven was sold to a widow in 1911.\n'

  test('is refused where hardly a claim finds a place in it, and imported where that is meant', async () => {
    await rule(1)
    await expect(next(OTHER)).rejects.toThrow(
      'This looks like another report: of 4 claims none finds a place in it. Nothing was imported.',
    )
    expect(await db.draft.count({ where: { reportId } })).toBe(1)
    expect(await next(OTHER, people.eve, true)).toMatchObject({ draft: 2, orphaned: 4, added: 2 })
    expect(await claim(1)).toMatchObject({ status: 'substantiated', settled: false })
    expect((await placed(1)).quote).toContain('The fire broke out')
  })

  test('is refused where its text is that of the draft before, unless that is meant', async () => {
    const file = { reportId, bytes: Buffer.from(`\n\n${HARBOUR_REPORT}\n`), name: 'again.md' }
    const again = { ...file, importedBy: people.eve, at: morning(31) }
    await expect(importDraft(db, again)).rejects.toThrow(/text is that of draft 1, word for word/)
    expect(await importDraft(db, { ...again, anyway: true })).toMatchObject({ draft: 2, placed: 4 })
  })
})
