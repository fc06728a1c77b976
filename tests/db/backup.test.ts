import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { beforeAll, describe, expect, test } from 'vitest'
import { openBackup } from '../../src/db/backup/open-backup.ts'
import { restoreBackup } from '../../src/db/backup/restore-backup.ts'
import { backupTo } from '../../src/db/backup/write-backup.ts'
import { closeDatabase, type Database, openDatabase } from '../../src/db/database.ts'
import { withSnapshot } from '../../src/db/snapshot.ts'
import { readDatabaseUrl } from '../../src/db/url.ts'
import { currentHead } from '../../src/history/tree/sign-head.ts'
import { verifyDatabase } from '../../src/history/verify-database.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { describeOnBothDatabases, describeOnPostgresql, describeOnSqlite } from '../support/databases.ts'
import { addChecker, morning, reportAtWork } from '../support/reports.ts'

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'stet-backup-'))

/** A desk with something in many tables: dates, truth, numbers with fractions, bytes, letters from elsewhere. */
async function deskAtWork(url: string): Promise<void> {
  const db = await openDatabase(url)
  const { claims, ana } = await reportAtWork(db)
  for (const claim of claims)
    await recordVerdict(db, {
      claimId: claim.id,
      checker: ana,
      verdict: 'disputed',
      reason: 'detail-differs',
      rationale: 'Die Akte sagt «zwei» — ещё один, ثلاثة 🛶.',
      seenVersion: 1,
      at: morning(3),
    })
  await db.account.update({
    where: { id: ana.id },
    data: { suspendedAt: new Date('2026-03-01T09:00:00.007Z') },
  })
  await currentHead(db, morning(4))
  await closeDatabase(db)
}

async function restored(path: string, url: string): Promise<void> {
  const backup = await openBackup(path)
  await restoreBackup(backup, url).finally(() => backup.close())
}

/** Everything that a desk has, apart from where it is. */
async function contentsOf(url: string) {
  const db = await openDatabase(url)
  const contents = {
    accounts: await db.account.findMany({ orderBy: { id: 'asc' } }),
    reports: await db.report.findMany(),
    placements: await db.placement.findMany({ orderBy: { id: 'asc' } }),
    verdicts: await db.verdict.findMany({ orderBy: { id: 'asc' } }),
    files: await db.blob.findMany(),
    events: await db.event.findMany({ orderBy: { leaf: 'asc' } }),
    texts: await db.sealedText.findMany({ orderBy: { id: 'asc' } }),
    heads: await db.treeHead.findMany(),
    keys: await db.signingKey.findMany(),
  }
  await closeDatabase(db)
  return contents
}

describeOnBothDatabases('a backup', (_, makeUrl) => {
  test('is restored whole, and holds', async () => {
    const [url, fresh, file] = [await makeUrl(), await makeUrl(), join(newFolder(), 'desk.backup')]
    await deskAtWork(url)
    await backupTo(url, file)
    expect(readdirSync(dirname(file))).toEqual(['desk.backup'])
    await restored(file, fresh)
    expect(await contentsOf(fresh)).toEqual(await contentsOf(url))
    expect((await withSnapshot(readDatabaseUrl(fresh), verifyDatabase)).first).toBeNull()
    const db = await openDatabase(fresh)
    await addChecker(db, 'Mia') // and goes on
    await expect(db.$executeRawUnsafe('DELETE FROM "Verdict"')).rejects.toThrow()
    await expect(db.$executeRawUnsafe(`UPDATE "Report" SET "currentDraftId" = 'none'`)).rejects.toThrow()
    await closeDatabase(db)
  })

  test('is not put over a desk that has anything', async () => {
    const [url, other, file] = [await makeUrl(), await makeUrl(), join(newFolder(), 'desk.backup')]
    await deskAtWork(url)
    await backupTo(url, file)
    const db = await openDatabase(other)
    await addChecker(db, 'Mia')
    await expect(restored(file, other)).rejects.toThrow('is not empty')
    expect(await db.account.count()).toBe(1)
    await closeDatabase(db)
  })

  test('goes over what a first start leaves', async () => {
    const [url, fresh, file] = [await makeUrl(), await makeUrl(), join(newFolder(), 'desk.backup')]
    await deskAtWork(url)
    await backupTo(url, file)
    const db: Database = await openDatabase(fresh)
    await db.signingKey.create({ data: { id: 'k', publicKey: 'p', privateKey: 's', createdAt: morning(1) } })
    await closeDatabase(db)
    await restored(file, fresh)
    expect((await contentsOf(fresh)).keys).toHaveLength(1)
  })
})

