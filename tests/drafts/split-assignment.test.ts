import { beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { splitClaim } from '../../src/drafts/split-claim.ts'
import { assignClaims } from '../../src/review/assign-claims.ts'
import { describeOnBothDatabases } from '../support/databases.ts'
import { importMarkdown, morning, reportAtWork, type ReportAtWork } from '../support/reports.ts'

describeOnBothDatabases('who has a claim that is split', (makeDatabase) => {
  let db: Database
  let work: ReportAtWork

  beforeAll(async () => {
    db = await makeDatabase()
    work = await reportAtWork(db)
  })

  async function claimOf(name: string) {
    const report = await importMarkdown(
      db,
      name,
      `# ${name}\n\nThe pier opened in May, and the kiosk in June.\n`,
      work.eve,
    )
    return db.claim.findFirstOrThrow({ where: { reportId: report.id, number: 1 } })
  }

  const split = (claimId: string) =>
    splitClaim(db, {
      claimId,
      seenVersion: 1,
      place: { before: 'and the kiosk' },
      splitBy: work.eve,
      at: morning(9),
    })

  test('has its second part too, by the same deadline', async () => {
    const claim = await claimOf('pier.md')
    const deadline = morning(50)
    const claims = { claimIds: [claim.id] }
    await assignClaims(db, {
      ...{ reportId: claim.reportId, claims, assigneeId: work.ben.id, deadline },
      ...{ assignedBy: work.eve, at: morning(8) },
    })
    const { made } = await split(claim.id)
    const standing = await db.assignment.findMany({ where: { claimId: made?.id ?? '', endedAt: null } })
    expect(standing).toMatchObject([{ assigneeId: work.ben.id, assignedById: work.eve.id, deadline }])
    const events = await db.event.findMany({ where: { claimId: made?.id ?? '' } })
    expect(events.map(({ kind }) => kind)).toContain('claims.assigned')
  })

  test('a claim that nobody has gives its second part to nobody', async () => {
    const { made } = await split((await claimOf('quay.md')).id)
    expect(await db.assignment.count({ where: { claimId: made?.id ?? '' } })).toBe(0)
  })
})
