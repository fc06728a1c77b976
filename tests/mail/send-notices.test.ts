import { afterEach, expect, test, vi } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { inTransaction } from '../../src/db/in-transaction.ts'
import { digestTime } from '../../src/mail/due-notices.ts'
import { startMailLoop } from '../../src/mail/mail-loop.ts'
import { postOffice } from '../../src/mail/post-office.ts'
import { sendNotices } from '../../src/mail/send-notices.ts'
import { chooseNoticeWay } from '../../src/review/choose-notice-way.ts'
import { notify, type NewNotice } from '../../src/review/notify.ts'
import { seeNotices } from '../../src/review/see-notices.ts'
import { describeOnBothDatabases, describeOnSqlite } from '../support/databases.ts'
import { startMailServer, type MailServer } from '../support/mail-server.ts'
import { morning, reportAtWork, type ReportAtWork } from '../support/reports.ts'

const BASE = 'https://stet.example'
const FROM = 'The desk <stet@desk.example>'
const servers: MailServer[] = []
const silent = { warn: () => undefined }

afterEach(async () => {
  for (const server of servers.splice(0)) await server.stop()
})

async function mailServer(options?: Parameters<typeof startMailServer>[0]): Promise<MailServer> {
  const server = await startMailServer(options)
  servers.push(server)
  return server
}

interface AtWork extends ReportAtWork {
  readonly tell: (part?: Partial<NewNotice>) => Promise<number>
}

/** The harbour report, whose Ana wants her notices at once and whose Ben wants a digest. */
async function atWork(db: Database): Promise<AtWork> {
  const work = await reportAtWork(db)
  await chooseNoticeWay(db, { account: work.ana, way: 'at once', at: morning(2) })
  await chooseNoticeWay(db, { account: work.ben, way: 'digest', at: morning(2) })
  const notice: NewNotice = {
    kind: 'checkers differ',
    reportId: work.report.id,
    claimId: work.claims[1]?.id ?? '',
    to: [work.ana.id],
    by: work.eve.id,
    at: morning(5),
  }
  return { ...work, tell: (part = {}) => inTransaction(db, (tx) => notify(tx, { ...notice, ...part })) }
}

const round = (db: Database, { url }: MailServer, now = morning(10)): Promise<number> =>
  sendNotices({
    db,
    office: postOffice({ url, from: FROM }),
    baseUrl: BASE,
    clock: () => now,
    log: silent,
    stopping: new AbortController().signal,
  })

const next = (hours: number): Date => new Date(morning(5).getTime() + hours * 3_600_000)

