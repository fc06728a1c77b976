import type { Database } from '../../src/db/database.ts'
import { askFix } from '../../src/review/ask-fix.ts'
import { createAuthorLink } from '../../src/review/author-links.ts'
import { addReportAuthor } from '../../src/review/report-authors.ts'
import { morning, type ReportAtWork, reportAtWork } from '../support/reports.ts'

/** The harbour report with its author Ida, a link for her, and what asks of her in one line each. */
export interface WithAuthor extends ReportAtWork {
  readonly authorId: string
  readonly secret: string
  readonly claim: (
    number: number,
  ) => Promise<{ id: string; version: number; outcome: string | null; settled: boolean }>
  /** Ana's fix of claim 4: the sum that the owner was insured for. */
  readonly askSum: (proposed?: string) => ReturnType<typeof askFix>
}

export async function withAuthor(db: Database): Promise<WithAuthor> {
  const work = await reportAtWork(db)
  const by = { by: work.eve, at: morning(2) }
  const author = await addReportAuthor(db, {
    reportId: work.report.id,
    name: 'Ida',
    email: 'Ida@Paper.example',
    ...by,
  })
  const { secret } = await createAuthorLink(db, { authorId: author.id, ...by })
  const claim = (number: number) =>
    db.claim.findUniqueOrThrow({ where: { reportId_number: { reportId: work.report.id, number } } })
  const askSum = async (proposed = '241,000') => {
    const { id, version } = await claim(4)
    const words = { original: '240,000', proposed }
    return askFix(db, { claimId: id, ...words, askedBy: work.ana, seenVersion: version, at: morning(3) })
  }
  return { ...work, authorId: author.id, secret, claim, askSum }
}
