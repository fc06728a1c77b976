import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Database, Transaction } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { Conflict, NotFound } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { reportAsked, type ReportAsked } from '../review/report-asked.ts'
import { writeCommentIn } from '../review/write-comment.ts'
import { type AnnotationsPlan, type CommentedClaim, planAnnotations } from './annotations/plan-annotations.ts'
import { readAnnotations } from './annotations/read-annotations.ts'
import { commentsOf } from './load-standing-claims.ts'
import { digestOf, type ReturnedFile, returnedText, sha256Of } from './returned-file.ts'

export interface AnnotationsReturned {
  readonly reportId: string
  readonly file: ReturnedFile
  readonly by: Actor
  readonly at: Date
  /** The digest of the plan that somebody saw; undefined: whatever comes of it. */
  readonly seen?: string | undefined
}

export interface SeenPlan<Plan> {
  readonly plan: Plan
  readonly digest: string
}

/**
 * What would become of a file of annotations; nothing is written.
 * @throws NotFound no such report · NotAllowed for this role · Invalid what the file holds cannot be used
 */
export async function previewAnnotations(
  db: Database,
  { reportId, file, by }: Omit<AnnotationsReturned, 'at' | 'seen'>,
): Promise<SeenPlan<AnnotationsPlan>> {
  const annotations = readAnnotations(returnedText(file))
  const report = await reportAsked(db, reportId)
  await assertMayOnReport(db, by, 'comment', report)
  return planned(db, report, annotations)
}

/**
 * Takes annotations in as comments on the claims that their words belong to, all that have a certain place; those that have none are
 * listed. No verdict comes in, whatever they say.
 * @throws NotFound no such report · NotAllowed for this role · Invalid what the file holds cannot be used · Conflict it would do
 *   something else by now than what was seen
 */
export function takeInAnnotations(db: Database, input: AnnotationsReturned): Promise<AnnotationsPlan> {
  const annotations = readAnnotations(returnedText(input.file))
  return inTransaction(db, async (tx) => {
    const report = await reportAsked(tx, input.reportId)
    await assertMayOnReport(tx, input.by, 'comment', report)
    const { plan, digest } = await planned(tx, report, annotations)
    if (input.seen !== undefined && input.seen !== digest)
      throw new Conflict(
        'The report changed since you looked: look again at what would be taken in. Nothing was.',
      )
    for (const { claimId, words } of plan.comments)
      await writeCommentIn(tx, {
        claimId,
        words,
        privileged: false,
        mentions: [],
        writtenBy: input.by,
        at: input.at,
      })
    if (plan.comments.length > 0)
      await appendEvent(tx, await takeChain(tx, report.id), {
        kind: 'annotations.taken-in',
        actor: input.by.id,
        at: input.at,
        payload: {
          file: input.file.name,
          sha256: sha256Of(input.file),
          comments: plan.comments.length,
          notPlaced: plan.notPlaced.length,
        },
      })
    return plan
  })
}

async function planned(
  db: Database | Transaction,
  report: ReportAsked,
  annotations: ReturnType<typeof readAnnotations>,
): Promise<SeenPlan<AnnotationsPlan>> {
  const draft = await db.draft.findUnique({
    where: { id: report.currentDraftId ?? '' },
    select: { id: true, text: { select: { body: true } } },
  })
  const text = draft?.text.body ?? null
  if (draft === null || text === null) throw new NotFound('The text of this draft was destroyed.')
  const plan = planAnnotations(text, await commentedClaims(db, report.id, draft.id), annotations)
  return { plan, digest: digestOf(plan) }
}

/** The claims that stand in a draft, with the comments that everybody sees. */
async function commentedClaims(
  db: Database | Transaction,
  reportId: string,
  draftId: string,
): Promise<CommentedClaim[]> {
  const rows = await db.$queryRaw<{ id: string; number: number; start: number; end: number }[]>`
    SELECT c."id", c."number", p."start", p."end"
    FROM "Placement" p JOIN "Claim" c ON c."id" = p."claimId"
    WHERE p."draftId" = ${draftId} AND p."start" IS NOT NULL AND c."setAside" IS NULL ORDER BY p."start"`
  const comments = await commentsOf(db, reportId)
  return rows.map(({ id, number, start, end }) => ({
    ...{ id, number, span: { start, end } },
    comments: comments.get(id) ?? new Set(),
  }))
}
