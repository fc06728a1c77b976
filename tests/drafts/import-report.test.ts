import { expect, test } from 'vitest'
import { showDraft } from '../../src/drafts/draft-view.ts'
import { importReport } from '../../src/drafts/import-report.ts'
import { listNotes } from '../../src/drafts/list-notes.ts'
import { Invalid, NotAllowed } from '../../src/errors.ts'
import { verifyChain } from '../../src/history/verify-chain.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { addChecker, HARBOUR_REPORT, morning, reportAtWork } from '../support/reports.ts'

describeOnBothDatabases('importing a report', (makeDatabase) => {
  test('keeps text, original, notes, citations, sources, claims and the first event', async () => {
    const db = await makeDatabase()
    const { report, eve } = await reportAtWork(db)
    const draft = await db.draft.findFirstOrThrow({ include: { text: true, original: true } })
    expect(Buffer.from(draft.original.bytes ?? []).toString()).toBe(HARBOUR_REPORT)
    expect(draft.text.body).toContain('The fire broke out on 3 May 2021')
    expect(
      await db.claim.findMany({ select: { number: true, status: true }, orderBy: { number: 'asc' } }),
    ).toEqual([1, 2, 3, 4].map((number) => ({ number, status: 'unreviewed' })))
    const { notes } = await listNotes(db, draft.id)
    expect(notes).toMatchObject([
      {
        label: 'log',
        calls: [{ scope: { claim: { number: 1 } } }, { scope: { claim: { number: 4 } } }],
      },
    ])
    expect(await db.source.findMany()).toMatchObject([{ url: 'https://gazette.example/fire' }])
    expect((await showDraft(db, eve, draft.id)).number).toBe(1)
    expect(await verifyChain(db, report.id)).toMatchObject({ events: 1, broken: null })
  })

  test('that fails at its last step leaves nothing at all', async () => {
    const db = await makeDatabase()
    await db.$executeRawUnsafe('ALTER TABLE "Event" RENAME TO "Elsewhere"')
    const started = importReport(db, {
      bytes: Buffer.from(HARBOUR_REPORT),
      name: 'a.md',
      importedBy: null,
      at: morning(1),
    })
    await expect(started).rejects.toThrow()
    const left = [
      db.report,
      db.draft,
      db.note,
      db.marker,
      db.citation,
      db.source,
      db.claim,
      db.placement,
      db.blob,
      db.sealedText,
      db.chain,
    ]
    for (const table of left) expect(await (table.count as () => Promise<number>)()).toBe(0)
  })

  test('of the same file twice makes two reports over one original and one source', async () => {
    const db = await makeDatabase()
    const { report } = await reportAtWork(db)
    const again = await importReport(db, {
      bytes: Buffer.from(HARBOUR_REPORT),
      name: 'b.md',
      importedBy: null,
      at: morning(2),
    })
    expect(again.id).not.toBe(report.id)
    expect([await db.report.count(), await db.blob.count(), await db.source.count()]).toEqual([2, 1, 1])
  })

  test('of a large file is read in a thread of its own and is no different for it', async () => {
    const db = await makeDatabase()
    const paragraphs = Array.from(
      { length: 1500 },
      (_, i) => `Ship ${i} left the harbour at noon on day ${i}. It carried ${i} barrels of salt.`,
    )
    const large = await importReport(db, {
      bytes: Buffer.from(paragraphs.join('\n\n')),
      name: 'ships.md',
      importedBy: null,
      at: morning(1),
    })
    expect(large.claims).toBe(3000)
    expect(await db.placement.count()).toBe(3000)
  })

  test.each([
    ['an empty file', ''],
    ['a large file of zeros', '\0'.repeat(200_000)],
  ])('refuses %s in words and keeps nothing', async (_, content) => {
    const db = await makeDatabase()
    await expect(
      importReport(db, { bytes: Buffer.from(content), name: 'x.txt', importedBy: null, at: morning(1) }),
    ).rejects.toThrow(Invalid)
    expect(await db.report.count()).toBe(0)
  })

  test('is for editors', async () => {
    const db = await makeDatabase()
    const ana = await addChecker(db, 'Ana')
    await expect(
      importReport(db, { bytes: Buffer.from(HARBOUR_REPORT), name: 'a.md', importedBy: ana, at: morning(1) }),
    ).rejects.toThrow(NotAllowed)
  })
})
