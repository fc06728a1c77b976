import { expect, test } from 'vitest'
import { addressOf, type Database } from '../../src/db/database.ts'
import { withSnapshot } from '../../src/db/snapshot.ts'
import { sha256 } from '../../src/history/canonical.ts'
import { type FullVerification, verifyDatabase, verifyReport } from '../../src/history/verify-database.ts'
import { publish } from '../../src/publication/publish.ts'
import { millAtWork, settleAll } from '../support/at-the-gate.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { morning } from '../support/reports.ts'

async function publishedReport(db: Database): Promise<string> {
  const mill = await millAtWork(db)
  await settleAll(db, mill)
  const { reportId, draftId, eve } = mill
  await publish(db, { reportId, draftId, publishedBy: eve, at: morning(30) })
  return reportId
}

const verify = (db: Database): Promise<FullVerification> => withSnapshot(addressOf(db), verifyDatabase)

/** Changes a publication as somebody could who switched its triggers off. */
async function forge(
  db: Database,
  changes: { readonly snapshot: string; readonly hash?: string },
): Promise<void> {
  const drop = addressOf(db).kind === 'sqlite' ? '' : ' ON "Publication"'
  await db.$executeRawUnsafe(`DROP TRIGGER "Publication_refuse_update"${drop}`)
  await db.publication.updateMany({ data: changes })
}

describeOnBothDatabases('what went out', (makeDatabase) => {
  test('is checked against its hash and its history', async () => {
    const db = await makeDatabase()
    const id = await publishedReport(db)
    expect(await verify(db)).toMatchObject({ holds: true, publications: { checked: 1, broken: null } })
    expect(await withSnapshot(addressOf(db), (snapshot) => verifyReport(snapshot, id))).toMatchObject({
      ...{ holds: true, publications: { checked: 1, broken: null } },
    })
  })

  test('is named where its snapshot was changed', async () => {
    const db = await makeDatabase()
    const id = await publishedReport(db)
    const { snapshot } = await db.publication.findFirstOrThrow()
    await forge(db, { snapshot: snapshot.replace('"substantiated"', '"disputed"') })
    const { holds, first } = await verify(db)
    expect(holds).toBe(false)
    expect(first).toBe(
      `publications: the snapshot of publication 1 of the report ${id} was changed: its hash no longer fits`,
    )
  })

  test('is named where the hash beside it was changed with it', async () => {
    const db = await makeDatabase()
    await publishedReport(db)
    const { snapshot } = await db.publication.findFirstOrThrow()
    const other = snapshot.replace('"substantiated"', '"disputed"')
    await forge(db, { snapshot: other, hash: sha256(other) })
    expect((await verify(db)).first).toContain('another snapshot than the one that its history says')
  })
})
