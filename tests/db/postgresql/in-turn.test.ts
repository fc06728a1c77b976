import { expect, test } from 'vitest'
import { inTransaction } from '../../../src/db/in-transaction.ts'
import { describeOnPostgresql } from '../../support/databases.ts'
import { reportAtWork } from '../../support/reports.ts'

/** That nothing was asked of a connection at work is looked at after every suite on PostgreSQL (tests/support/databases.ts). */
describeOnPostgresql('the queries of a transaction', (makeDatabase) => {
  test('take turns, however many relations are read at once', async () => {
    const db = await makeDatabase()
    const { report } = await reportAtWork(db)
    const read = await inTransaction(db, (tx) =>
      Promise.all([
        tx.report.findUniqueOrThrow({
          where: { id: report.id },
          include: { drafts: { include: { notes: true, markers: true } }, claims: true, importedBy: true },
        }),
        tx.account.count(),
      ]),
    )
    expect(read[0].claims).toHaveLength(4)
    expect(read[0].drafts[0]?.notes).toHaveLength(1)
    expect(read[1]).toBe(3)
  })

  test('go on after one that was refused', async () => {
    const db = await makeDatabase()
    const work = inTransaction(db, (tx) =>
      Promise.all([tx.$queryRaw`SELECT 1 / 0`, tx.account.count(), tx.report.count()]),
    )
    await expect(work).rejects.toThrow()
    expect(await inTransaction(db, (tx) => tx.account.count())).toBe(0)
  })
})
