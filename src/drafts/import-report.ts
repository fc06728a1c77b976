import type { Actor } from '../accounts/account.ts'
import { assertMayOnDesk } from '../accounts/assert-may-now.ts'
import { assertMay } from '../accounts/policy.ts'
import type { Database, Transaction } from '../db/database.ts'
import { insertRows } from '../db/insert-rows.ts'
import { Invalid } from '../errors.ts'
import { newId } from '../db/new-id.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { SYSTEM } from '../history/event.ts'
import type { ReadDocument, SourceType, Warning } from '../reading/document.ts'
import type { Tell } from '../reading/progress.ts'
import { readDocumentAside } from '../reading/read-document-aside.ts'
import { placementRows, scopeRows } from './draft-rows.ts'
import { storeDraft, type StoredDraft } from './store-draft.ts'

const CLAIMS_AT_ONCE = 200

export interface NewReport {
  readonly bytes: Uint8Array
  /** The file's name as its owner calls it. */
  readonly name: string
  readonly type?: SourceType | undefined
  /** Overrides the title that was read. */
  readonly title?: string | undefined
  /** Null: from the command line. */
  readonly importedBy: Actor | null
  readonly at: Date
  readonly sample?: boolean
  /** Only for whoever imports it, until they name others or open it; open to the desk unless told. */
  readonly closed?: boolean
  /** The id that the report gets, where it was given out beforehand (`newId`). */
  readonly id?: string
  /** Hears how far the reading is. */
  readonly tell?: Tell
}

export interface ImportedReport {
  readonly id: string
  readonly draft: number
  readonly claims: number
  readonly notes: number
  readonly markers: number
  readonly warnings: readonly Warning[]
}

/**
 * Reads a file and keeps it as a new report with its first draft: everything or nothing.
 * @throws Invalid the file cannot be read · NotAllowed for this role
 */
export async function importReport(db: Database, input: NewReport): Promise<ImportedReport> {
  if (input.importedBy !== null) assertMay(input.importedBy, 'import report')
  const options = { name: input.name, ...(input.type === undefined ? {} : { type: input.type }) }
  const read = await readDocumentAside(input.bytes, options, input.tell)
  return inTransaction(db, async (tx) => {
    if (input.importedBy !== null) await assertMayOnDesk(tx, input.importedBy, 'import report')
    return storeReport(tx, read, input)
  })
}

async function storeReport(tx: Transaction, read: ReadDocument, input: NewReport): Promise<ImportedReport> {
  const reportId = input.id ?? newId()
  const title = input.title?.trim()
  await tx.report.create({
    data: {
      id: reportId,
      title: title === undefined || title === '' ? read.title : title,
      language: read.language,
      sample: input.sample ?? false,
      nextClaim: read.claims.length + 1,
      importedById: input.importedBy?.id ?? null,
      createdAt: input.at,
      ...(input.closed === true ? closedTo(input) : {}),
    },
  })
  const stored = await storeDraft(tx, read, { ...input, reportId, number: 1 })
  await tx.report.update({ where: { id: reportId }, data: { currentDraftId: stored.draftId } })
  for (let first = 0; first < read.claims.length; first += CLAIMS_AT_ONCE)
    await storeClaims(tx, { read, reportId, at: input.at, ...stored }, first)
  await appendEvent(tx, await takeChain(tx, reportId), {
    kind: 'report.imported',
    actor: input.importedBy?.id ?? SYSTEM,
    at: input.at,
    payload: {
      title: read.title,
      draft: 1,
      file: read.source.name,
      sha256: read.source.sha256,
      textHash: stored.textHash,
      ...countsOf(read),
      warnings: read.warnings.length,
      sample: input.sample ?? false,
      ...(input.closed === true ? { closed: true } : {}),
    },
  })
  return { id: reportId, draft: 1, ...countsOf(read), warnings: read.warnings }
}

/** @throws Invalid nobody would be in */
function closedTo({ importedBy, at }: NewReport) {
  if (importedBy === null)
    throw new Invalid('A report that is closed from the start needs somebody who imports it.')
  return { closed: true, members: { create: { accountId: importedBy.id, addedAt: at } } }
}

export const countsOf = (read: ReadDocument): Pick<ImportedReport, 'claims' | 'notes' | 'markers'> => ({
  claims: read.claims.length,
  notes: read.notes.length,
  markers: read.markers.length,
})

interface Contents extends StoredDraft {
  readonly read: ReadDocument
  readonly reportId: string
  readonly at: Date
}

/** Some claims, from index `first` on, with where they stand: not all at once, so that memory stays small. */
async function storeClaims(tx: Transaction, contents: Contents, first: number): Promise<void> {
  const { read, draftId, reportId, at, notes, markers } = contents
  const placed = read.claims.slice(first, first + CLAIMS_AT_ONCE).map((claim, i) => {
    const row = { id: newId(), reportId, number: first + i + 1, createdAt: at }
    const placement = placementRows(read, draftId, claim, row.id)
    return { row, placement, scopes: scopeRows(claim, placement.id, markers, notes) }
  })
  await insertRows(
    tx,
    'Claim',
    placed.map(({ row }) => row),
  )
  await insertRows(
    tx,
    'Placement',
    placed.map(({ placement }) => placement),
  )
  await insertRows(
    tx,
    'PlacementNote',
    placed.flatMap(({ scopes }) => scopes),
  )
}
