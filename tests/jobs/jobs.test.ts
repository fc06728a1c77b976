import { expect, test } from 'vitest'
import { closeDatabase, type Database, openDatabase } from '../../src/db/database.ts'
import { inTransaction } from '../../src/db/in-transaction.ts'
import { Conflict } from '../../src/errors.ts'
import { endJobWithin, finishJob, HoldLost, renewHold } from '../../src/jobs/end-job.ts'
import { HOLD, type JobAtHand, type JobKind, waitAfter } from '../../src/jobs/job.ts'
import { runJob } from '../../src/jobs/run-job.ts'
import { startJobLoop } from '../../src/jobs/run-jobs.ts'
import { dropOldJobs, lastTime, startScheduled } from '../../src/jobs/schedule-jobs.ts'
import { type NewJob, startJob } from '../../src/jobs/start-job.ts'
import { takeJob } from '../../src/jobs/take-job.ts'
import { startChild } from '../support/child.ts'
import { describeOnBothDatabases } from '../support/databases.ts'

const START = new Date('2026-03-02T12:00:00.000Z')
const later = (milliseconds: number): Date => new Date(START.getTime() + milliseconds)
const HOUR = 3_600_000
const YEAR = 365 * 24 * HOUR
const log = { warn: () => undefined }

const start = (db: Database, job: Partial<NewJob> = {}) =>
  startJob(db, { kind: 'counted', createdById: null, at: START, ...job })
const take = (db: Database, now = START) => takeJob(db, ['counted'], now)

/** Takes and runs what is due, once. */
async function runDue(db: Database, kind: Partial<JobKind>, now = START): Promise<JobAtHand | null> {
  const job = await take(db, now)
  const whole = { name: 'counted', run: () => Promise.resolve(), ...kind }
  if (job !== null) await runJob({ db, clock: () => now, log }, whole, job, new AbortController().signal)
  return job
}

