import type { Actor } from '../accounts/account.ts'
import type { EvidenceAbout } from '../claims/standing-evidence.ts'
import type { Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { newId } from '../db/new-id.ts'
import { seal } from '../history/sealed-text.ts'
import type { JudgedEvidence } from './evidence.ts'

/** Evidence as it is written, by whichever verb: of a citation, a source, or a contact. `given`: complete. */
export interface EvidenceToInsert {
  readonly claimId: string
  readonly about: EvidenceAbout
  readonly given: JudgedEvidence
  /** Id of the row that it takes the place of. */
  readonly supersedes: string | null
  readonly judgedBy: Pick<Actor, 'id'>
  readonly at: Date
}

/** The row, and the salted hashes of its texts as an event names them. */
export interface InsertedEvidence {
  readonly row: {
    readonly id: string
    readonly claimId: string
    readonly judgement: string
    readonly credibility: number | null
    readonly locator: string | null
    readonly supersedesId: string | null
    readonly captureId: string | null
  }
  readonly hashes: { readonly excerptHash: string | null; readonly translationHash: string | null }
}

/** Writes one row of evidence within a transaction that has asked the policy and appends the event itself. */
export async function insertEvidence(tx: Transaction, evidence: EvidenceToInsert): Promise<InsertedEvidence> {
  const [inserted] = await insertAllEvidence(tx, [evidence])
  if (inserted === undefined) throw new Error('A judgement was to be written and none was')
  return inserted
}

/** Writes many rows in as few statements as that takes; in their order. */
export async function insertAllEvidence(
  tx: Transaction,
  evidence: readonly EvidenceToInsert[],
): Promise<InsertedEvidence[]> {
  const rows = evidence.map((one) => evidenceRow(one))
  const texts = rows.flatMap(({ excerpt, translation }) =>
    [excerpt, translation].filter((text) => text !== null),
  )
  await insertRows(tx, 'SealedText', texts)
  await insertRows(
    tx,
    'Evidence',
    rows.map(({ row }) => row),
  )
  return rows.map(({ row, excerpt, translation }) => ({
    row,
    hashes: { excerptHash: excerpt?.hash ?? null, translationHash: translation?.hash ?? null },
  }))
}

function evidenceRow({ claimId, about, given, supersedes, judgedBy, at }: EvidenceToInsert) {
  const [excerpt, translation] = [sealed(given.excerpt), sealed(given.translation)]
  const { citationId, sourceId, contactId } = about
  const row = {
    id: newId(),
    claimId,
    citationId,
    sourceId,
    contactId,
    captureId: given.captureId ?? null,
    judgement: given.judgement,
    credibility: given.credibility ?? null,
    locator: given.locator ?? null,
    excerptId: excerpt?.id ?? null,
    translationId: translation?.id ?? null,
    translator: given.translator ?? null,
    supersedesId: supersedes,
    judgedById: judgedBy.id,
    at,
  }
  return { row, excerpt, translation }
}

const sealed = (text: string | undefined) => (text === undefined ? null : seal(text))
