import type { Actor } from '../accounts/account.ts'
import { aboutKey, standingEvidence, type EvidenceAbout } from '../claims/standing-evidence.ts'
import type { Transaction } from '../db/database.ts'
import { appendEvent, type ChainHead } from '../history/append-event.ts'
import type { JudgedEvidence } from './evidence.ts'
import { insertAllEvidence } from './insert-evidence.ts'

/** A judgement of one claim by one citation, source or contact, as it is to be written; `given`: complete. */
export interface EvidencePiece {
  readonly claim: { readonly id: string; readonly number: number; readonly version: number }
  readonly about: EvidenceAbout
  readonly given: JudgedEvidence
}

export interface Judged {
  readonly id: string
  readonly claimId: string
  /** The row that this one takes the place of: the same person's earlier judgement of the same citation or source. */
  readonly supersedes: string | null
}

/**
 * Writes judgements of claims of one report with an event each, in a transaction that has taken the report's chain and has
 * asked the policy. No claim may come twice with the same citation, source or contact.
 */
export async function writeEvidence(
  tx: Transaction,
  head: ChainHead,
  pieces: readonly EvidencePiece[],
  { by, at }: { readonly by: Pick<Actor, 'id'>; readonly at: Date },
): Promise<Judged[]> {
  const earlier = await earlierOf(tx, pieces, by.id)
  const written = await insertAllEvidence(
    tx,
    pieces.map(({ claim, about, given }) => ({
      claimId: claim.id,
      about,
      given,
      supersedes: earlier.get(`${claim.id} ${aboutKey(about)}`) ?? null,
      judgedBy: by,
      at,
    })),
  )
  for (const [index, { claim, about }] of pieces.entries()) {
    const inserted = written[index]
    if (inserted === undefined) throw new Error('A judgement was to be written and none was')
    const { row, hashes } = inserted
    await appendEvent(tx, head, {
      kind: 'evidence.judged',
      actor: by.id,
      at,
      payload: {
        claimId: claim.id,
        number: claim.number,
        version: claim.version,
        evidenceId: row.id,
        citationId: about.citationId,
        sourceId: about.sourceId,
        contactId: about.contactId,
        judgement: row.judgement,
        credibility: row.credibility,
        ...hashes,
        supersedes: row.supersedesId,
        ...(row.captureId === null ? {} : { captureId: row.captureId }),
      },
    })
  }
  return written.map(({ row }) => ({ id: row.id, claimId: row.claimId, supersedes: row.supersedesId }))
}

/**
 * The person's judgement that stands of each claim and what it is about, by both; one that a withdrawn judgement had
 * superseded is left out, as it is superseded once for all and the newest row counts anyway.
 */
async function earlierOf(
  tx: Transaction,
  pieces: readonly EvidencePiece[],
  judgedById: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.evidence.findMany({
    where: { claimId: { in: [...new Set(pieces.map(({ claim }) => claim.id))] }, judgedById },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      claimId: true,
      citationId: true,
      sourceId: true,
      contactId: true,
      judgedById: true,
      supersedesId: true,
      withdraws: true,
      superseded: { select: { id: true } },
    },
  })
  const byClaim = new Map<string, (typeof rows)[number][]>()
  for (const row of rows) byClaim.set(row.claimId, [...(byClaim.get(row.claimId) ?? []), row])
  const free = [...byClaim.values()]
    .flatMap((ofClaim) => standingEvidence(ofClaim))
    .filter(({ superseded }) => superseded === null)
  return new Map(free.map((row) => [`${row.claimId} ${aboutKey(row)}`, row.id]))
}