describeOnPostgresql('a backup of a desk on PostgreSQL', (_, makeUrl) => {
  test('becomes one in a file, and a desk on PostgreSQL again', async () => {
    const [url, back, folder] = [await makeUrl(), await makeUrl(), newFolder()]
    await deskAtWork(url)
    const contents = await contentsOf(url)
    await backupTo(url, join(folder, 'one'))
    await restored(join(folder, 'one'), `file:${join(folder, 'stet.db')}`)
    expect(await contentsOf(`file:${join(folder, 'stet.db')}`)).toEqual(contents)
    await backupTo(`file:${join(folder, 'stet.db')}`, join(folder, 'two'))
    await restored(join(folder, 'two'), back)
    expect(await contentsOf(back)).toEqual(contents)
  })
})

describeOnSqlite('a backup that was damaged', (_, makeUrl) => {
  let whole = ''
  beforeAll(async () => {
    const url = await makeUrl()
    await deskAtWork(url)
    whole = join(newFolder(), 'desk.backup')
    await backupTo(url, whole)
  })

  const damaged = (damage: (bytes: Buffer) => Buffer): string => {
    const path = join(newFolder(), 'damaged')
    writeFileSync(path, damage(readFileSync(whole)))
    return path
  }

  async function refusal(path: string): Promise<string> {
    const target = `file:${join(newFolder(), 'stet.db')}`
    const error = await restored(path, target).then(
      () => null,
      (thrown: unknown) => thrown as Error,
    )
    expect(existsSync(target.replace('file:', ''))).toBe(false)
    expect(error?.name).toBe('Invalid')
    expect(error?.message.includes('\n')).toBe(false)
    return error?.message ?? ''
  }

  /** One bit of it, wherever it stands: indexes repeat what rows have. */
  const flippedAt = (text: string) => (bytes: Buffer) => {
    const first = bytes.indexOf(text)
    expect(first).toBeGreaterThan(0)
    for (let at = first; at >= 0; at = bytes.indexOf(text, at + 1)) bytes[at] = (bytes[at] ?? 0) ^ 1
    return bytes
  }

  test.each([
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 5000)],
    ['half a page short', (bytes: Buffer) => bytes.subarray(0, 2000)],
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('a letter')],
    ['without its first byte', (bytes: Buffer) => bytes.subarray(1)],
    ['one letter of a text', flippedAt('Die Akte')],
    ['one letter of an address', flippedAt('ana@desk.example')],
    ['one letter of an original', flippedAt('Witnesses reportedly')],
    ['one letter of its own list', flippedAt('stet.backup/1')],
  ])('is refused in one line that says so, and nothing is there: %s', async (_what, damage) => {
    expect(await refusal(damaged(damage))).toMatch(/Nothing was restored/)
  })

  test('is refused where a row was changed as a database changes rows', async () => {
    const path = damaged((bytes) => bytes)
    const file = new DatabaseSync(path)
    file.exec(`UPDATE Claim SET settled = 1 - settled WHERE number = 1`)
    file.close()
    expect(await refusal(path)).toContain('the table Claim is not as it was written')
  })

  test('is refused where it is no backup but a database', async () => {
    const path = join(newFolder(), 'database')
    copyFileSync((await makeUrl()).replace('file:', ''), path)
    expect(await refusal(path)).toContain('no backup')
  })

  test('or is not there at all', async () => {
    await expect(openBackup('/nowhere/desk.backup')).rejects.toThrow('There is no file')
  })
})

describe('a backup that cannot be written', () => {
  test('leaves nothing', async () => {
    const folder = newFolder()
    await expect(backupTo('file:/nowhere/stet.db', join(folder, 'x'))).rejects.toThrow()
    expect(existsSync(join(folder, 'x'))).toBe(false)
    expect(existsSync(join(folder, 'x.part'))).toBe(false)
  })
})