describeOnBothDatabases('notices by e-mail', (makeDatabase) => {
  test('are one mail with links, and without a word of the report', async () => {
    const db = await makeDatabase()
    const { tell, claims } = await atWork(db)
    const server = await mailServer({ user: { name: 'desk', password: 'secret' } })
    await tell()
    await tell({ kind: 'claim stale', claimId: claims[0]?.id ?? '', by: null })
    expect(await round(db, server)).toBe(1)
    const [mail] = server.received
    expect(mail).toMatchObject({ from: 'stet@desk.example', to: ['ana@desk.example'] })
    const text = (mail?.message ?? '').replace(/=\r\n/g, '').replaceAll('=E2=80=9C', '“')
    expect(text).toContain('Subject: Stet: 2 notices')
    expect(text).toContain('Auto-Submitted: auto-generated')
    expect(text).toContain('- Checkers differ on claim 2 (Eve)')
    expect(text).toContain(`${BASE}/claims/${claims[1]?.id ?? ''}`)
    expect(text).toContain('“The harbour fire')
    for (const word of ['warehouse', 'boats', 'witnesses']) expect(text.toLowerCase()).not.toContain(word)
  })

  test('are sent once', async () => {
    const db = await makeDatabase()
    const { tell } = await atWork(db)
    const server = await mailServer()
    await tell()
    await Promise.all([round(db, server), round(db, server), round(db, server)])
    await round(db, server, next(1))
    expect(server.received).toHaveLength(1)
  })

  test('wait while the mail server is away or takes nothing, and leave when it is back', async () => {
    const db = await makeDatabase()
    const { tell } = await atWork(db)
    await tell()
    const away = await startMailServer()
    await away.stop()
    await expect(round(db, away)).rejects.toThrow()
    expect(await db.notice.count({ where: { mailedAt: null } })).toBe(1)
    const server = await mailServer()
    server.refuse = () => 450
    await expect(round(db, server)).rejects.toThrow('at present')
    server.refuse = null
    expect(await round(db, server)).toBe(1)
    expect(server.received).toHaveLength(1)
  })

  test('that one mailbox postpones or refuses leave the others alone', async () => {
    const db = await makeDatabase()
    const { tell, ana, ben, eve } = await atWork(db)
    for (const account of [ben, eve]) await chooseNoticeWay(db, { account, way: 'at once', at: morning(3) })
    await tell({ to: [ana.id, ben.id, eve.id], by: null })
    const server = await mailServer()
    const codes = new Map([
      ['ana@desk.example', 450],
      ['ben@desk.example', 550],
    ])
    server.refuse = (recipient) => codes.get(recipient) ?? null
    await expect(round(db, server)).rejects.toThrow('not all')
    codes.clear()
    expect(await round(db, server)).toBe(1)
    expect(server.received.flatMap(({ to }) => to).sort()).toEqual(['ana@desk.example', 'eve@desk.example'])
  })

  test('that may have arrived when the server fell silent are not sent again', async () => {
    const db = await makeDatabase()
    const { tell } = await atWork(db)
    const server = await mailServer()
    await tell()
    server.hangUp = true
    expect(await round(db, server)).toBe(0)
    expect(await round(db, server, next(1))).toBe(0)
    expect(server.received).toHaveLength(1)
  })

  test('that were seen, are a week old or concern what one may no longer read stay in the house', async () => {
    const db = await makeDatabase()
    const { tell, ana, report } = await atWork(db)
    const server = await mailServer()
    await tell()
    await seeNotices(db, { account: ana, notices: 'all', at: morning(6) })
    await tell({ at: new Date('2025-12-20T00:00:00.000Z'), kind: 'claim stale' })
    expect(await round(db, server)).toBe(0)
    await tell({ kind: 'mentioned' })
    await db.report.update({ where: { id: report.id }, data: { closed: true } })
    expect(await round(db, server)).toBe(0)
    expect(server.received).toEqual([])
    expect(await db.notice.count({ where: { mailedAt: null } })).toBe(0)
  })

  test('do not name a closed report', async () => {
    const db = await makeDatabase()
    const { tell, ana, report } = await atWork(db)
    const server = await mailServer()
    await db.report.update({ where: { id: report.id }, data: { closed: true } })
    await db.reportMember.create({ data: { reportId: report.id, accountId: ana.id, addedAt: morning(2) } })
    await tell()
    expect(await round(db, server)).toBe(1)
    expect(server.received[0]?.message).toContain('On a report:')
    expect(server.received[0]?.message).not.toContain('harbour')
  })

  test('as a digest leave once a day', async () => {
    const db = await makeDatabase()
    const { tell, ben, claims } = await atWork(db)
    const server = await mailServer()
    await tell({ to: [ben.id] })
    expect(await round(db, server, next(1))).toBe(0)
    expect(await round(db, server, next(24))).toBe(1)
    await tell({ to: [ben.id], claimId: claims[0]?.id ?? '', at: next(25) })
    expect(await round(db, server, next(26))).toBe(0)
    expect(await round(db, server, next(48))).toBe(1)
  })

  test('stay on the page for who wants none, those that wait included', async () => {
    const db = await makeDatabase()
    const { tell, ana, eve } = await atWork(db)
    const server = await mailServer()
    await tell()
    await tell({ to: [eve.id], by: null })
    await chooseNoticeWay(db, { account: ana, way: 'page', at: morning(6) })
    expect(await round(db, server)).toBe(0)
    expect(await db.notice.count({ where: { seenAt: null } })).toBe(2)
  })
})

describeOnSqlite('the loop that sends notices', (makeDatabase) => {
  test('outlives a mail server that is away, and stops when it is told to', async () => {
    const db = await makeDatabase()
    const { tell } = await atWork(db)
    const gone = await startMailServer()
    await gone.stop()
    const port = Number(new URL(gone.url).port)
    const reasons: unknown[] = []
    const loop = startMailLoop({
      db,
      mail: { url: gone.url, from: FROM },
      baseUrl: BASE,
      clock: () => morning(10),
      log: { warn: (what: unknown) => reasons.push(what) },
      every: 5,
      longestWait: 20,
    })
    await tell()
    await vi.waitFor(() => expect(reasons.length).toBeGreaterThan(1), { timeout: 10_000 })
    const server = await mailServer({ port })
    await vi.waitFor(() => expect(server.received).toHaveLength(1), { timeout: 10_000 })
    await loop.stop()
    await tell({ kind: 'claim stale' })
    expect(server.received).toHaveLength(1)
    expect(JSON.stringify(reasons)).not.toContain('ana@')
  })
})

test('digests leave at six, UTC', () => {
  expect(digestTime(new Date('2026-01-05T05:59:59.999Z'))).toEqual(new Date('2026-01-04T06:00:00.000Z'))
  expect(digestTime(new Date('2026-01-05T06:00:00.000Z'))).toEqual(new Date('2026-01-05T06:00:00.000Z'))
})