describeOnBothDatabases('a job', (makeDatabase) => {
  test('is taken by one alone, held, and ends once', async () => {
    const db = await makeDatabase()
    const { id } = await start(db, { payload: { n: 7 } })
    const job = await take(db)
    expect(job).toMatchObject({ id, payload: { n: 7 }, attempt: 1 })
    expect(await take(db)).toBeNull()
    if (job === null) throw new Error('no job')
    expect(await finishJob(db, job, later(5))).toBe(true)
    expect(await finishJob(db, job, later(6))).toBe(false)
    expect(await db.job.findUnique({ where: { id } })).toMatchObject({
      state: 'done',
      endedAt: later(5),
      takenBy: null,
    })
    expect(await take(db, later(YEAR))).toBeNull()
  })

  test('waits for its time, and the one due longest comes first', async () => {
    const db = await makeDatabase()
    const second = await start(db, { runAfter: later(2 * HOUR) })
    const first = await start(db, { runAfter: later(HOUR) })
    expect(await take(db)).toBeNull()
    expect(await take(db, later(3 * HOUR))).toMatchObject({ id: first.id })
    expect(await take(db, later(3 * HOUR))).toMatchObject({ id: second.id })
    await expect(start(db, { runAfter: later(YEAR) })).rejects.toThrow('31 days')
  })

  test('of a kind that this process does not run is left to others', async () => {
    const db = await makeDatabase()
    await start(db, { kind: 'other' })
    expect(await take(db)).toBeNull()
  })

  test('with a key is not started twice until it has ended', async () => {
    const db = await makeDatabase()
    const first = await start(db, { key: 'link of a' })
    expect(await start(db, { key: 'link of a' })).toEqual({ id: first.id, known: true })
    await runDue(db, {})
    const again = await start(db, { key: 'link of a' })
    expect(again.known).toBe(false)
    expect(await db.job.count()).toBe(2)
  })

  test('that a transaction starts is there only when the transaction is kept', async () => {
    const db = await makeDatabase()
    const lost = inTransaction(db, async (tx) => {
      await startJob(tx, { kind: 'counted', createdById: null, at: START })
      throw new Error('not kept')
    })
    await expect(lost).rejects.toThrow('not kept')
    expect(await db.job.count()).toBe(0)
  })

  test('whose process died is taken again when its hold has ended, and not before', async () => {
    const db = await makeDatabase()
    const { id } = await start(db)
    const dead = await take(db)
    expect(await take(db, later(HOLD - 1))).toBeNull()
    const second = await take(db, later(HOLD))
    expect(second).toMatchObject({ id, attempt: 2 })
    if (dead === null || second === null) throw new Error('no job')
    expect(await renewHold(db, dead, later(HOLD))).toBe(false)
    expect(await renewHold(db, second, later(HOLD))).toBe(true)
    expect(await take(db, later(HOLD + 1_000))).toBeNull()
  })

  test('that lost its hold keeps nothing of what it wrote', async () => {
    const db = await makeDatabase()
    await start(db)
    const slow = await take(db)
    await take(db, later(HOLD))
    if (slow === null) throw new Error('no job')
    const written = inTransaction(db, async (tx) => {
      await tx.setting.create({ data: { name: 'written', value: 'twice' } })
      await endJobWithin(tx, slow, later(HOLD))
    })
    await expect(written).rejects.toThrow(HoldLost)
    expect(await db.setting.count()).toBe(0)
  })

  test('that fails is tried again ever more rarely, and given up after its last attempt', async () => {
    const db = await makeDatabase()
    const { id } = await start(db, { key: 'k' })
    const failing = { attempts: 3, run: () => Promise.reject(new Error('the server is away')) }
    let now = START
    for (const attempt of [1, 2]) {
      expect(await runDue(db, failing, now)).toMatchObject({ attempt })
      expect(await take(db, new Date(now.getTime() + waitAfter(attempt) - 1))).toBeNull()
      now = new Date(now.getTime() + waitAfter(attempt))
    }
    await runDue(db, failing, now)
    expect(await db.job.findUnique({ where: { id } })).toMatchObject({
      state: 'failed',
      key: null,
      attempts: 3,
      error: 'the server is away',
      endedAt: now,
    })
    expect(await take(db, later(YEAR))).toBeNull()
  })

  test('that is refused for good is not tried again', async () => {
    const db = await makeDatabase()
    const { id } = await start(db)
    await runDue(db, { run: () => Promise.reject(new Conflict('It is there already.')) })
    expect(await db.job.findUnique({ where: { id } })).toMatchObject({ state: 'failed', attempts: 1 })
  })

  test('that kills every process which takes it is given up', async () => {
    const db = await makeDatabase()
    const { id } = await start(db)
    for (let n = 0; n < 2; n++) await take(db, later(n * HOLD))
    let ran = false
    const run = (): Promise<void> => Promise.resolve(void (ran = true))
    await runDue(db, { attempts: 2, run }, later(2 * HOLD))
    expect(ran).toBe(false)
    const row = await db.job.findUnique({ where: { id } })
    expect(row).toMatchObject({ state: 'failed', error: 'Its process ended in the middle of it 2 times' })
  })

  test('is not lost when the clock goes back by a year, whether it waits or is at work', async () => {
    const db = await makeDatabase()
    await start(db, { at: later(YEAR), runAfter: later(YEAR) })
    const waited = await take(db, START)
    expect(waited).not.toBeNull()
    const held = await db.job.findFirstOrThrow()
    await db.job.update({ where: { id: held.id }, data: { takenUntil: later(YEAR) } })
    expect(await take(db, START)).toMatchObject({ attempt: 2 })
    const failedAhead = { state: 'waiting', runAfter: later(YEAR), createdAt: START, takenBy: null }
    await db.job.update({ where: { id: held.id }, data: failedAhead })
    expect(await take(db, START)).toMatchObject({ attempt: 3 })
  })

  test('keeps its hold when a clock is a little behind', async () => {
    const db = await makeDatabase()
    await start(db)
    await take(db, later(60_000))
    expect(await take(db, START)).toBeNull()
  })
})

describeOnBothDatabases('jobs on a schedule', (makeDatabase) => {
  const kind = { name: 'counted', run: () => Promise.resolve(), schedule: { cron: '0 6 * * *' } }

  test('start once for each time, however many processes look, and however the clock jumps', async () => {
    const db = await makeDatabase()
    await Promise.all([0, 1, 2].map(() => startScheduled(db, [kind], START)))
    expect(await db.job.findMany()).toMatchObject([
      { id: 'counted 2026-03-02T06:00:00.000Z', state: 'waiting' },
    ])
    await runDue(db, {})
    await startScheduled(db, [kind], START)
    await startScheduled(db, [kind], later(-24 * HOUR))
    await startScheduled(db, [kind], START)
    await startScheduled(db, [kind], later(24 * HOUR))
    expect((await db.job.findMany({ orderBy: { id: 'asc' } })).map(({ id }) => id.slice(8, 18))).toEqual([
      '2026-03-01',
      '2026-03-02',
      '2026-03-03',
    ])
  })

  test('are made up for within a day only', () => {
    const monday = { cron: '0 6 * * 1' }
    expect(lastTime(monday, new Date('2026-03-02T06:00:00Z'))).toEqual(new Date('2026-03-02T06:00:00Z'))
    expect(lastTime(monday, new Date('2026-03-03T05:59:00Z'))).toEqual(new Date('2026-03-02T06:00:00Z'))
    expect(lastTime(monday, new Date('2026-03-03T06:01:00Z'))).toBeNull()
    expect(lastTime({ ...monday, catchUp: 7 * 24 * HOUR }, new Date('2026-03-05T06:01:00Z'))).not.toBeNull()
  })

  test('leave the table a month after they ended', async () => {
    const db = await makeDatabase()
    await start(db)
    await runDue(db, {})
    await start(db)
    expect(await dropOldJobs(db, later(29 * 24 * HOUR))).toBe(0)
    expect(await dropOldJobs(db, later(31 * 24 * HOUR))).toBe(1)
    expect(await db.job.count()).toBe(1)
  })
})

