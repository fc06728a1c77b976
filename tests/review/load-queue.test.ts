import { expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { newId } from '../../src/db/new-id.ts'
import { seal } from '../../src/history/sealed-text.ts'
import { assignClaims } from '../../src/review/assign-claims.ts'
import { listNotices } from '../../src/review/list-notices.ts'
import { countWaiting, loadQueue } from '../../src/review/load-queue.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { seeNotices } from '../../src/review/see-notices.ts'
import { writeComment } from '../../src/review/write-comment.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { addChecker, morning, reportAtWork, type ReportAtWork } from '../support/reports.ts'

interface AtWork extends ReportAtWork {
  readonly ids: readonly string[]
  readonly queueOf: (person: ReportAtWork['ana']) => Promise<string[]>
}

async function atWork(db: Database): Promise<AtWork> {
  const work = await reportAtWork(db)
  return {
    ...work,
    ids: work.claims.map(({ id }) => id),
    queueOf: async (person) =>
      (await loadQueue(db, person, morning(30))).flatMap(({ group, items }) =>
        items.map(
          ({ claimNumber, overdue, detail }) =>
            `${group} ${claimNumber ?? 'report'}${detail === null ? '' : ` (${detail})`}${overdue ? ' overdue' : ''}`,
        ),
      ),
  }
}

/** A query of this person, asked and answered then. */
async function answeredQuery(
  db: Database,
  { report, ana }: ReportAtWork,
  claimId: string,
  minute: number,
): Promise<void> {
  const words = seal('Which log?')
  await db.sealedText.create({ data: words })
  const state = { state: 'answered', answer: 'words', answeredAt: morning(20) }
  const asked = { askedById: ana.id, askedAt: morning(minute), wordsId: words.id }
  await db.query.create({ data: { id: newId(), reportId: report.id, claimId, ...asked, ...state } })
}

describeOnBothDatabases('a queue', (makeDatabase) => {
  test('holds what is assigned and unsettled, with what is overdue', async () => {
    const db = await makeDatabase()
    const { queueOf, report, ids, ana, eve } = await atWork(db)
    const assign = (claimIds: string[], minute: number, deadline: Date | null) =>
      assignClaims(db, {
        reportId: report.id,
        claims: { claimIds },
        assigneeId: ana.id,
        deadline,
        assignedBy: eve,
        at: morning(minute),
      })
    await assign(ids.slice(2, 3), 4, morning(60))
    await assign(ids.slice(0, 2), 5, morning(20))
    expect((await queueOf(ana)).sort()).toEqual(['assigned 1 overdue', 'assigned 2 overdue', 'assigned 3'])
    const [part] = await loadQueue(db, ana, morning(30))
    expect(part?.items[0]).toMatchObject({ claimNumber: 3, since: morning(4), deadline: morning(60) })
    expect(part?.items[0]?.quote).toContain('harbour master')
    const ruling = { claimId: ids[0] ?? '', checker: ana, seenVersion: 1, at: morning(6) }
    await recordVerdict(db, { ...ruling, verdict: 'substantiated', outcome: 'stands' })
    expect((await queueOf(ana)).sort()).toEqual(['assigned 2 overdue', 'assigned 3'])
    expect(await queueOf(eve)).toEqual([])
  })

  test('begins with queries that were answered, oldest first', async () => {
    const db = await makeDatabase()
    const work = await atWork(db)
    await answeredQuery(db, work, work.ids[2] ?? '', 8)
    await answeredQuery(db, work, work.ids[0] ?? '', 9)
    await answeredQuery(db, work, work.ids[1] ?? '', 7)
    expect(await work.queueOf(work.ana)).toEqual([
      'query answered 2 (words)',
      'query answered 3 (words)',
      'query answered 1 (words)',
    ])
  })

  test('holds objections that one owns, fixes that were answered, and verdicts gone stale', async () => {
    const db = await makeDatabase()
    const { queueOf, ids, ana, ben } = await atWork(db)
    const claimId = ids[0] ?? ''
    const words = seal('Not so.')
    await db.sealedText.create({ data: words })
    const raised = { raisedById: ana.id, ownerId: ana.id, wordsId: words.id, at: morning(4) }
    await db.objection.create({ data: { id: newId(), claimId, ...raised } })
    const placement = await db.placement.findFirstOrThrow({ where: { claimId } })
    const asked = { askedById: ana.id, askedAt: morning(5), answeredAt: morning(6), wordingKey: 'key' }
    const span = { placementId: placement.id, start: 0, end: 3, original: 'The', proposed: 'A' }
    await db.fix.create({ data: { id: newId(), claimId, state: 'declined', ...span, ...asked } })
    await recordVerdict(db, {
      claimId,
      checker: ana,
      verdict: 'substantiated',
      seenVersion: 1,
      at: morning(7),
    })
    await db.claim.update({ where: { id: claimId }, data: { stale: true } })
    expect(await queueOf(ana)).toEqual(['fix answered 1 (declined)', 'objection 1', 'stale 1'])
    expect(await queueOf(ben)).toEqual([])
  })

  test('asks those for a second check who did not make the first', async () => {
    const db = await makeDatabase()
    const { queueOf, ids, ana, ben } = await atWork(db)
    const claimId = ids[0] ?? ''
    await recordVerdict(db, {
      claimId,
      checker: ana,
      verdict: 'disputed',
      reason: 'other',
      seenVersion: 1,
      at: morning(7),
    })
    await db.claim.update({
      where: { id: claimId },
      data: { needsSecond: true, checkers: 1, settled: false },
    })
    expect(await queueOf(ana)).toEqual([])
    expect(await queueOf(ben)).toEqual(['second check 1'])
    expect(await queueOf(await addChecker(db, 'Rita', 'reader'))).toEqual([])
  })

  test('holds mentions until they are seen or answered', async () => {
    const db = await makeDatabase()
    const { queueOf, report, ids, ana, ben } = await atWork(db)
    const mention = { privileged: false, mentions: [ben.id], writtenBy: ana }
    await writeComment(db, { ...mention, claimId: ids[0], words: 'Look.', at: morning(4) })
    await writeComment(db, { ...mention, reportId: report.id, words: 'Look.', at: morning(5) })
    expect(await queueOf(ben)).toEqual(['mention 1', 'mention report'])
    await writeComment(db, {
      claimId: ids[0],
      words: 'Seen.',
      privileged: false,
      mentions: [],
      writtenBy: ben,
      at: morning(6),
    })
    expect(await queueOf(ben)).toEqual(['mention report'])
    await seeNotices(db, { account: ben, notices: 'all', at: morning(7) })
    expect(await queueOf(ben)).toEqual([])
  })

  test('says nothing of a closed report to others, nor do counts and notices', async () => {
    const db = await makeDatabase()
    const { queueOf, report, ids, ana, ben, eve } = await atWork(db)
    await writeComment(db, {
      claimId: ids[0],
      words: 'Look.',
      privileged: false,
      mentions: [ben.id],
      writtenBy: ana,
      at: morning(4),
    })
    const claims = { claimIds: ids.slice(0, 2) }
    await assignClaims(db, {
      reportId: report.id,
      claims,
      assigneeId: ben.id,
      deadline: null,
      assignedBy: eve,
      at: morning(5),
    })
    expect(await countWaiting(db, ben)).toEqual({ queue: 3, notices: 2 })
    expect((await listNotices(db, ben, { limit: 10 })).items.map(({ kind }) => kind)).toEqual([
      'assigned',
      'mentioned',
    ])
    await db.report.update({ where: { id: report.id }, data: { closed: true } })
    expect(await queueOf(ben)).toEqual([])
    expect(await countWaiting(db, ben)).toEqual({ queue: 0, notices: 0 })
    expect((await listNotices(db, ben, { limit: 10 })).items).toEqual([])
    await db.reportMember.create({ data: { reportId: report.id, accountId: ben.id, addedAt: morning(6) } })
    expect(await countWaiting(db, ben)).toEqual({ queue: 3, notices: 2 })
  })
})
