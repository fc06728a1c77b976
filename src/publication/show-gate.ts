import type { Database } from '../db/database.ts'
import { loadSignOffs } from '../audit/sign-offs/load-sign-offs.ts'
import type { StandingSignOff } from '../audit/sign-offs/sign-off.ts'
import { STORED_WORDS, shownWords } from '../history/destruction.ts'

/** An open request to publish over open points. */
export interface OpenRequest {
  readonly id: string
  readonly askedById: string
  readonly askedBy: string
  readonly askedAt: Date
  readonly openPoints: number
  readonly reason: string
}

/** Who answers for a draft, and whether it is out or about to be. Whoever asks may read the report. */
export interface GateView {
  readonly signOffs: readonly StandingSignOff[]
  readonly request: OpenRequest | null
  /** Where the draft is out: the publication that stands. */
  readonly out: { readonly number: number; readonly at: Date; readonly openPoints: number } | null
}

export async function showGate(
  db: Database,
  { id: reportId, draft }: { readonly id: string; readonly draft: { readonly id: string } },
): Promise<GateView> {
  const asked = await db.publicationRequest.findFirst({
    where: { draftId: draft.id, state: 'asked' },
    include: { askedBy: { select: { name: true } }, reason: { select: STORED_WORDS } },
  })
  const out = await db.publication.findFirst({
    where: { draftId: draft.id, withdrawnAt: null },
    select: { number: true, publishedAt: true, openPoints: true },
  })
  return {
    signOffs: await loadSignOffs(db, { id: draft.id, reportId }),
    request:
      asked === null
        ? null
        : {
            ...{ id: asked.id, askedById: asked.askedById, askedBy: asked.askedBy.name },
            ...{ askedAt: asked.askedAt, openPoints: asked.openPoints },
            reason: shownWords(asked.reason) ?? '',
          },
    out: out === null ? null : { number: out.number, at: out.publishedAt, openPoints: out.openPoints },
  }
}
