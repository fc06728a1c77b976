import { expect, test } from 'vitest'
import { claimDetail } from '../../src/claims/claim-detail.ts'
import { listClaims } from '../../src/claims/list-claims.ts'
import type { Database } from '../../src/db/database.ts'
import { classifySentence } from '../../src/drafts/classify-sentence.ts'
import { confirmReading } from '../../src/drafts/confirm-reading.ts'
import { correctReading, type Corrected } from '../../src/drafts/correct-reading.ts'
import type { CorrectionRequest } from '../../src/drafts/correction-request.ts'
import { showDraft } from '../../src/drafts/draft-view.ts'
import { listCoverage } from '../../src/drafts/list-coverage.ts'
import { listNotes } from '../../src/drafts/list-notes.ts'
import { withdrawCorrection } from '../../src/drafts/withdraw-correction.ts'
import { Conflict, NotAllowed, NotFound } from '../../src/errors.ts'
import { describeEvent } from '../../src/history/describe-event.ts'
import { listEvents } from '../../src/history/list-events.ts'
import { verifyChain } from '../../src/history/verify-chain.ts'
import { readingState } from '../../src/review/reading-state.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { lighthouse, type Lighthouse } from '../support/lighthouse.ts'
import { morning } from '../support/reports.ts'

const MINE = `# The mine

The mine was flooded on 3 March 1902 and[^1]

eleven men drowned in the lower gallery.

Mine Commission, page 14

The owner denied it.[^2] Nobody was charged.

[^1]: Hill Post, 4 March 1902.
[^3]: Minutes of the commission, 9 May 1902, https://archive.example/minutes
`

