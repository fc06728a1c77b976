import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { addClaim } from '../../src/drafts/add-claim.ts'
import { correctReading } from '../../src/drafts/correct-reading.ts'
import { groupClaims } from '../../src/drafts/group-claims.ts'
import { mergeClaims } from '../../src/drafts/merge-claims.ts'
import { relinkClaim } from '../../src/drafts/relink-claim.ts'
import { splitClaim } from '../../src/drafts/split-claim.ts'
import { withdrawClaimEdit } from '../../src/drafts/withdraw-claim-edit.ts'
import { withdrawCorrection } from '../../src/drafts/withdraw-correction.ts'
import { SeveralPlaces } from '../../src/drafts/words-sought.ts'
import { Conflict, Invalid, NotAllowed } from '../../src/errors.ts'
import { describeEvent } from '../../src/history/describe-event.ts'
import { listEvents } from '../../src/history/list-events.ts'
import { verifyChain } from '../../src/history/verify-chain.ts'
import { raiseObjection } from '../../src/review/raise-objection.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { importMarkdown, morning, reportAtWork, type ReportAtWork } from '../support/reports.ts'

const MILL = `# The mill

The mill closed in March 1931,[^1] and its owner left for Leith in April.[^2] Two hundred men lost their work. In our view this was shameful.

Was it lawful? The foreman reportedly kept the books.[^3]

# The bridge

The bridge fell on 3 May 1932. It was rebuilt

within a year.[^1]

[^1]: Firth Herald, 10 March 1931.

[^2]: Leith Courier, 2 April 1931.

[^3]: Interview with the foreman’s son.
`

