import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { runJob } from '../../src/jobs/run-job.ts'
import { startScheduled } from '../../src/jobs/schedule-jobs.ts'
import { takeJob } from '../../src/jobs/take-job.ts'
import { digestMails, weeklyDigest } from '../../src/mail/weekly-digest.ts'
import { askForRecheck } from '../../src/review/ask-for-recheck.ts'
import { chooseNoticeWay } from '../../src/review/choose-notice-way.ts'
import { testApp } from '../support/app.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { startMailServer, type MailServer } from '../support/mail-server.ts'
import { addChecker, morning, reportAtWork, type ReportAtWork } from '../support/reports.ts'

describeOnBothDatabases('the weekly digest', (makeDatabase) => {
  const MONDAY = new Date('2026-01-12T06:00:30.000Z')
  let db: Database
  let work: ReportAtWork
  let server: MailServer

  beforeEach(async () => {
    db = await makeDatabase()
    work = await reportAtWork(db)
    server = await startMailServer()
    await chooseNoticeWay(db, { account: work.eve, way: 'digest', at: morning(2) })
    await chooseNoticeWay(db, { account: work.ana, way: 'digest', at: morning(2) })
    await addChecker(db, 'Edna', 'editor')
  })

  afterEach(() => server.stop())

  const askAgain = () => {
    const asked = { claimId: work.claims[1]!.id, words: 'The boats were barges.', askedBy: work.eve }
    return askForRecheck(db, { ...asked, seenVersion: 1, at: morning(9) })
  }

  /** Runs what is due at an instant until nothing is. */
  async function runAll(now: Date): Promise<void> {
    const { services } = testApp(db)
    const mail = { url: server.url, from: 'The desk <stet@desk.example>' }
    const given = { ...services, log: pino({ level: 'silent' }), clock: () => now }
    const config = { ...services.config, mail, baseUrl: 'https://stet.example' }
    const kinds = [weeklyDigest({ ...given, config }), digestMails({ ...given, config })]
    await startScheduled(db, kinds, now)
    const names = kinds.map(({ name }) => name)
    for (let job = await takeJob(db, names, now); job !== null; job = await takeJob(db, names, now))
      await runJob(
        given,
        kinds.find(({ name }) => name === job.kind)!,
        job,
        new AbortController().signal,
      )
  }

  const textOf = (index: number): string =>
    (server.received[index]?.message ?? '').replace(/=\r\n/g, '').replaceAll(/=E2=80=9[CD]/g, '"')

  test('goes once a week to each editor who lets notices leave, without a word of the report', async () => {
    await askAgain()
    await runAll(MONDAY)
    await runAll(new Date(MONDAY.getTime() + 3_600_000))
    expect(server.received.map(({ to }) => to)).toEqual([['eve@desk.example']])
    expect(textOf(0)).toContain('1 re-check was asked for')
    expect(textOf(0)).toContain('"The harbour fire')
    for (const word of ['boats', 'barges', 'warehouse']) expect(textOf(0).toLowerCase()).not.toContain(word)
    await runAll(new Date(MONDAY.getTime() + 7 * 24 * 3_600_000))
    expect(server.received).toHaveLength(1)
  })

  test('does not name a closed report, nor go out when nothing stopped standing', async () => {
    await runAll(new Date(MONDAY.getTime() - 7 * 24 * 3_600_000))
    expect(server.received).toHaveLength(0)
    await askAgain()
    await db.report.update({ where: { id: work.report.id }, data: { closed: true } })
    const member = { reportId: work.report.id, accountId: work.eve.id, addedAt: morning(1) }
    await db.reportMember.upsert({
      where: { reportId_accountId: { reportId: work.report.id, accountId: work.eve.id } },
      update: {},
      create: member,
    })
    await runAll(MONDAY)
    expect(textOf(0)).toContain('On a report:')
    expect(textOf(0)).not.toContain('harbour')
  })

  test('is tried again when the mail server takes none for now, and sent once then', async () => {
    await askAgain()
    server.refuse = () => 451
    await runAll(MONDAY)
    expect(server.received).toHaveLength(0)
    server.refuse = null
    await runAll(new Date(MONDAY.getTime() + 2 * 3_600_000))
    await runAll(new Date(MONDAY.getTime() + 4 * 3_600_000))
    expect(server.received).toHaveLength(1)
  })
})