describeOnBothDatabases('correcting a reading', (makeDatabase) => {
  async function opened(text = MINE) {
    const desk = await lighthouse(await makeDatabase(), text)
    let minute = 10
    const at = (words: string) => desk.text.indexOf(words)
    const revision = async () => (await readingState(desk.db, desk.draft.id)).revision
    const correct = async (request: CorrectionRequest, seen?: number): Promise<Corrected> =>
      correctReading(desk.db, {
        draftId: desk.draft.id,
        request,
        seenRevision: seen ?? (await revision()),
        correctedBy: desk.eve,
        at: morning(minute++),
      })
    const withdraw = async ({ id }: { id: string }): Promise<Corrected> =>
      withdrawCorrection(desk.db, {
        correctionId: id,
        seenRevision: await revision(),
        withdrawnBy: desk.max,
        at: morning(minute++),
      })
    return { ...desk, at, correct, withdraw, revision }
  }

  const claimNumbered = async ({ db, report }: Lighthouse, number: number) =>
    claimDetail(
      db,
      (await db.claim.findUniqueOrThrow({ where: { reportId_number: { reportId: report.id, number } } })).id,
    )

  const quotes = async ({ db, draft }: Lighthouse) =>
    (await listClaims(db, draft.id, {}, { limit: 50 })).items.map(({ number, quote }) => [number, quote])

  const rule = async (desk: Lighthouse, number: number) => {
    const { id, version } = await claimNumbered(desk, number)
    const verdict = { claimId: id, seenVersion: version, checker: desk.ana, at: morning(5) }
    await recordVerdict(desk.db, { ...verdict, verdict: 'substantiated' })
  }

  /** Everything that a reading and its rows say of a draft, as it stands. */
  const everything = async ({ db, draft, eve }: Lighthouse) => {
    const { reading, counts, ...view } = await showDraft(db, eve, draft.id)
    const claims = (await listClaims(db, draft.id, {}, { limit: 50 })).items
    return {
      view,
      counts,
      reading: reading.revision > 0,
      claims: claims.map(({ version, ...claim }) => ({ ...claim, version: version > 0 })),
    }
  }

  test('joins a sentence that was cut in two: the claim keeps its number, the other says where its words are', async () => {
    const desk = await opened()
    const before = await quotes(desk)
    const { claims } = await desk.correct({ kind: 'joined', block: desk.at('eleven men') })
    const joined = 'The mine was flooded on 3 March 1902 and[1]\n\neleven men drowned in the lower gallery.'
    const now = await quotes(desk)
    expect(now[0]?.[1]).toBe(joined)
    expect(now).toHaveLength(before.length - 1)
    const gone = claims.find(({ to }) => to === null)
    expect(await claimNumbered(desk, gone!.number)).toMatchObject({
      placement: 'orphaned',
      start: null,
      setAside: 'joined',
    })
    expect((await claimNumbered(desk, Number(now[0]?.[0]))).notes).toMatchObject([{ label: '1', note: 0 }])
  })

  test('makes a verdict stale where the words changed, and lets it stand where they did not', async () => {
    const desk = await opened()
    const last = (await quotes(desk)).at(-1)
    for (const [number] of await quotes(desk)) await rule(desk, Number(number))
    const { claims } = await desk.correct({ kind: 'joined', block: desk.at('eleven men') })
    const moved = claims.find(({ to }) => to !== null)
    expect(await claimNumbered(desk, moved!.number)).toMatchObject({
      status: 'substantiated',
      stale: true,
      version: 3,
    })
    expect(await claimNumbered(desk, Number(last?.[0]))).toMatchObject({
      stale: false,
      settled: true,
      version: 2,
    })
  })

  test('drops furniture: its claims keep number and verdict, have no place, say why, and are not to settle', async () => {
    const desk = await opened()
    const furniture = await classifiedAsClaim(desk, 'Mine Commission, page 14')
    await rule(desk, furniture)
    await desk.correct({ kind: 'dropped', block: desk.at('Mine Commission') })
    expect(await claimNumbered(desk, furniture)).toMatchObject({
      placement: 'orphaned',
      start: null,
      quote: 'Mine Commission, page 14',
      status: 'substantiated',
      setAside: 'dropped',
    })
    expect((await quotes(desk)).map(([number]) => number)).not.toContain(furniture)
    const { rows } = await listCoverage(desk.db, desk.eve, desk.draft.id)
    expect(rows.map(({ start }) => start)).not.toContain(desk.at('Mine Commission'))
  })

  /** The number of the claim that stands on these words, made by hand where the reading found none. */
  async function classifiedAsClaim(desk: Lighthouse, words: string): Promise<number> {
    const { rows } = await listCoverage(desk.db, desk.eve, desk.draft.id)
    const row = rows.find(({ start }) => start === desk.text.indexOf(words))!
    if (row.claim !== null) return row.claim.number
    const { start, end } = row
    const given = {
      draftId: desk.draft.id,
      start,
      end,
      kind: 'claim' as const,
      seen: null,
      seenVersion: null,
    }
    const made = await classifySentence(desk.db, { ...given, classifiedBy: desk.eve, at: morning(4) })
    return made.claim!.number
  }

  test('links a marker to a note: the claim leans on it, and its verdict is stale', async () => {
    const desk = await opened()
    const denied = (await quotes(desk)).find(([, quote]) => String(quote).startsWith('The owner'))
    await rule(desk, Number(denied?.[0]))
    expect((await listNotes(desk.db, desk.draft.id)).unanswered).toMatchObject([{ label: '2', marker: 1 }])
    await desk.correct({ kind: 'linked', marker: 1, note: 1 })
    expect(await claimNumbered(desk, Number(denied?.[0]))).toMatchObject({
      notes: [{ label: '2', note: 1 }],
      stale: true,
    })
    const { notes, unanswered } = await listNotes(desk.db, desk.draft.id)
    expect(unanswered).toEqual([])
    expect(notes.map(({ calls }) => calls.length)).toEqual([1, 1])
    await desk.correct({ kind: 'linked', marker: 1, note: null })
    expect((await claimNumbered(desk, Number(denied?.[0]))).notes).toMatchObject([{ label: '2', note: null }])
  })

  test('marks a list of notes: its blocks are notes with their works, and what calls them leans on them', async () => {
    const list =
      '# The inn\n\nThe inn was sold in 1880 (a). It has a new sign.[^x]\n\nDeed of sale, Orlé Gazette, 4 May 1880, https://orle.example/deed\n\n[^x]: Letter.\n'
    const desk = await opened(list.replace('1880 (a)', '1880 [7]'))
    const deed = desk.at('Deed of sale')
    const made = await desk.correct({ kind: 'noted', from: deed, to: deed, countFrom: 7 })
    const { notes } = await listNotes(desk.db, desk.draft.id)
    expect(notes.find(({ label }) => label === '7')).toMatchObject({
      start: deed,
      kind: 'endnote',
      citations: [{ source: { url: 'https://orle.example/deed' } }],
      calls: [{ scope: { claim: { number: 1 } } }],
    })
    expect((await claimNumbered(desk, 1)).notes).toMatchObject([{ label: '7', note: 1 }])
    await desk.withdraw(made)
    expect((await listNotes(desk.db, desk.draft.id)).notes.map(({ label }) => label)).toEqual(['x'])
    const draft = await showDraft(desk.db, desk.eve, desk.draft.id)
    expect(draft.notes.map(({ label, standing }) => [label, standing])).toEqual([
      ['x', true],
      ['7', false],
    ])
    const again = await desk.correct({ kind: 'noted', from: deed, to: deed, countFrom: 7 })
    expect(again.claims.length).toBeGreaterThan(0)
    expect(await desk.db.note.count()).toBe(3)
  })

  test('taken back leaves everything as it was, but for the rows that tell of it', async () => {
    const desk = await opened()
    const number = await classifiedAsClaim(desk, 'Mine Commission, page 14')
    await rule(desk, number)
    const before = await everything(desk)
    const requests: CorrectionRequest[] = [
      { kind: 'joined', block: desk.at('eleven men') },
      { kind: 'dropped', block: desk.at('Mine Commission') },
      { kind: 'divided', block: desk.at('The owner'), at: desk.at('Nobody was') },
      { kind: 'linked', marker: 1, note: 1 },
      { kind: 'dropped', block: 0 },
    ]
    const made: Corrected[] = []
    for (const request of requests) made.push(await desk.correct(request))
    expect(await everything(desk)).not.toEqual(before)
    for (const one of made) await desk.withdraw(one)
    expect({ ...(await everything(desk)), reading: false }).toEqual(before)
    expect(await desk.db.readingCorrection.count()).toBe(10)
    expect(await desk.db.correctedReading.count()).toBe(0)
    expect(await claimNumbered(desk, number)).toMatchObject({
      status: 'substantiated',
      stale: false,
      setAside: null,
    })
  })

  test('never changes the reading itself', async () => {
    const desk = await opened()
    const rows = async (db: Database) => [
      await db.draft.findFirstOrThrow(),
      await db.note.findMany(),
      await db.marker.findMany(),
    ]
    const before = await rows(desk.db)
    await desk.correct({ kind: 'joined', block: desk.at('eleven men') })
    await desk.correct({ kind: 'linked', marker: 0, note: null })
    expect(await rows(desk.db)).toEqual(before)
  })

  test('is told with both states, and the history holds', async () => {
    const desk = await opened()
    const made = await desk.correct({ kind: 'linked', marker: 1, note: 1 })
    await desk.withdraw(made)
    const { items } = await listEvents(desk.db, { chain: desk.report.id, limit: 20 })
    const [, corrected, withdrawn] = items
    expect(corrected?.payload?.['claims']).toMatchObject([{ from: { notes: [null] }, to: { notes: [1] } }])
    expect(withdrawn?.payload?.['claims']).toMatchObject([{ from: { notes: [1] }, to: { notes: [null] } }])
    expect(describeEvent(corrected!)).toMatch(
      /^Eve corrected the reading of draft 1: another note for the marker in “.*The owner denied it/,
    )
    expect(describeEvent(withdrawn!)).toMatch(/^Max took back a correction of draft 1/)
    expect(await verifyChain(desk.db, desk.report.id)).toMatchObject({ events: 3, broken: null })
  })

  test('asks for another confirmation', async () => {
    const desk = await opened()
    const confirm = { draftId: desk.draft.id, confirmedBy: desk.ana, at: morning(9) }
    await confirmReading(desk.db, { ...confirm, seenRevision: 0 })
    await desk.correct({ kind: 'linked', marker: 1, note: 1 })
    expect(await readingState(desk.db, desk.draft.id)).toMatchObject({ revision: 1, confirmed: false })
    await confirmReading(desk.db, { ...confirm, seenRevision: 1 })
    expect(await readingState(desk.db, desk.draft.id)).toMatchObject({ confirmed: true })
  })

  test('that others rest on is not taken back before them', async () => {
    const desk = await opened()
    const joined = await desk.correct({ kind: 'joined', block: desk.at('Mine Commission') })
    const divided = await desk.correct({
      kind: 'divided',
      block: desk.at('eleven men'),
      at: desk.at('Mine Comm'),
    })
    await expect(desk.withdraw(joined)).rejects.toThrow('A later correction rests on this one')
    await desk.withdraw(divided)
    await desk.withdraw(joined)
    await expect(desk.withdraw(joined)).rejects.toThrow('taken back already')
    await expect(desk.withdraw({ id: 'none' })).rejects.toThrow(NotFound)
  })

  test('of what was corrected meanwhile, by two at once, of an older draft or by a reviewer is refused', async () => {
    const desk = await opened()
    const request: CorrectionRequest = { kind: 'linked', marker: 1, note: 1 }
    const both = await Promise.allSettled([
      desk.correct(request, 0),
      desk.correct({ ...request, note: 0 }, 0),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    await expect(desk.correct({ ...request, marker: 0 }, 0)).rejects.toThrow(Conflict)
    const input = { draftId: desk.draft.id, request, seenRevision: 1, at: morning(50) }
    await expect(correctReading(desk.db, { ...input, correctedBy: desk.ana })).rejects.toThrow(NotAllowed)
    await expect(desk.correct({ kind: 'dropped', block: 3 })).rejects.toThrow('There is no such block')
    await desk.db.report.update({ where: { id: desk.report.id }, data: { currentDraftId: null } })
    await expect(desk.correct({ kind: 'dropped', block: 0 })).rejects.toThrow('no longer the one at work')
    expect(await desk.db.readingCorrection.count()).toBe(1)
  })
})