describeOnBothDatabases('editing what a claim is', (makeDatabase) => {
  let db: Database
  let work: ReportAtWork
  let minute = 2

  beforeAll(async () => {
    db = await makeDatabase()
    work = await reportAtWork(db)
  })

  const at = () => morning(++minute)

  /** A report of its own, with its text and its draft. */
  async function mill() {
    const { id } = await importMarkdown(db, `mill-${++minute}.md`, `${MILL}\n<!-- ${minute} -->\n`, work.eve)
    const report = await db.report.findUniqueOrThrow({
      where: { id },
      include: { currentDraft: { include: { text: true } } },
    })
    return { id, draftId: report.currentDraft!.id, text: report.currentDraft!.text.body! }
  }

  const claimOf = (reportId: string, number: number) =>
    db.claim.findFirstOrThrow({ where: { reportId, number } })

  /** Every claim of a report as `number: words [labels of its markers]`, in order of the text; those set aside after them. */
  async function claimsOf(reportId: string): Promise<string[]> {
    const rows = await placements(reportId)
    const line = ({ claim, quote, notes }: (typeof rows)[number]) =>
      `${claim.number}: ${quote}${notes.map(({ marker }) => ` [${marker.label}]`).join('')}`
    return [
      ...rows.filter(({ start }) => start !== null).map(line),
      ...rows.filter(({ start }) => start === null).map(({ claim }) => `${claim.number} ${claim.setAside}`),
    ]
  }

  const placements = (reportId: string) =>
    db.placement.findMany({
      where: { claim: { reportId } },
      orderBy: [{ start: 'asc' }, { claim: { number: 'asc' } }],
      include: { claim: true, notes: { orderBy: { index: 'asc' }, include: { marker: true } } },
    })

  /** What an undo has to bring back: everything but versions. */
  const standing = async (reportId: string) =>
    (await placements(reportId))
      .toSorted((a, b) => a.claim.number - b.claim.number)
      .map(({ cues, boosters, attribution, ...row }) => ({
        ...row,
        claim: { ...row.claim, version: 0 },
        cues: JSON.parse(cues) as unknown,
        boosters: JSON.parse(boosters) as unknown,
        attribution: attribution === null ? null : (JSON.parse(attribution) as unknown),
      }))

  const split = async (reportId: string, number: number, before: string) => {
    const { id, version } = await claimOf(reportId, number)
    return splitClaim(db, {
      claimId: id,
      place: { before },
      splitBy: work.eve,
      seenVersion: version,
      at: at(),
    })
  }

  const merge = async (reportId: string, number: number, next: number) => {
    const [first, second] = [await claimOf(reportId, number), await claimOf(reportId, next)]
    return mergeClaims(db, {
      claimId: first.id,
      next: { claimId: second.id, seenVersion: second.version },
      mergedBy: work.eve,
      seenVersion: first.version,
      at: at(),
    })
  }

  const undo = (editId: string) => withdrawClaimEdit(db, { editId, withdrawnBy: work.eve, at: at() })

  const rule = async (reportId: string, number: number) => {
    const { id, version } = await claimOf(reportId, number)
    return recordVerdict(db, {
      claimId: id,
      checker: work.ana,
      verdict: 'substantiated',
      seenVersion: version,
      at: at(),
    })
  }

  test('a claim is made of exact words with the marker on them, gets the next number, and says so', async () => {
    const { id, draftId } = await mill()
    const added = await addClaim(db, {
      draftId,
      place: { words: 'this was shameful' },
      reason: 'A court said so.',
      addedBy: work.eve,
      at: at(),
    })
    expect(added).toMatchObject({ number: 7, version: 1 })
    expect(await claimsOf(id)).toContain('7: this was shameful')
    expect(await claimOf(id, 7)).toMatchObject({ setAside: null, status: 'unreviewed' })
    const { items } = await listEvents(db, { chain: id, limit: 10 })
    expect(describeEvent(items.at(-1)!)).toBe('Eve made claim 7 of words of the text')
  })

  test('no claim is made of another one’s words, of words of a note, of words that stand twice, or by a reviewer', async () => {
    const { draftId, text } = await mill()
    const add = (place: Parameters<typeof addClaim>[1]['place'], addedBy = work.eve) =>
      addClaim(db, { draftId, place, addedBy, at: at() })
    await expect(add({ words: 'Two hundred men' })).rejects.toThrow('belong to claim 2')
    await expect(add({ words: 'Firth Herald' })).rejects.toThrow(Invalid)
    await expect(add({ words: 'in' })).rejects.toThrow(SeveralPlaces)
    await expect(add({ start: 5, end: text.length })).rejects.toThrow('within one paragraph')
    await expect(add({ start: 2, end: 6, words: 'some other words' })).rejects.toThrow('Other words stand')
    await expect(add({ words: 'this was shameful' }, work.ana)).rejects.toThrow(NotAllowed)
  })

  test('half a word and a marker at the end of a selection are mended, not guessed at', async () => {
    const { id, draftId, text } = await mill()
    const start = text.indexOf('shameful')
    await addClaim(db, { draftId, place: { start: start + 2, end: start + 6 }, addedBy: work.eve, at: at() })
    expect(await claimsOf(id)).toContain('7: shameful')
  })

  test('a split leaves the number to the first part, and its verdict stale on it', async () => {
    const { id } = await mill()
    await rule(id, 1)
    const { made } = await split(id, 1, 'and its owner')
    expect(made).toMatchObject({ number: 7 })
    expect((await claimsOf(id)).slice(0, 2)).toEqual([
      '1: The mill closed in March 1931 [1]',
      '7: and its owner left for Leith in April. [2]',
    ])
    expect(await claimOf(id, 1)).toMatchObject({ status: 'substantiated', stale: true, settled: false })
    expect(await claimOf(id, 7)).toMatchObject({ status: 'unreviewed', stale: false })
  })

  test('joined claims keep the lower number; the other is set aside with its verdicts', async () => {
    const { id } = await mill()
    await rule(id, 2)
    const { made } = await split(id, 1, 'and its owner')
    expect(made?.number).toBe(7)
    await merge(id, 7, 2)
    expect(await claimsOf(id)).toContain(
      '2: and its owner left for Leith in April.[2] Two hundred men lost their work. [2]',
    )
    expect(await claimOf(id, 7)).toMatchObject({ setAside: 'joined' })
    expect(await claimOf(id, 2)).toMatchObject({ stale: true })
  })

  test('claims with other words or a heading between them, or the wrong way round, cannot be joined', async () => {
    const { id } = await mill()
    await expect(merge(id, 2, 3)).rejects.toThrow('Other words or a heading')
    await expect(merge(id, 2, 1)).rejects.toThrow('next one of the text')
    await expect(merge(id, 1, 3)).rejects.toThrow('Claim 2 stands between')
  })

  test('a claim on which an objection is open is not joined away', async () => {
    const { id } = await mill()
    await raiseObjection(db, {
      claimId: (await claimOf(id, 2)).id,
      words: 'It was three hundred.',
      raisedBy: work.ben,
      seenVersion: 1,
      at: at(),
    })
    await expect(merge(id, 1, 2)).rejects.toThrow('An objection is open on claim 2')
  })

  test('a marker goes from one claim to another, both verdicts are stale, and it belongs to one claim still', async () => {
    const { id } = await mill()
    await rule(id, 1)
    await rule(id, 2)
    const marker = await db.marker.findFirstOrThrow({ where: { draft: { reportId: id }, label: '2' } })
    const [first, second] = [await claimOf(id, 1), await claimOf(id, 2)]
    const edit = await relinkClaim(db, {
      claimId: second.id,
      marker: marker.index,
      to: second.id,
      relinkedBy: work.eve,
      seenVersion: second.version,
      at: at(),
    })
    expect((await claimsOf(id)).slice(0, 2).map((line) => line.slice(-4))).toEqual([' [1]', ' [2]'])
    expect(await claimOf(id, 1)).toMatchObject({ stale: true })
    expect(await claimOf(id, 2)).toMatchObject({ stale: true })
    expect(await db.placementNote.count({ where: { markerId: marker.id } })).toBe(1)
    await undo(edit.id)
    expect(await claimOf(id, 1)).toMatchObject({ stale: false, settled: true })
    expect(first.version).toBeLessThan((await claimOf(id, 1)).version)
  })

  test('groups are names for claims, without a new version', async () => {
    const { id } = await mill()
    const [first, second] = [await claimOf(id, 1), await claimOf(id, 2)]
    const grouped = await groupClaims(db, {
      reportId: id,
      claimIds: [first.id, second.id],
      group: '  the  closure ',
      groupedBy: work.eve,
      at: at(),
    })
    expect(grouped.claims.map(({ number }) => number)).toEqual([1, 2])
    expect(await claimOf(id, 1)).toMatchObject({ groupName: 'the closure', version: first.version })
    const other = await mill()
    await expect(
      groupClaims(db, {
        reportId: other.id,
        claimIds: [first.id],
        group: 'x',
        groupedBy: work.eve,
        at: at(),
      }),
    ).rejects.toThrow(Invalid)
    const edit = await db.claimEdit.findFirstOrThrow({ where: { claimId: first.id } })
    await undo(edit.id)
    expect(await claimOf(id, 1)).toMatchObject({ groupName: null })
  })

  test('taking edits back restores every claim exactly, and no number is given twice', async () => {
    const { id } = await mill()
    const before = await standing(id)
    const first = await split(id, 1, 'and its owner')
    const second = await split(id, 4, 'on 3 May')
    const third = await merge(id, 7, 2)
    for (const { id: editId } of [third, second, first]) await undo(editId)
    const after = await standing(id)
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after.slice(before.length).map(({ claim }) => [claim.number, claim.setAside])).toEqual([
      [7, 'taken back'],
      [8, 'taken back'],
    ])
    expect((await split(id, 1, 'and its owner')).made?.number).toBe(9)
    expect((await verifyChain(db, id)).broken).toBeNull()
  })

  test('an edit is not taken back once something was ruled since, and it says what', async () => {
    const { id } = await mill()
    const edit = await split(id, 1, 'and its owner')
    await rule(id, 7)
    await expect(undo(edit.id)).rejects.toThrow('because of what happened to claim 7 since: Ana ruled on it')
    const later = await split(id, 2, 'lost')
    await undo(later.id)
    await expect(undo(later.id)).rejects.toThrow('taken back already')
  })

  test('two who edit one claim at once: one does, the other hears of it', async () => {
    const { id } = await mill()
    const { id: claimId, version } = await claimOf(id, 1)
    const answers = await Promise.allSettled(
      Array.from({ length: 6 }, () =>
        splitClaim(db, {
          claimId,
          place: { before: 'and its owner' },
          splitBy: work.eve,
          seenVersion: version,
          at: at(),
        }),
      ),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const answer of answers)
      if (answer.status === 'rejected') expect(answer.reason).toBeInstanceOf(Conflict)
    expect(await db.claim.count({ where: { reportId: id } })).toBe(7)
  })

  test('a later correction of the reading undoes no edit', async () => {
    const { id, draftId, text } = await mill()
    await split(id, 1, 'and its owner')
    await addClaim(db, { draftId, place: { words: 'this was shameful' }, addedBy: work.eve, at: at() })
    const before = (await claimsOf(id)).slice(0, 4)
    const joined = await correctReading(db, {
      draftId,
      request: { kind: 'joined', block: text.indexOf('within a year') },
      seenRevision: 0,
      correctedBy: work.eve,
      at: at(),
    })
    expect((await claimsOf(id)).slice(0, 4)).toEqual(before)
    const divided = await correctReading(db, {
      draftId,
      request: { kind: 'divided', block: text.indexOf('The mill closed'), at: text.indexOf('Two hundred') },
      seenRevision: joined.revision,
      correctedBy: work.eve,
      at: at(),
    })
    expect((await claimsOf(id)).slice(0, 4)).toEqual(before)
    const dropped = await correctReading(db, {
      draftId,
      request: { kind: 'dropped', block: text.indexOf('The mill closed') },
      seenRevision: divided.revision,
      correctedBy: work.eve,
      at: at(),
    })
    expect(await claimsOf(id)).toContain('7 dropped')
    await withdrawCorrection(db, {
      correctionId: dropped.id,
      seenRevision: dropped.revision,
      withdrawnBy: work.eve,
      at: at(),
    })
    expect((await claimsOf(id)).slice(0, 4)).toEqual(before)
  })

  test('whatever is split, joined and taken back, claims fit the text, overlap nowhere, and share no marker', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 1_000 }), { minLength: 3, maxLength: 6 }), async (choices) => {
        const { id, text } = await mill()
        const start = await standing(id)
        const done: string[] = []
        for (const choice of choices) {
          const placed = (await placements(id)).filter(({ start: from }) => from !== null)
          const one = placed[choice % placed.length]!
          const next = placed[(choice % placed.length) + 1]
          const where = one.start! + (choice % Math.max(1, one.end! - one.start!))
          const by = { seenVersion: one.claim.version, at: at() }
          const edit =
            choice % 3 === 0 && next !== undefined
              ? mergeClaims(db, {
                  ...by,
                  claimId: one.claimId,
                  next: { claimId: next.claimId, seenVersion: next.claim.version },
                  mergedBy: work.eve,
                })
              : splitClaim(db, { ...by, claimId: one.claimId, place: { at: where }, splitBy: work.eve })
          const answer = await edit.catch((error: unknown) => {
            expect(error).toBeInstanceOf(Error)
            expect(['Invalid', 'Conflict']).toContain((error as Error).name)
            return null
          })
          if (answer !== null) done.push(answer.id)
          fits(await placements(id), text)
        }
        for (const editId of done.toReversed()) await undo(editId)
        expect((await standing(id)).slice(0, start.length)).toEqual(start)
      }),
      { numRuns: 4, seed: 1_931 },
    )
  })

  function fits(rows: Awaited<ReturnType<typeof placements>>, text: string): void {
    const placed = rows.filter(({ start }) => start !== null)
    let end = 0
    for (const row of placed) {
      expect(text.slice(row.start!, row.end!)).toBe(row.quote)
      expect(row.start).toBeGreaterThanOrEqual(end)
      end = row.end!
    }
    const markers = placed.flatMap(({ notes }) => notes.map(({ markerId }) => markerId))
    expect(new Set(markers).size).toBe(markers.length)
    expect(markers).toHaveLength(4)
    const numbers = rows.map(({ claim }) => claim.number)
    expect(new Set(numbers).size).toBe(numbers.length)
  }
})
