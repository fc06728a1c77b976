import { expect, test } from 'vitest'
import { wordingKey } from '../../src/claims/wording-key.ts'
import { Conflict, Invalid, NotFound } from '../../src/errors.ts'
import { describeEvent } from '../../src/history/describe-event.ts'
import { listEvents } from '../../src/history/list-events.ts'
import { verifyChain } from '../../src/history/verify-chain.ts'
import { answerFix } from '../../src/review/answer-fix.ts'
import { askFix } from '../../src/review/ask-fix.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { withdrawFix } from '../../src/review/withdraw-fix.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { importMarkdown, morning, reportAtWork } from '../support/reports.ts'
import { withAuthor } from './author-work.ts'

describeOnBothDatabases('a fix', (makeDatabase) => {
  test('asks for other words, once in the history and once in the outcome', async () => {
    const db = await makeDatabase()
    const work = await withAuthor(db)
    const fix = await work.askSum()
    expect(fix.settlement).toMatchObject({ outcome: 'fix asked', settled: false, status: 'unreviewed' })
    expect(await work.claim(4)).toMatchObject({ outcome: 'fix asked', version: 2 })
    expect(await db.fix.findUniqueOrThrow({ where: { id: fix.id } })).toMatchObject({
      authorId: work.authorId,
      state: 'asked',
      original: '240,000',
      proposed: '241,000',
    })
    const { items } = await listEvents(db, { chain: work.report.id, limit: 10, order: 'desc' })
    expect(items.map(describeEvent)).toEqual([
      'Ana asked to change “240,000” to “241,000” in claim 4',
      'Eve made a link for the author Ida',
      'Eve named Ida as an author',
      expect.stringContaining('Eve imported'),
    ])
    expect((await verifyChain(db, work.report.id)).broken).toBeNull()
  })

  test('has the key of the claim with its words in it, notes included', async () => {
    const db = await makeDatabase()
    const { askSum, claims, report } = await withAuthor(db)
    const { wordingKey: key } = await askSum()
    const placement = await db.placement.findFirstOrThrow({ where: { claimId: claims[3]!.id } })
    const { text } = await db.draft.findFirstOrThrow({
      where: { reportId: report.id },
      include: { text: true },
    })
    const claim = { start: placement.start ?? 0, end: placement.end ?? 0 }
    const marker = /\[log\]/g
    marker.lastIndex = claim.start
    const at = marker.exec(text.body ?? '')
    const markers = [{ start: at?.index ?? 0, end: marker.lastIndex }].filter(
      ({ start }) => start < claim.end,
    )
    const note = await db.note.findFirstOrThrow({ where: { label: 'log' } })
    const notes = await db.placementNote.count({ where: { placementId: placement.id } })
    const leaned = Array.from({ length: notes }, () => (text.body ?? '').slice(note.start, note.end))
    const keyOf = (words: string) => wordingKey(words, claim, markers, leaned)
    expect(keyOf(text.body ?? '')).toBe(placement.wordingKey)
    expect(key).toBe(keyOf((text.body ?? '').replace('240,000', '241,000')))
  })

  test('on words that are no longer there, on a version that changed, or on words that wait for another is refused', async () => {
    const db = await makeDatabase()
    const { claims, ana, ben, askSum } = await withAuthor(db)
    const asked = { claimId: claims[3]!.id, proposed: 'x', askedBy: ben, seenVersion: 1, at: morning(4) }
    await expect(askFix(db, { ...asked, original: '239,000' })).rejects.toThrow(/do not stand there any more/)
    await expect(askFix(db, { ...asked, claimId: 'nobody', original: 'x' })).rejects.toThrow(NotFound)
    await expect(askFix(db, { ...asked, authorId: 'nobody', original: 'crowns' })).rejects.toThrow(Invalid)
    await askSum()
    await expect(askFix(db, { ...asked, original: 'crowns' })).rejects.toThrow(Conflict)
    const later = { ...asked, seenVersion: 2 }
    await expect(askFix(db, { ...later, original: 'for 240,000 crowns' })).rejects.toThrow(
      /Ana has already asked/,
    )
    await askFix(db, { ...later, original: 'crowns', proposed: 'pounds' })
    expect(await db.fix.count()).toBe(2)
    expect(ana.name).toBe('Ana')
  })

  test('may not leave out a marker, and keeps those it spans', async () => {
    const db = await makeDatabase()
    const { eve, ana } = await reportAtWork(db)
    const text =
      'The lock opened[1] on 4 June 1911 and took ninety boats.\n\nNotes\n\n[1] Canal Gazette, 5 June 1911.\n'
    const { id } = await importMarkdown(db, 'lock.txt', text, eve)
    const { id: claimId } = await db.claim.findFirstOrThrow({ where: { reportId: id } })
    const fix = { claimId, original: 'opened[1] on', askedBy: ana, seenVersion: 1, at: morning(2) }
    await expect(askFix(db, { ...fix, proposed: 'opened on' })).rejects.toThrow(/Leave the markers/)
    await askFix(db, { ...fix, proposed: 'opened again[1] on' })
  })

  test('is accepted by the author’s link, and the outcome waits for the draft', async () => {
    const db = await makeDatabase()
    const work = await withAuthor(db)
    const fix = await work.askSum()
    const { secret } = work
    await answerFix(db, { fixId: fix.id, by: { secret }, answer: 'accepted', at: morning(4) })
    expect(await work.claim(4)).toMatchObject({ outcome: 'fix asked', settled: false, version: 2 })
    const { items } = await listEvents(db, { chain: work.report.id, limit: 1, order: 'desc' })
    expect(items.map(describeEvent)).toEqual(['Ida, the author, accepted the fix of claim 4'])
    expect(await db.notice.findMany({ select: { accountId: true, kind: true, causedById: true } })).toEqual([
      { accountId: work.ana.id, kind: 'fix answered', causedById: null },
    ])
  })

  test('that two people answer at once has one answer, and the other learns whose', async () => {
    const db = await makeDatabase()
    const { askSum, ben, eve } = await withAuthor(db)
    const { id } = await askSum()
    const answers = await Promise.allSettled([
      answerFix(db, { fixId: id, by: { checker: ben }, answer: 'accepted', at: morning(4) }),
      answerFix(db, { fixId: id, by: { checker: eve }, answer: 'declined', words: 'No.', at: morning(4) }),
    ])
    const lost = answers.flatMap((answer) => (answer.status === 'rejected' ? [String(answer.reason)] : []))
    expect(lost).toHaveLength(1)
    expect(lost[0]).toMatch(/Conflict: (Ben accepted|Eve declined) this fix already/)
    expect(await db.event.count({ where: { kind: 'fix.answered' } })).toBe(1)
  })

  test('is declined with words, never without', async () => {
    const db = await makeDatabase()
    const { askSum, ben, claim } = await withAuthor(db)
    const { id } = await askSum()
    const answer = { fixId: id, by: { checker: ben }, answer: 'declined' as const, at: morning(4) }
    await expect(answerFix(db, { ...answer, words: ' ' })).rejects.toThrow(Invalid)
    await answerFix(db, { ...answer, words: 'The policy says 240,000.' })
    expect(await claim(4)).toMatchObject({ outcome: 'fix asked', settled: false })
  })

  test('that is withdrawn leaves the outcome that was decided beside it', async () => {
    const db = await makeDatabase()
    const { askSum, ana, ben, claims, claim } = await withAuthor(db)
    const verdict = { claimId: claims[3]!.id, checker: ana, seenVersion: 1, at: morning(2) }
    await recordVerdict(db, { ...verdict, verdict: 'substantiated' })
    const { id } = await askSum()
    expect(await claim(4)).toMatchObject({ outcome: 'fix asked', settled: false })
    await withdrawFix(db, { fixId: id, withdrawnBy: ben, at: morning(5) })
    expect(await claim(4)).toMatchObject({ outcome: 'stands', settled: true, version: 4 })
    await expect(withdrawFix(db, { fixId: id, withdrawnBy: ben, at: morning(6) })).rejects.toThrow(Conflict)
    const late = { fixId: id, by: { checker: ben }, answer: 'accepted' as const, at: morning(6) }
    await expect(answerFix(db, late)).rejects.toThrow(/withdrawn/)
  })

  test('can be ruled on: the present words stay as they are, and a verdict on a fix taken back is refused', async () => {
    const db = await makeDatabase()
    const { askSum, ana, claims, claim } = await withAuthor(db)
    const fix = await askSum()
    const verdict = {
      claimId: claims[3]!.id,
      checker: ana,
      verdict: 'substantiated' as const,
      at: morning(4),
    }
    await recordVerdict(db, { ...verdict, fixId: fix.id, seenVersion: 2 })
    expect(await claim(4)).toMatchObject({
      status: 'unreviewed',
      stale: false,
      outcome: 'fix asked',
      version: 3,
    })
    expect(await db.verdict.findFirstOrThrow()).toMatchObject({ fixId: fix.id, wordingKey: fix.wordingKey })
    await expect(recordVerdict(db, { ...verdict, fixId: 'none', seenVersion: 3 })).rejects.toThrow(NotFound)
    await withdrawFix(db, { fixId: fix.id, withdrawnBy: ana, at: morning(5) })
    await expect(recordVerdict(db, { ...verdict, fixId: fix.id, seenVersion: 4 })).rejects.toThrow(Conflict)
  })

  test('ten that are accepted leave every claim to the draft', async () => {
    const db = await makeDatabase()
    const { claims, ana, ben, claim } = await withAuthor(db)
    const words = ['The', 'owner', 'of', 'the', 'warehouse', 'was', 'insured', 'for', '240,000', 'crowns']
    for (const [i, original] of words.entries()) {
      const asked = { claimId: claims[3]!.id, original, proposed: `${original}s`, occurrence: 1 }
      const fix = await askFix(db, { ...asked, askedBy: ana, seenVersion: i + 1, at: morning(i) })
      await answerFix(db, { fixId: fix.id, by: { checker: ben }, answer: 'accepted', at: morning(i) })
    }
    expect(await claim(4)).toMatchObject({ outcome: 'fix asked', settled: false, version: 11 })
  })
})
