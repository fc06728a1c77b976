import { beforeEach, expect, test } from 'vitest'
import type { Account } from '../../src/accounts/account.ts'
import type { Database } from '../../src/db/database.ts'
import { answerDestruction } from '../../src/drafts/forgetting/answer-destruction.ts'
import { askDestruction } from '../../src/drafts/forgetting/ask-destruction.ts'
import { describeEvent } from '../../src/history/describe-event.ts'
import { listEvents } from '../../src/history/list-events.ts'
import { checkReplay } from '../../src/history/check-replay.ts'
import { type DecidedComplaint, decideComplaint } from '../../src/publication/complaints/decide-complaint.ts'
import { enterComplaint, type NewComplaint } from '../../src/publication/complaints/enter-complaint.ts'
import { listComplaints } from '../../src/publication/complaints/list-complaints.ts'
import { tellReplies } from '../../src/publication/complaints/tell-replies.ts'
import { withdrawComplaint } from '../../src/publication/complaints/withdraw-complaint.ts'
import { inTransaction } from '../../src/db/in-transaction.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { accountWithRole } from '../support/accounts.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { published, type Published } from '../support/published.ts'
import { morning, reportAtWork, type ReportAtWork } from '../support/reports.ts'

const day = (number: number): Date => new Date(Date.UTC(2026, 0, number, 23, 59, 59, 999))

