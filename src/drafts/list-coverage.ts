import { shownWords, STORED_WORDS } from '../history/destruction.ts'
import type { Actor } from '../accounts/account.ts'
import {
  coverageOf,
  standingClassifications,
  type Classified,
  type CoverageRow,
  type CoveringClaim,
} from '../claims/coverage.ts'
import type { Database } from '../db/database.ts'
import { loadHidden } from '../review/load-hidden.ts'
import { showDraft } from './draft-view.ts'
import { showReport } from './report-view.ts'

/** Which sentences of a draft are wanted. */
export const coverageChoices = ['all', 'claims', 'not-checkable', 'unclassified', 'display'] as const
export type CoverageChoice = (typeof coverageChoices)[number]

/** `display`: headings and captions, which the other figures leave out. */
export interface CoverageCounts {
  readonly sentences: number
  readonly claims: number
  readonly notCheckable: number
  /** What nobody has classified by hand, nor ruled on. */
  readonly unclassified: number
  readonly display: number
}

export interface Coverage {
  readonly draftId: string
  readonly reportId: string
  readonly text: string
  readonly rows: readonly CoverageRow[]
  readonly counts: CoverageCounts
}

/**
 * Every sentence of a draft's body as a claim or as what it is instead, in order of its place.
 * @throws NotFound no such draft, or its text was destroyed · NotAllowed its report is closed to this person
 */
export async function listCoverage(db: Database, actor: Actor, draftId: string): Promise<Coverage> {
  const { text, reportId, sentences } = await showDraft(db, actor, draftId)
  const claims = await db.$queryRaw<CoveringClaim[]>`
    SELECT c."id", c."number", c."version", c."status", c."setAside", p."start", p."end"
    FROM "Placement" p JOIN "Claim" c ON c."id" = p."claimId"
    WHERE p."draftId" = ${draftId} AND p."start" IS NOT NULL
    ORDER BY p."start"`
  const report = await showReport(db, actor, reportId)
  const hidden = await loadHidden(db, report, actor.id)
  const shown = claims.map((claim) =>
    hidden.ruled.has(claim.id) ? { ...claim, status: 'unreviewed' } : claim,
  )
  const rows = coverageOf(sentences, shown, await loadClassified(db, reportId, draftId))
  return { draftId, reportId, text, rows, counts: countsOf(rows) }
}

/** What was said of a draft's sentences, and of its report's claims in any draft, without what was taken back. */
async function loadClassified(db: Database, reportId: string, draftId: string): Promise<Classified[]> {
  const rows = await db.classification.findMany({
    where: { OR: [{ draftId }, { claim: { reportId } }] },
    orderBy: { seq: 'asc' },
    include: { words: { select: STORED_WORDS }, classifiedBy: { select: { name: true } } },
  })
  return standingClassifications(rows).map(({ words, classifiedBy, ...row }) => ({
    ...row,
    words: shownWords(words),
    by: classifiedBy.name,
  }))
}

const chosenBy: Readonly<Record<CoverageChoice, (row: CoverageRow) => boolean>> = {
  all: (row) => !row.display,
  claims: (row) => !row.display && row.as === 'claim',
  'not-checkable': (row) => !row.display && row.as === 'not checkable',
  unclassified: (row) => !row.display && !row.byHand,
  display: (row) => row.display,
}

export const coverageRows = ({ rows }: Coverage, choice: CoverageChoice): CoverageRow[] =>
  rows.filter(chosenBy[choice])

function countsOf(rows: readonly CoverageRow[]): CoverageCounts {
  const count = (choice: CoverageChoice): number => rows.filter(chosenBy[choice]).length
  return {
    sentences: count('all'),
    claims: count('claims'),
    notCheckable: count('not-checkable'),
    unclassified: count('unclassified'),
    display: count('display'),
  }
}
