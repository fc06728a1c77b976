import { expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { inTransaction } from '../../src/db/in-transaction.ts'
import { runJob } from '../../src/jobs/run-job.ts'
import { startScheduled } from '../../src/jobs/schedule-jobs.ts'
import { takeJob } from '../../src/jobs/take-job.ts'
import { noticeMail } from '../../src/mail/notice-mail.ts'
import { askQuery } from '../../src/review/ask-query.ts'
import { assignClaims } from '../../src/review/assign-claims.ts'
import { closeQuery } from '../../src/review/close-query.ts'
import { changeContact } from '../../src/review/contacts/change-contact.ts'
import { recordAnswers } from '../../src/review/contacts/record-answers.ts'
import { passedDeadlines } from '../../src/review/deadlines/passed-deadlines.ts'
import { tellDeadlines } from '../../src/review/deadlines/tell-deadlines.ts'
import { endAssignments } from '../../src/review/end-assignments.ts'
import { listNotices } from '../../src/review/list-notices.ts'
import { noticeInWords } from '../../src/review/notice.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { harbourContacts } from '../support/contacts.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { morning } from '../support/reports.ts'

const DUE = morning(30)

async function atWork(db: Database) {
  const desk = await harbourContacts(db)
  const { report, claims, ana, eve } = desk
  /** What was told at this minute: who, and the sentence. */
  const tell = async (minute: number): Promise<string[]> => {
    const at = morning(minute)
    await inTransaction(db, (tx) => tellDeadlines(tx, at))
    const rows = await db.notice.findMany({ where: { at }, include: { account: true, claim: true } })
    return rows
      .map(({ account, kind, claim }) => `${account.name}: ${noticeInWords(kind, claim?.number ?? null)}`)
      .sort()
  }
  const ask = async (index: number, deadline: Date) =>
    askQuery(db, {
      claimId: claims[index]!.id,
      words: 'Which log?',
      deadline,
      askedBy: ana,
      seenVersion: 1,
      at: morning(3),
    })
  const assign = async (indexes: readonly number[], assigneeId: string, deadline = DUE) =>
    assignClaims(db, {
      reportId: report.id,
      claims: { claimIds: indexes.map((index) => claims[index]!.id) },
      assigneeId,
      deadline,
      assignedBy: eve,
      at: morning(3),
    })
  return { ...desk, tell, ask, assign }
}

describeOnBothDatabases('a deadline that passes', (makeDatabase) => {
  test('is told to whoever waits, once, and not before', async () => {
    const db = await makeDatabase()
    const { plan, tell, ask, assign, ben } = await atWork(db)
    await plan({ deadline: DUE, rightOfReply: true, claims: [2] })
    await ask(0, DUE)
    await assign([2, 3], ben.id)
    await db.notice.deleteMany()
    expect(await tell(29)).toEqual([])
    expect(await tell(30)).toEqual([
      'Ana: Somebody who was asked has not answered in time on claim 2',
      'Ana: The author has not answered in time on claim 1',
      'Ben: The deadline of an assignment passed on a report',
      'Eve: The deadline of an assignment passed on a report',
    ])
    expect(await tell(30)).toHaveLength(4)
    expect(await tell(31)).toEqual([])
    await db.notice.updateMany({ data: { seenAt: morning(32) } })
    expect(await tell(59)).toEqual([])
  })

  test('makes one notice for a person however much waited for it, and one for each deadline', async () => {
    const db = await makeDatabase()
    const { plan, tell, ana } = await atWork(db)
    for (const claims of [[1], [2, 3], []]) await plan({ deadline: DUE, claims })
    const late = await plan({ deadline: morning(40) })
    expect(await tell(35)).toEqual(['Ana: Somebody who was asked has not answered in time on a report'])
    expect(await tell(45)).toHaveLength(1)
    await changeContact(db, {
      ...{ contactId: late, deadline: morning(50), seenChanges: 0, changedBy: ana, at: morning(46) },
    })
    expect(await tell(48)).toEqual([])
    expect(await tell(50)).toHaveLength(1)
    expect(await db.notice.count()).toBe(3)
  })

  test('is none where there was an answer, an end, or a verdict before', async () => {
    const db = await makeDatabase()
    const { plan, tell, ask, assign, answerTo, ana, ben, claims, report } = await atWork(db)
    const contactId = await plan({ deadline: DUE, claims: [1] })
    const answers = [await answerTo(1, 'none')]
    await recordAnswers(db, { contactId, answers, notedBy: ana, at: morning(4) })
    const whole = await plan({ deadline: DUE, claims: [1, 2] })
    const said = { answer: 'declined', seen: '' } as const
    await recordAnswers(db, { contactId: whole, answers: [], whole: said, notedBy: ana, at: morning(4) })
    const asked = await ask(1, DUE)
    await closeQuery(db, { queryId: asked.id, closedBy: ana, at: morning(5) })
    await assign([2, 3], ben.id)
    await endAssignments(db, {
      ...{ reportId: report.id, claimIds: [claims[2]!.id], endedBy: ben, at: morning(5) },
    })
    await recordVerdict(db, {
      ...{ claimId: claims[3]!.id, verdict: 'substantiated', outcome: 'stands' },
      ...{ checker: ben, seenVersion: 1, at: morning(6) },
    })
    expect(await db.claim.findUnique({ where: { id: claims[3]!.id } })).toMatchObject({ settled: true })
    expect((await tell(40)).filter((line) => !line.includes('assigned'))).toEqual([])
  })

  test('is told to whoever imported the report for who is out, and to nobody where it was set too late or nobody may know', async () => {
    const db = await makeDatabase()
    const { plan, tell, ana, report } = await atWork(db)
    expect(await tell(40)).toEqual([])
    await plan({ deadline: DUE, at: morning(41) })
    expect(await tell(42)).toEqual([])
    await plan({ deadline: morning(43) })
    await db.account.update({ where: { id: ana.id }, data: { suspendedAt: morning(42) } })
    expect(await tell(44)).toEqual(['Eve: Somebody who was asked has not answered in time on a report'])
    await db.account.update({ where: { id: ana.id }, data: { suspendedAt: null } })
    await plan({ deadline: morning(46) })
    await db.report.update({ where: { id: report.id }, data: { closed: true } })
    expect(await tell(47)).toEqual([])
  })

  test('is looked at by a job, whose work counts once', async () => {
    const db = await makeDatabase()
    const { plan } = await atWork(db)
    await plan({ deadline: DUE })
    const clock = () => morning(31)
    const kind = passedDeadlines({ db, clock })
    await startScheduled(db, [kind], clock())
    await startScheduled(db, [kind], clock())
    expect(await db.job.count()).toBe(1)
    const job = await takeJob(db, [kind.name], clock())
    await runJob({ db, clock, log: { warn: () => undefined } }, kind, job!, new AbortController().signal)
    expect(await db.job.findUnique({ where: { id: job!.id } })).toMatchObject({ state: 'done', error: null })
    await expect(kind.run(job!, new AbortController().signal)).rejects.toThrow()
    expect(await db.notice.count()).toBe(1)
  })

  test('leaves the building as a notice without a word of the report, and by the person’s choice', async () => {
    const db = await makeDatabase()
    const { plan, tell, ana } = await atWork(db)
    await db.account.update({ where: { id: ana.id }, data: { noticesBy: 'at once' } })
    await plan({ deadline: DUE, claims: [2], put: 'Who signed the log?' })
    await tell(31)
    const { items } = await listNotices(db, ana, { limit: 10 })
    expect(await db.notice.count({ where: { mailedAt: null } })).toBe(1)
    const { subject, text } = noticeMail('Ana', items, 'https://desk.example')
    expect(subject).toBe('Stet: Somebody who was asked has not answered in time on claim 2')
    expect(text).not.toMatch(/Ida|Holm|boats|signed the log/)
  })
})
