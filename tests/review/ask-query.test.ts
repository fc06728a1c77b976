import { expect, test } from 'vitest'
import { Conflict, Gone, Invalid, NotAllowed, NotFound } from '../../src/errors.ts'
import { describeEvent } from '../../src/history/describe-event.ts'
import { listEvents } from '../../src/history/list-events.ts'
import { verifyChain } from '../../src/history/verify-chain.ts'
import { answerFix } from '../../src/review/answer-fix.ts'
import { answerQuery } from '../../src/review/answer-query.ts'
import { askQuery } from '../../src/review/ask-query.ts'
import { createAuthorLink, revokeAuthorLink } from '../../src/review/author-links.ts'
import { closeQuery } from '../../src/review/close-query.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { addReportAuthor, changeReportAuthor } from '../../src/review/report-authors.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { addChecker, morning } from '../support/reports.ts'
import { type WithAuthor, withAuthor } from './author-work.ts'

describeOnBothDatabases('a query to the author', (makeDatabase) => {
  const ask = async ({ claim, ana }: WithAuthor, db: Parameters<typeof askQuery>[0], number = 1) => {
    const { id, version } = await claim(number)
    const query = { claimId: id, words: 'Which log?', askedBy: ana, seenVersion: version }
    return askQuery(db, { ...query, at: morning(3) })
  }

  test('opens, is answered in words, and is closed by who has read the answer', async () => {
    const db = await makeDatabase()
    const work = await withAuthor(db)
    const { id } = await ask(work, db)
    expect(await work.claim(1)).toMatchObject({ outcome: 'query open', settled: false })
    const answer = { queryId: id, by: { secret: work.secret }, at: morning(4) }
    await expect(answerQuery(db, { ...answer, answer: 'words', words: ' ' })).rejects.toThrow(Invalid)
    await answerQuery(db, { ...answer, answer: 'words', words: 'The harbour log.' })
    expect(await work.claim(1)).toMatchObject({ outcome: 'query open' })
    await closeQuery(db, { queryId: id, closedBy: work.ben, at: morning(5) })
    expect(await work.claim(1)).toMatchObject({ outcome: null })
    const { items } = await listEvents(db, { chain: work.report.id, limit: 3, order: 'desc' })
    expect(items.map(describeEvent)).toEqual([
      'Ben closed the query on claim 1',
      'Ida, the author, answered the query on claim 1',
      'Ana asked the author about claim 1',
    ])
    expect(JSON.stringify(items)).not.toMatch(/Which log|harbour log/)
    expect((await verifyChain(db, work.report.id)).broken).toBeNull()
    await expect(answerQuery(db, { ...answer, answer: 'on me' })).rejects.toThrow(/Ben closed this query/)
    await expect(closeQuery(db, { queryId: id, closedBy: work.ana, at: morning(6) })).rejects.toThrow(
      Conflict,
    )
  })

  test('answered “on me” leaves the claim on the author, and tells who asked', async () => {
    const db = await makeDatabase()
    const work = await withAuthor(db)
    const { id } = await ask(work, db)
    await answerQuery(db, { queryId: id, by: { secret: work.secret }, answer: 'on me', at: morning(4) })
    expect(await work.claim(1)).toMatchObject({ outcome: 'on author', version: 3 })
    expect(await db.notice.findMany({ select: { accountId: true, kind: true } })).toEqual([
      { accountId: work.ana.id, kind: 'query answered' },
    ])
    await recordVerdict(db, {
      ...{
        claimId: work.claims[0]!.id,
        checker: work.ana,
        verdict: 'unsubstantiated',
        reason: 'out-of-reach',
      },
      ...{ seenVersion: 3, at: morning(5) },
    })
    expect(await work.claim(1)).toMatchObject({ outcome: 'on author', settled: true })
  })

  test('waits for one answer at a time; the next query closes one that was answered', async () => {
    const db = await makeDatabase()
    const work = await withAuthor(db)
    const { id } = await ask(work, db)
    await expect(ask(work, db)).rejects.toThrow(/has not yet answered what Ana asked/)
    const answer = { queryId: id, by: { checker: work.ben }, answer: 'source' as const, at: morning(4) }
    await expect(answerQuery(db, answer)).rejects.toThrow(Invalid)
    await answerQuery(db, { ...answer, words: 'Gazette, 5 May, p. 2' })
    await expect(answerQuery(db, { ...answer, words: 'Again' })).rejects.toThrow(
      /Ben answered this query already/,
    )
    const next = await ask(work, db)
    await closeQuery(db, { queryId: next.id, closedBy: work.ana, at: morning(6) })
    expect(await work.claim(1)).toMatchObject({ outcome: null })
  })

  test.each(['', ' \n', 'x'.repeat(5_001)])('of %j is refused', async (words) => {
    const db = await makeDatabase()
    const { claims, ana } = await withAuthor(db)
    const query = { claimId: claims[0]!.id, words, askedBy: ana, seenVersion: 1, at: morning(3) }
    await expect(askQuery(db, query)).rejects.toThrow(Invalid)
  })

  test('is asked by reviewers, not by readers', async () => {
    const db = await makeDatabase()
    const { claims } = await withAuthor(db)
    const reader = await addChecker(db, 'Rita', 'reader')
    const query = { claimId: claims[0]!.id, words: 'Why?', askedBy: reader, seenVersion: 1, at: morning(3) }
    await expect(askQuery(db, query)).rejects.toThrow(NotAllowed)
  })
})

