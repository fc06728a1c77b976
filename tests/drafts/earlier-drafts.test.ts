import { expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { correctReading } from '../../src/drafts/correct-reading.ts'
import { importDraft } from '../../src/drafts/import-draft.ts'
import { verifyChain } from '../../src/history/verify-chain.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { randomFrom } from '../support/edit-scripts.ts'
import { KINDS_OF_STEPS, workAtRandom } from '../support/random-work.ts'
import { HARBOUR_REPORT, morning, reportAtWork } from '../support/reports.ts'

/** Every row of a draft: itself, its text and file, its notes, markers and citations, and where claims stand in it. */
async function rowsOf(db: Database, draftId: string): Promise<unknown> {
  const order = { orderBy: { id: 'asc' } } as const
  const note = { note: { draftId } }
  const rows = {
    draft: await db.draft.findUniqueOrThrow({ where: { id: draftId }, include: { text: true } }),
    original: await db.blob.findMany({ where: { drafts: { some: { id: draftId } } } }),
    notes: await db.note.findMany({ where: { draftId }, ...order }),
    markers: await db.marker.findMany({ where: { draftId }, ...order }),
    citations: await db.citation.findMany({ where: note, ...order }),
    placements: await db.placement.findMany({ where: { draftId }, ...order }),
    scopes: await db.placementNote.findMany({
      where: { placement: { draftId } },
      orderBy: [{ placementId: 'asc' }, { index: 'asc' }],
    }),
  }
  return JSON.parse(
    JSON.stringify(rows, (_, value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
    ),
  )
}

describeOnBothDatabases('a later draft', (makeDatabase) => {
  test('never alters an earlier one, whatever is done on it: bit for bit', async () => {
    const db = await makeDatabase()
    const { report, ana, ben, eve } = await reportAtWork(db)
    const first = await db.draft.findFirstOrThrow({ where: { reportId: report.id } })
    const random = randomFrom(7)
    const next = (most: number): number => Math.floor(random() * most)
    const dice = () => [next(1000), next(1000), next(1000)] as const
    const people = [ana, ben, eve] as const
    for (let minute = 2; minute < 20; minute++)
      await workAtRandom(
        db,
        { reportId: report.id, people, at: morning(minute) },
        next(KINDS_OF_STEPS),
        dice(),
      )
    const text = HARBOUR_REPORT.replace('two boats', 'three boats').replace('at noon', 'at dusk')
    const file = { bytes: Buffer.from(text), name: 'harbour-2.md', importedBy: eve, at: morning(21) }
    await importDraft(db, { ...file, reportId: report.id, anyway: true })
    const drafts = await db.draft.findMany({ where: { reportId: report.id }, orderBy: { number: 'asc' } })
    const [present, ...earlier] = drafts.map(({ id }) => id).toReversed()
    expect(earlier).toContain(first.id)
    const rows = () => Promise.all(earlier.map((id) => rowsOf(db, id)))
    const before = await rows()
    const request = { kind: 'linked', marker: 0, note: null } as const
    const by = { correctedBy: eve, seenRevision: 0, at: morning(21) }
    await correctReading(db, { draftId: present ?? '', request, ...by })
    let done = 0
    for (let step = 0; step < 6 * KINDS_OF_STEPS; step++) {
      const work = { reportId: report.id, people, at: new Date(morning(22).getTime() + step * 1000) }
      if (await workAtRandom(db, work, step % KINDS_OF_STEPS, dice())) done++
    }
    expect(done).toBeGreaterThan(KINDS_OF_STEPS)
    const { currentDraftId } = await db.report.findUniqueOrThrow({ where: { id: report.id } })
    expect(currentDraftId).not.toBe(present)
    expect(await rows()).toEqual(before)
    expect((await verifyChain(db, report.id)).broken).toBeNull()
  }, 120_000)
})