describeOnBothDatabases('the loop that runs jobs', (makeDatabase, makeUrl) => {
  test('gives back what it is stopped in, as if nobody had taken it', async () => {
    const db = await makeDatabase()
    await start(db)
    let begun = (): void => undefined
    const running = new Promise<void>((resolve) => (begun = resolve))
    const run = async (_job: JobAtHand, stopping: AbortSignal): Promise<void> => {
      begun()
      await new Promise((_resolve, reject) =>
        stopping.addEventListener('abort', () => reject(new Error('stopped'))),
      )
    }
    const loop = startJobLoop({ db, clock: () => START, log, kinds: [{ name: 'counted', run }], every: 1 })
    await running
    await loop.stop()
    expect(await db.job.findMany()).toMatchObject([{ state: 'waiting', attempts: 0, takenBy: null }])
  })

  test('tells a job at work that another process has it', async () => {
    const db = await makeDatabase()
    await start(db)
    const job = await take(db)
    if (job === null) throw new Error('no job')
    await db.job.updateMany({ data: { takenBy: 'another' } })
    const run = (_job: JobAtHand, stopping: AbortSignal): Promise<void> =>
      new Promise((resolve) => stopping.addEventListener('abort', () => resolve()))
    const runner = { db, clock: () => START, log, renewEvery: 1 }
    await runJob(runner, { name: 'counted', run }, job, new AbortController().signal)
    expect(await db.job.findMany()).toMatchObject([{ state: 'running', takenBy: 'another' }])
  })

  test('in two processes and twice in this one runs each of 200 jobs once', async () => {
    const url = await makeUrl()
    const db = await openDatabase(url)
    const children = [startChild('jobs/count-jobs.ts', url), startChild('jobs/count-jobs.ts', url)]
    await until(() => Promise.resolve(children.every(({ lines }) => lines.includes('ready'))))
    for (let n = 0; n < 200; n++) await start(db, { payload: { n }, at: new Date() })
    const ran: unknown[] = []
    const run = ({ payload }: JobAtHand): Promise<void> =>
      Promise.resolve(void ran.push(String((payload as { n: number }).n)))
    const options = { db, clock: () => new Date(), log, kinds: [{ name: 'counted', run }], every: 5 }
    const loops = [startJobLoop(options), startJobLoop(options)]
    await until(async () => (await db.job.count({ where: { state: 'done' } })) === 200)
    await Promise.all(loops.map((loop) => loop.stop()))
    for (const child of children) child.process.kill('SIGTERM')
    expect(await Promise.all(children.map(({ ended }) => ended))).toEqual([0, 0])
    const told = children.flatMap(({ lines }) => lines.filter((line) => line !== 'ready'))
    const all = [...ran, ...told].map(Number)
    expect(all.sort((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, n) => n))
    await closeDatabase(db)
  }, 60_000)

  test('killed in the middle of a job leaves it to the next, after its hold', async () => {
    const url = await makeUrl()
    const db = await openDatabase(url)
    await start(db, { payload: { n: 1 }, at: new Date() })
    const child = startChild('jobs/count-jobs.ts', url, 'hang')
    await until(() => Promise.resolve(child.lines.some((line) => line !== 'ready')))
    child.process.kill('SIGKILL')
    await child.ended
    const { id, takenUntil } = await db.job.findFirstOrThrow()
    if (takenUntil === null) throw new Error('not held')
    expect(await take(db, new Date(takenUntil.getTime() - 1))).toBeNull()
    expect(await runDue(db, {}, takenUntil)).toMatchObject({ id, attempt: 2 })
    expect(await db.job.findMany()).toMatchObject([{ state: 'done' }])
    await closeDatabase(db)
  }, 60_000)
})

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 5))
}