describeOnBothDatabases('an author’s link', (makeDatabase) => {
  test('answers for one author only, until it expires, is sent anew or is taken back', async () => {
    const db = await makeDatabase()
    const work = await withAuthor(db)
    const { id } = await work.askSum()
    const by = { by: work.eve, at: morning(4) }
    const other = await addReportAuthor(db, { reportId: work.report.id, name: 'Jon', ...by })
    const jons = await createAuthorLink(db, { authorId: other.id, ...by })
    const accept = (secret: string, at: Date) =>
      answerFix(db, { fixId: id, by: { secret }, answer: 'accepted', at })
    await expect(accept(jons.secret, morning(5))).rejects.toThrow(NotFound)
    await expect(accept('no such secret', morning(5))).rejects.toThrow(NotFound)
    const late = new Date(morning(2).getTime() + 14 * 24 * 60 * 60_000)
    await expect(accept(work.secret, late)).rejects.toThrow(/expired. Ask Eve/)
    const anew = await createAuthorLink(db, { authorId: work.authorId, ...by })
    expect(anew.revoked).toBe(1)
    await expect(accept(work.secret, morning(5))).rejects.toThrow(Gone)
    await revokeAuthorLink(db, { linkId: anew.id, ...by })
    await expect(accept(anew.secret, morning(5))).rejects.toThrow(/Ask Eve/)
    await expect(revokeAuthorLink(db, { linkId: anew.id, ...by })).rejects.toThrow(Conflict)
    expect(await db.fix.findUniqueOrThrow({ where: { id } })).toMatchObject({ state: 'asked' })
    expect(await db.authorLink.count({ where: { tokenHash: anew.secret } })).toBe(0)
  })

  test('wants dates that have not passed, and a name that is told apart', async () => {
    const db = await makeDatabase()
    const { authorId, report, ana, eve } = await withAuthor(db)
    const link = { authorId, by: eve, at: morning(4) }
    await expect(createAuthorLink(db, { ...link, expiresAt: morning(3) })).rejects.toThrow(Invalid)
    await expect(createAuthorLink(db, { ...link, deadline: morning(3) })).rejects.toThrow(Invalid)
    await expect(createAuthorLink(db, { ...link, by: ana })).rejects.toThrow(NotAllowed)
    const jon = { reportId: report.id, name: 'Jon', by: eve, at: morning(4) }
    const { id } = await addReportAuthor(db, jon)
    await expect(addReportAuthor(db, jon)).rejects.toThrow(Conflict)
    await expect(addReportAuthor(db, { ...jon, name: ' ' })).rejects.toThrow(Invalid)
    await expect(addReportAuthor(db, { ...jon, name: 'Kim', email: 'kim' })).rejects.toThrow(Invalid)
    const change = { authorId: id, by: eve, at: morning(5) }
    await expect(changeReportAuthor(db, { ...change, name: 'Ida' })).rejects.toThrow(Conflict)
    await changeReportAuthor(db, { ...change, name: 'Jon Bell', email: 'jon@paper.example' })
    expect(await db.reportAuthor.findUniqueOrThrow({ where: { id } })).toMatchObject({ name: 'Jon Bell' })
  })
})
