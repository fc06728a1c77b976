import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { checkReplay } from '../../src/history/check-replay.ts'
import { verifyChain } from '../../src/history/verify-chain.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { KINDS_OF_STEPS, workAtRandom } from '../support/random-work.ts'
import { addChecker, HARBOUR_REPORT, importMarkdown, morning } from '../support/reports.ts'

const dice = fc.nat({ max: 999 })
const steps = fc.array(fc.tuple(fc.nat({ max: KINDS_OF_STEPS - 1 }), fc.tuple(dice, dice, dice)), {
  minLength: 12,
  maxLength: 30,
})

describeOnBothDatabases('replaying a history', (makeDatabase) => {
  let db: Database

  beforeAll(async () => {
    db = await makeDatabase()
  })

  test('leads to where the claims stand, whatever people did', { timeout: 120_000 }, async () => {
    const people = [
      await addChecker(db, 'Ana'),
      await addChecker(db, 'Ben'),
      await addChecker(db, 'Eve', 'editor'),
    ] as const
    let done = 0
    const work = fc.asyncProperty(steps, async (chosen) => {
      const { id: reportId } = await importMarkdown(db, 'harbour.md', HARBOUR_REPORT, people[2])
      for (const [i, [step, numbers]] of chosen.entries())
        done += Number(await workAtRandom(db, { reportId, people, at: morning(i + 2) }, step, numbers))
      expect(await checkReplay(db, reportId)).toBeNull()
      expect((await verifyChain(db, reportId)).broken).toBeNull()
    })
    await fc.assert(work, { numRuns: 12, endOnFailure: true })
    expect(done).toBeGreaterThan(60)
  })

  test('finds the claim that somebody changed behind Stet’s back, and the last event that spoke of it', async () => {
    const eve = await addChecker(db, 'Edda', 'editor')
    const { id: reportId } = await importMarkdown(db, 'harbour.md', HARBOUR_REPORT, eve)
    await db.claim.updateMany({ where: { reportId, number: 2 }, data: { status: 'substantiated' } })
    expect(await checkReplay(db, reportId)).toEqual({
      chain: reportId,
      seq: 1,
      what: 'claim 2 has status substantiated, and by its history unreviewed',
    })
  })
})
