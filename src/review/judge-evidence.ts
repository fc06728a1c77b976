import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Database, Transaction } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { insertRows } from '../db/insert-rows.ts'
import { newId } from '../db/new-id.ts'
import { Invalid, NotFound } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { seal } from '../history/sealed-text.ts'
import { completeEvidence, type JudgedEvidence } from './evidence.ts'

/** Evidence on a claim: of a citation in its notes, or of a source that the report may not cite. One of the two. */
export interface NewEvidence extends JudgedEvidence {
  readonly claimId: string
  readonly citationId?: string | undefined
  readonly sourceId?: string | undefined
  readonly judgedBy: Actor
  readonly at: Date
}

export interface Judged {
  readonly id: string
  readonly claimId: string
  /** The row that this one takes the place of: the same person's earlier judgement of the same citation or source. */
  readonly supersedes: string | null
}

/**
 * Records what one source says of one claim, and its event. Never updated: a later judgement by the same person supersedes it.
 * The claim's version stays: its words and its verdict are as they were.
 * @throws NotFound no such claim, citation or source · NotAllowed for this role · Invalid of another report, or does not fit
 */
export function judgeEvidence(db: Database, input: NewEvidence): Promise<Judged> {
  const given = completeEvidence(input)
  return inTransaction(db, async (tx) => {
    const claim = await tx.claim.findUnique({
      where: { id: input.claimId },
      include: { report: { select: { id: true, closed: true, sample: true } } },
    })
    if (claim === null) throw new NotFound('There is no such claim.')
    await assertMayOnReport(tx, input.judgedBy, 'give evidence', claim.report)
    const about = await aboutWhat(tx, input, claim.reportId)
    const earlier = await tx.evidence.findFirst({
      where: {
        claimId: claim.id,
        judgedById: input.judgedBy.id,
        ...about,
        contactId: null,
        superseded: null,
      },
      select: { id: true },
    })
    const { row, hashes } = await insertEvidence(tx, {
      claimId: claim.id,
      about: { ...about, contactId: null },
      given,
      supersedes: earlier?.id ?? null,
      judgedBy: input.judgedBy,
      at: input.at,
    })
    const head = await takeChain(tx, claim.reportId)
    await appendEvent(tx, head, {
      kind: 'evidence.judged',
      actor: input.judgedBy.id,
      at: input.at,
      payload: {
        claimId: claim.id,
        number: claim.number,
        version: claim.version,
        evidenceId: row.id,
        ...about,
        judgement: row.judgement,
        credibility: row.credibility,
        locator: row.locator,
        ...hashes,
        supersedes: row.supersedesId,
      },
    })
    return { id: row.id, claimId: claim.id, supersedes: row.supersedesId }
  })
}

/** Evidence as it is written, by whichever verb: of a citation, a source, or a contact. */
export interface EvidenceToInsert {
  readonly claimId: string
  readonly about: {
    readonly citationId: string | null
    readonly sourceId: string | null
    readonly contactId: string | null
  }
  readonly given: JudgedEvidence
  /** Id of the row that it takes the place of. */
  readonly supersedes: string | null
  readonly judgedBy: Actor
  readonly at: Date
}

/** The row, and the salted hashes of its texts as an event names them. */
export interface InsertedEvidence {
  readonly row: {
    readonly id: string
    readonly judgement: string
    readonly credibility: number | null
    readonly locator: string | null
    readonly supersedesId: string | null
  }
  readonly hashes: { readonly excerptHash: string | null; readonly translationHash: string | null }
}

/** Writes one row of evidence within a transaction that has asked the policy and appends the event itself. */
export async function insertEvidence(tx: Transaction, evidence: EvidenceToInsert): Promise<InsertedEvidence> {
  const { given } = evidence
  const [excerpt, translation] = [sealed(given.excerpt), sealed(given.translation)]
  const row = {
    id: newId(),
    claimId: evidence.claimId,
    ...evidence.about,
    judgement: given.judgement,
    credibility: given.credibility ?? null,
    locator: given.locator ?? null,
    excerptId: excerpt?.id ?? null,
    translationId: translation?.id ?? null,
    translator: given.translator ?? null,
    supersedesId: evidence.supersedes,
    judgedById: evidence.judgedBy.id,
    at: evidence.at,
  }
  for (const text of [excerpt, translation]) if (text !== null) await insertRows(tx, 'SealedText', [text])
  await insertRows(tx, 'Evidence', [row])
  return { row, hashes: { excerptHash: excerpt?.hash ?? null, translationHash: translation?.hash ?? null } }
}

const sealed = (text: string | undefined) => (text === undefined ? null : seal(text))

/** The citation with its source, or the source alone. */
async function aboutWhat(
  tx: Transaction,
  { citationId, sourceId }: NewEvidence,
  reportId: string,
): Promise<{ readonly citationId: string | null; readonly sourceId: string | null }> {
  if ((citationId === undefined) === (sourceId === undefined))
    throw new Invalid('Say what the evidence is: a citation of the report, or a source. One of the two.')
  if (citationId === undefined) {
    const source = await tx.source.findUnique({ where: { id: sourceId ?? '' }, select: { id: true } })
    if (source === null) throw new NotFound('There is no such source.')
    return { citationId: null, sourceId: source.id }
  }
  const citation = await tx.citation.findUnique({
    where: { id: citationId },
    select: { id: true, sourceId: true, note: { select: { draft: { select: { reportId: true } } } } },
  })
  if (citation === null) throw new NotFound('There is no such citation.')
  if (citation.note.draft.reportId !== reportId)
    throw new Invalid('This citation stands in another report. Nothing was recorded.')
  return { citationId: citation.id, sourceId: citation.sourceId }
}
