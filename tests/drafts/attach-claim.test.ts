import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { attachClaim } from '../../src/drafts/attach-claim.ts'
import { detachClaim } from '../../src/drafts/detach-claim.ts'
import { importDraft } from '../../src/drafts/import-draft.ts'
import { withdrawClaimEdit } from '../../src/drafts/withdraw-claim-edit.ts'
import { Conflict, Invalid, NotAllowed } from '../../src/errors.ts'
import { describeEvent } from '../../src/history/describe-event.ts'
import { listEvents } from '../../src/history/list-events.ts'
import { verifyChain } from '../../src/history/verify-chain.ts'
import { askFix } from '../../src/review/ask-fix.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { writeComment } from '../../src/review/write-comment.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { addChecker, HARBOUR_REPORT, importMarkdown, morning, type ReportAtWork } from '../support/reports.ts'

const MASTER = 'The harbour master signed the log at noon.'
const REWRITTEN = 'At noon the log bore the signature of the harbour master.'

/** Without the master's sentence, with another wording of it at the end. */
const NEXT = HARBOUR_REPORT.replace(`${MASTER} `, '').replace(
  '\n[^log]:',
  `\nNobody disputes that. ${REWRITTEN}\n\n[^log]:`,
)

describeOnBothDatabases('a claim without a place', (makeDatabase) => {
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

  const next = (text: string) =>
    importDraft(db, {
      reportId,
      bytes: Buffer.from(text),
      name: 'harbour-2.md',
      importedBy: people.eve,
      at: morning(30),
    })
  const claim = (number: number) =>
    db.claim.findUniqueOrThrow({ where: { reportId_number: { reportId, number } } })
  const placement = async (number: number) => {
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
  const attach = async (number: number, words: string, more: object = {}) => {
    const { id, version } = await claim(number)
    return attachClaim(db, {
      claimId: id,
      place: { words },
      attachedBy: people.eve,
      seenVersion: version,
      at: morning(40),
      ...more,
    })
  }
  const detach = async (number: number, more: object = {}) => {
    const { id, version } = await claim(number)
    return detachClaim(db, {
      claimId: id,
      detachedBy: people.eve,
      seenVersion: version,
      at: morning(45),
      ...more,
    })
  }
  const newest = async () => {
    const { items } = await listEvents(db, { chain: reportId, limit: 1, order: 'desc' })
    return items.map(describeEvent)[0]
  }

  test('goes with its thread to the words that an editor chose, and is stale where these are others', async () => {
    await rule(3)
    await next(NEXT)
    expect(await placement(3)).toMatchObject({ state: 'orphaned', start: null })
    await db.notice.deleteMany({ where: { reportId } })
    await attach(3, REWRITTEN)
    const { start, end, quote, draft, state } = await placement(3)
    expect(draft.text.body?.slice(start ?? 0, end ?? 0)).toBe(REWRITTEN)
    expect({ quote, state }).toEqual({ quote: REWRITTEN, state: 'edited' })
    expect(await claim(3)).toMatchObject({ status: 'substantiated', stale: true, settled: false })
    expect(await db.verdict.count({ where: { claimId: (await claim(3)).id } })).toBe(1)
    expect(await db.notice.findMany({ where: { reportId } })).toMatchObject([
      { accountId: people.ana.id, kind: 'claim stale' },
    ])
    expect((await verifyChain(db, reportId)).broken).toBeNull()
  })

  test('takes the place of the new claim that was found on the same words, which is set aside', async () => {
    await next(NEXT)
    const found = await db.claim.findFirstOrThrow({
      where: { reportId, placements: { some: { quote: REWRITTEN } } },
    })
    await attach(3, REWRITTEN)
    expect(await claim(found.number)).toMatchObject({ setAside: 'joined' })
    expect((await placement(found.number)).start).toBeNull()
    expect(await newest()).toBe(
      `Eve put claim 3, which stood nowhere, on words of draft 2 where claim ${found.number} had been found`,
    )
  })

  test('keeps its verdict where the very words and notes stand elsewhere', async () => {
    await rule(3)
    await next(NEXT)
    await next(`${NEXT.replace(REWRITTEN, '')}\n\n${MASTER}\n\n${MASTER}\n`)
    expect(await placement(3)).toMatchObject({ state: 'orphaned' })
    const [first] = await db.placement.findMany({
      where: { quote: MASTER, draft: { number: 3, reportId }, start: { not: null } },
      orderBy: { start: 'asc' },
    })
    await attach(3, MASTER, { place: { start: first?.start ?? 0, end: first?.end ?? 0 } })
    expect(await placement(3)).toMatchObject({ state: 'moved' })
    expect(await claim(3)).toMatchObject({ stale: false, settled: true })
  })

  test('brings a fix that waited for just these words: it is in, and the verdict on it holds', async () => {
    const { id, version } = await claim(3)
    const given = { claimId: id, original: MASTER, proposed: REWRITTEN, askedBy: people.ana, at: morning(4) }
    const fix = await askFix(db, { ...given, seenVersion: version })
    await rule(3, { fixId: fix.id, outcome: undefined })
    await next(NEXT)
    const stateOf = async () => (await db.fix.findUniqueOrThrow({ where: { id: fix.id } })).state
    expect(await stateOf()).toBe('changed otherwise')
    const { id: editId } = await attach(3, REWRITTEN)
    expect(await stateOf()).toBe('in')
    expect(await claim(3)).toMatchObject({ status: 'substantiated', stale: false, settled: true })
    await withdrawClaimEdit(db, { editId, withdrawnBy: people.eve, at: morning(50) })
    expect(await stateOf()).toBe('changed otherwise')
  })

  test('stands nowhere again, and the new claim on its words again, when it is taken back', async () => {
    await rule(3)
    await next(NEXT)
    const found = await db.claim.findFirstOrThrow({
      where: { reportId, placements: { some: { quote: REWRITTEN } } },
    })
    const [before, there] = [await placement(3), await placement(found.number)]
    const { id: editId } = await attach(3, REWRITTEN)
    await withdrawClaimEdit(db, { editId, withdrawnBy: people.eve, at: morning(50) })
    expect(await placement(3)).toEqual(before)
    expect(await placement(found.number)).toEqual(there)
    expect(await claim(3)).toMatchObject({ status: 'substantiated', stale: false, settled: false })
    expect(await claim(found.number)).toMatchObject({ setAside: null })
    expect(await newest()).toBe('Eve took back that claim 3 was put on words of the draft')
    await attach(3, REWRITTEN)
    expect(await placement(3)).toMatchObject({ state: 'edited' })
  })

  test('is attached by the first of two people alone', async () => {
    await next(NEXT)
    const { version } = await claim(3)
    const [first, second] = await Promise.allSettled([
      attach(3, REWRITTEN, { seenVersion: version }),
      attach(3, 'Nobody disputes that.', { seenVersion: version }),
    ])
    const [lost] = [first, second].filter(({ status }) => status === 'rejected')
    expect([first, second].filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(lost).toMatchObject({ reason: expect.any(Conflict) as Conflict })
    expect(await db.claimEdit.count({ where: { claim: { reportId } } })).toBe(1)
  })

  test('is not put on words that somebody works on, that are part of a claim’s, or that stood before', async () => {
    await next(NEXT)
    const found = await db.claim.findFirstOrThrow({
      where: { reportId, placements: { some: { quote: REWRITTEN } } },
    })
    await expect(attach(3, 'the signature of')).rejects.toThrow(Invalid)
    await expect(attach(3, 'No such words.')).rejects.toThrow(Invalid)
    await expect(attach(3, 'The owner of the warehouse was insured for 240,000 crowns.')).rejects.toThrow(
      /stood in earlier drafts/,
    )
    const comment = { claimId: found.id, words: 'Ask the pilot.', privileged: false, mentions: [] }
    await writeComment(db, { ...comment, writtenBy: people.ana, at: morning(35) })
    await expect(attach(3, REWRITTEN)).rejects.toThrow(
      `Somebody has worked on claim ${found.number}, which stands on these words`,
    )
    expect(await placement(3)).toMatchObject({ state: 'orphaned' })
    expect(await claim(found.number)).toMatchObject({ setAside: null })
  })

  test('is attached by editors, and only while it stands nowhere', async () => {
    await next(NEXT)
    await expect(attach(3, REWRITTEN, { attachedBy: people.ben })).rejects.toThrow(NotAllowed)
    await expect(attach(1, REWRITTEN)).rejects.toThrow('Claim 1 has a place in draft 2')
  })

  test('is what an editor makes of one that was put on words not its own, which become a new claim', async () => {
    await rule(4)
    await next(HARBOUR_REPORT.replace('240,000', '250,000'))
    const before = await placement(4)
    expect(before).toMatchObject({ state: 'edited' })
    const { made, id: editId } = await detach(4)
    expect(await placement(4)).toMatchObject({
      state: 'orphaned',
      start: null,
      quote: 'The owner of the warehouse was insured for 240,000 crowns.',
      notes: [],
    })
    expect(await claim(4)).toMatchObject({ status: 'substantiated', stale: false, settled: false })
    expect(made).toMatchObject({ number: 5 })
    expect(await placement(5)).toMatchObject({ quote: before.quote, start: before.start, end: before.end })
    expect((await placement(5)).notes).toHaveLength(1)
    expect(await newest()).toBe(
      'Eve took claim 4 off words of draft 2 that are not its own: they are claim 5 now',
    )
    await withdrawClaimEdit(db, { editId, withdrawnBy: people.eve, at: morning(50) })
    expect(await placement(4)).toEqual(before)
    expect(await claim(4)).toMatchObject({ stale: true })
    expect(await claim(5)).toMatchObject({ setAside: 'taken back' })
    expect((await verifyChain(db, reportId)).broken).toBeNull()
  })

  test('cannot be made of one that came with this draft, or was edited in it', async () => {
    await next(NEXT)
    const found = await db.claim.findFirstOrThrow({
      where: { reportId, placements: { some: { quote: REWRITTEN } } },
    })
    await expect(detach(found.number)).rejects.toThrow(`Claim ${found.number} came with draft 2`)
    await attach(3, REWRITTEN)
    await expect(detach(3)).rejects.toThrow('take that edit back instead')
    await expect(detach(1, { detachedBy: people.ana })).rejects.toThrow(NotAllowed)
  })
})
