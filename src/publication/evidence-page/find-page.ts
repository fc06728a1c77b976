import type { Database } from '../../db/database.ts'
import { DESK_CHAIN } from '../../history/event.ts'

/** A page that is open. `state`: changes whenever what it shows may have changed. */
export interface OpenPage {
  readonly kind: 'open'
  readonly id: string
  readonly hash: string
  readonly openPoints: number
  readonly publishedAt: Date
  readonly state: string
}

/** A publication that was withdrawn while its page was open. */
export interface WithdrawnPage {
  readonly kind: 'withdrawn'
  readonly title: string
  readonly language: string
  readonly publishedAt: Date
  readonly withdrawnAt: Date
  readonly reason: string
}

/** What a slug can be; nothing else is looked for. */
const SLUG = /^[\w-]{1,200}$/

/** The evidence page with this slug; null where there is none, it was switched off, or its report is closed to named people. */
export async function findEvidencePage(db: Database, slug: string): Promise<OpenPage | WithdrawnPage | null> {
  if (!SLUG.test(slug)) return null
  const row = await db.publication.findUnique({
    where: { slug },
    select: {
      ...{ id: true, reportId: true, draftId: true, hash: true, openPoints: true, publishedAt: true },
      ...{ publicPage: true, withdrawnAt: true, withdrawalReason: true },
      report: { select: { closed: true, title: true, language: true } },
    },
  })
  if (row === null || !row.publicPage || row.report.closed) return null
  const { id, hash, openPoints, publishedAt, withdrawnAt } = row
  if (withdrawnAt === null)
    return { kind: 'open', id, hash, openPoints, publishedAt, state: await stateOf(db, row) }
  const { title, language } = row.report
  return { kind: 'withdrawn', title, language, publishedAt, withdrawnAt, reason: row.withdrawalReason ?? '' }
}

/** Everything that can change what an open page shows, in a few small queries. The desk's own chain tells of every source. */
async function stateOf(
  db: Database,
  row: { readonly id: string; readonly reportId: string; readonly draftId: string },
): Promise<string> {
  const desk = await db.chain.findUnique({ where: { id: DESK_CHAIN }, select: { seq: true } })
  const counts = [
    await db.correction.count({ where: { publicationId: row.id } }),
    await db.destruction.count({ where: { reportId: row.reportId, state: 'done' } }),
    await db.readingCorrection.count({ where: { draftId: row.draftId } }),
    desk?.seq ?? 0,
  ]
  return counts.join(' ')
}