describeOnBothDatabases('a complaint', (makeDatabase) => {
  let db: Database
  let work: ReportAtWork
  let out: Published
  let lex: Account

  beforeEach(async () => {
    db = await makeDatabase()
    work = await reportAtWork(db)
    const claimId = work.claims[1]!.id
    const ruled = { claimId, checker: work.ana, verdict: 'substantiated', outcome: 'stands' } as const
    await recordVerdict(db, { ...ruled, seenVersion: 1, at: morning(5) })
    out = await published(db, { reportId: work.report.id, by: work.eve, at: morning(10) })
    lex = await accountWithRole(db, 'reader', { name: 'Lex', email: 'lex@desk.example', legal: true })
  })

  const enter = async (part: Partial<NewComplaint> = {}) =>
    enterComplaint(db, {
      ...{ publicationId: out.id, from: 'Rhea Vance, rhea@vance.example', words: 'There was one boat.' },
      ...{ way: 'letter', receivedAt: morning(20), claims: [2], by: work.ana, at: morning(21), ...part },
    })
  const decide = async (complaintId: string, part: Partial<DecidedComplaint> = {}) =>
    decideComplaint(db, {
      ...{ complaintId, decision: 'upheld', reply: 'You are right.' },
      ...{ by: work.eve, at: morning(30), ...part },
    })
  const kindsTold = async (accountId: string): Promise<string[]> =>
    (await db.notice.findMany({ where: { accountId }, orderBy: { at: 'asc' } })).map(({ kind }) => kind)

  test('is written down with its claims, by their numbers or by the words that were published', async () => {
    expect(await enter()).toMatchObject({ number: 1, claims: [2] })
    const quote = 'Witnesses reportedly saw three boats'
    await expect(enter({ claims: [], quote })).rejects.toThrow(/do not stand in the text/)
    expect(await enter({ claims: [4], quote: 'saw two boats leave' })).toMatchObject({
      number: 2,
      claims: [2, 4],
    })
    await expect(enter({ quote: 'the' })).rejects.toThrow(/more than once/)
    const [, first] = await listComplaints(db, {
      reader: work.ana,
      reportId: work.report.id,
      now: morning(40),
    })
    expect(first).toMatchObject({ number: 2, words: 'About “saw two boats leave”:\n\nThere was one boat.' })
  })

  test('names who complains to those who may see complaints, and in no event and no notice', async () => {
    await enter()
    const asked = { reportId: work.report.id, now: morning(40) }
    const [seen] = await listComplaints(db, { reader: lex, ...asked })
    expect(seen).toMatchObject({
      from: 'Rhea Vance, rhea@vance.example',
      state: 'open',
      claims: [{ number: 2 }],
    })
    const reader = await accountWithRole(db, 'reader', { email: 'r@desk.example' })
    await expect(listComplaints(db, { reader, ...asked })).rejects.toThrow(
      /Only a reviewer or above, or a lawyer/,
    )
    await expect(enter({ by: reader })).rejects.toThrow(/Only a reviewer/)
    const { items } = await listEvents(db, { chain: work.report.id, limit: 100 })
    expect(JSON.stringify(items)).not.toMatch(/Rhea|one boat/)
    expect(items.map(describeEvent)).toContain('Ana entered complaint 1 about publication 1, on claim 2')
    expect(await kindsTold(work.eve.id)).toEqual(['complaint entered'])
    expect(await kindsTold(lex.id)).toEqual(['complaint entered'])
    expect(await kindsTold(work.ben.id)).toEqual([])
  })

  test.each([
    [{ from: '' }, /who complains/],
    [{ words: ' ' }, /what they say/],
    [{ claims: [9] }, /has no claim 9/],
    [{ receivedAt: morning(59) }, /today at the latest/],
    [{ replyDue: morning(2) }, /due after the complaint came/],
    [{ publicationId: 'none' }, /no such publication/],
  ] as const)('is not written down with %j', async (part, words) => {
    await expect(enter(part)).rejects.toThrow(words)
    expect(await db.complaint.count()).toBe(0)
    expect(await db.complaintClaim.count()).toBe(0)
  })

  test('is upheld with a correction in one go: its claims are to be checked again, and no verdict changes', async () => {
    const { id } = await enter()
    const correction = {
      kind: 'correction',
      claim: 2,
      was: 'two boats',
      now: 'one boat',
      note: 'One boat left.',
    } as const
    await expect(decide(id, { correction: { ...correction, claim: 77 } })).rejects.toThrow(/no claim 77/)
    expect(await db.complaint.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: 'open',
      decisionId: null,
    })
    expect(await decide(id, { correction })).toMatchObject({ correction: { number: 1 } })
    const [shown] = await listComplaints(db, { reader: work.ana, reportId: work.report.id, now: morning(40) })
    expect(shown).toMatchObject({
      state: 'upheld',
      reply: 'You are right.',
      corrections: [1],
      decidedBy: { name: 'Eve' },
    })
    const claim = await db.claim.findUniqueOrThrow({ where: { id: work.claims[1]!.id } })
    expect(claim).toMatchObject({ status: 'substantiated', settled: false, rechecks: 2 })
    expect(await kindsTold(work.ana.id)).toContain('complaint decided')
    const { items } = await listEvents(db, { chain: work.report.id, limit: 100 })
    expect(items.map(describeEvent)).toEqual(
      expect.arrayContaining([
        'Eve decided complaint 1: upheld',
        'Eve published correction 1 to publication 1, on claim 2, after complaint 1',
        'Eve asked for claim 2 to be checked again: a complaint about it was upheld',
      ]),
    )
    await expect(decide(id)).rejects.toThrow(/was upheld already/)
    expect(await checkReplay(db, work.report.id)).toBeNull()
  })

  test('asks for no re-check where it is rejected, and is decided by editors and lawyers, corrected by editors', async () => {
    const { id } = await enter()
    await expect(decide(id, { by: work.ana })).rejects.toThrow(/Only an editor/)
    const correction = { kind: 'clarification', note: 'One or two.' } as const
    await expect(decide(id, { by: lex, correction })).rejects.toThrow(/Only an editor/)
    await expect(decide(id, { reply: '' })).rejects.toThrow(/the reply/)
    await decide(id, { by: lex, decision: 'rejected', reply: 'The log says two.' })
    expect(await db.recheck.count()).toBe(0)
  })

  test('is taken back by who made it', async () => {
    const { id } = await enter()
    await withdrawComplaint(db, { complaintId: id, by: work.ana, at: morning(30) })
    await expect(decide(id)).rejects.toThrow(/was withdrawn already/)
    await expect(withdrawComplaint(db, { complaintId: id, by: work.ana, at: morning(31) })).rejects.toThrow(
      /already/,
    )
  })

  test('is told of once when its reply is due soon, and once when it is overdue', async () => {
    await enter({ replyDue: day(12) })
    await enter({ replyDue: day(6) }) // within two days when it was written down: only the second is told
    const told = (now: Date): Promise<number> => inTransaction(db, (tx) => tellReplies(tx, now))
    expect(await told(morning(40))).toBe(0)
    expect(await told(day(7))).toBeGreaterThan(0)
    expect((await kindsTold(work.eve.id)).slice(2)).toEqual(['reply overdue'])
    expect(await told(day(8))).toBe(0)
    expect(await told(day(11))).toBeGreaterThan(0)
    expect(await told(day(13))).toBeGreaterThan(0)
    expect(await told(day(13))).toBe(0)
    expect((await kindsTold(lex.id)).slice(2)).toEqual(['reply overdue', 'reply due soon', 'reply overdue'])
    const [first] = await listComplaints(db, { reader: work.ana, reportId: work.report.id, now: day(8) })
    expect(first).toMatchObject({ number: 2, overdue: true })
  })

  test('is destroyed by two people: who made it, its words and the reply', async () => {
    const { id } = await enter()
    await decide(id)
    const order = {
      reportId: work.report.id,
      what: 'complaint',
      ground: 'court order',
      reason: 'Order 9',
    } as const
    const asked = await askDestruction(db, { ...order, askedBy: work.eve, at: morning(40) })
    expect(asked.count).toBe(3)
    const fay = await accountWithRole(db, 'editor', { name: 'Fay', email: 'fay@desk.example' })
    await answerDestruction(db, { destructionId: asked.id, answer: 'destroy', by: fay, at: morning(41) })
    const [shown] = await listComplaints(db, { reader: lex, reportId: work.report.id, now: morning(50) })
    expect(shown?.from).toMatch(/^Destroyed on 5 Jan 2026 by Eve with Fay/)
    expect(JSON.stringify(shown)).not.toMatch(/Rhea|one boat|You are right/)
    expect(await checkReplay(db, work.report.id)).toBeNull()
  })
})
