import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../accounts/assert-may-now.ts'
import type { Database, Transaction } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { Conflict, NotFound } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { SYSTEM } from '../history/event.ts'
import type { ReadDocument, SourceType, Warning } from '../reading/document.ts'
import type { Tell } from '../reading/progress.ts'
import { readDocumentAside } from '../reading/read-document-aside.ts'
import { carryOver, type CarriedOver } from './carry-over.ts'
import { countsOf } from './import-report.ts'
import { assertOtherText } from './doubtful-draft.ts'
import { markFixes } from './mark-fixes.ts'
import { settleCarried } from './settle-carried.ts'
import { storeDraft } from './store-draft.ts'

export interface NewDraft {
  readonly reportId: string
  readonly bytes: Uint8Array
  /** The file's name as its owner calls it. */
  readonly name: string
  readonly type?: SourceType | undefined
  /** Null: from the command line. */
  readonly importedBy: Actor | null
  /** Also where it may have been sent by mistake. */
  readonly anyway?: boolean
  readonly at: Date
  /** Hears how far the reading is. */
  readonly tell?: Tell
}

/** `placed` … `added`: how many claims of the report stand as they stood, elsewhere, in other words, nowhere, or are new. */
export interface ImportedDraft {
  /** Of the report. */
  readonly id: string
  readonly draft: number
  readonly draftId: string
  readonly claims: number
  readonly notes: number
  readonly markers: number
  readonly placed: number
  readonly moved: number
  readonly edited: number
  readonly orphaned: number
  readonly added: number
  readonly warnings: readonly Warning[]
}

/**
 * Reads a file and keeps it as the next draft of a report, which is the one at work from then on: everything or nothing. Each
 * claim keeps its number and stands where its words went; verdicts hold where neither the words nor a note they lean on
 * changed, and are stale elsewhere; fixes that waited are marked by what became of them.
 *
 * @throws NotFound no such report · NotAllowed for this role · Invalid the file cannot be read · Conflict the same file is a draft of it · DoubtfulDraft hardly a claim finds a place in it or it says the same again, and nobody said that it is meant
 */
export async function importDraft(db: Database, input: NewDraft): Promise<ImportedDraft> {
  const options = { name: input.name, ...(input.type === undefined ? {} : { type: input.type }) }
  await reportAtWork(db, input)
  const read = await readDocumentAside(input.bytes, options, input.tell)
  return inTransaction(db, (tx) => storeNext(tx, read, input))
}

interface ReportAtWork {
  readonly id: string
  readonly currentDraftId: string
  /** Of the newest draft. */
  readonly number: number
}

async function reportAtWork(
  db: Database | Transaction,
  { reportId, importedBy }: NewDraft,
): Promise<ReportAtWork> {
  const report = await db.report.findUnique({
    where: { id: reportId },
    select: {
      ...{ id: true, closed: true, sample: true, currentDraftId: true },
      drafts: { orderBy: { number: 'desc' }, take: 1, select: { number: true } },
    },
  })
  if (report?.currentDraftId == null) throw new NotFound('There is no such report.')
  if (importedBy !== null) await assertMayOnReport(db, importedBy, 'add draft', report)
  const { id, currentDraftId, drafts } = report
  return { id, currentDraftId, number: drafts[0]?.number ?? 0 }
}

async function storeNext(tx: Transaction, read: ReadDocument, input: NewDraft): Promise<ImportedDraft> {
  const report = await reportAtWork(tx, input)
  await assertOtherFile(tx, report, read)
  if (input.anyway !== true) assertOtherText(read.text, await present(tx, report))
  const number = report.number + 1
  const stored = await storeDraft(tx, read, { ...input, number })
  const before = report.currentDraftId
  const anyway = input.anyway ?? false
  const carried = await carryOver(tx, { reportId: report.id, before, read, anyway, at: input.at, ...stored })
  await tx.report.update({ where: { id: report.id }, data: { currentDraftId: stored.draftId } })
  const fixes = await markFixes(tx, before, carried.wordings)
  const by = input.importedBy?.id ?? null
  const stale = await settleCarried(tx, { reportId: report.id, carried, fixes, by, at: input.at })
  await appendEvent(tx, await takeChain(tx, report.id), {
    kind: 'draft.imported',
    actor: by ?? SYSTEM,
    at: input.at,
    payload: {
      draft: number,
      file: read.source.name,
      sha256: read.source.sha256,
      textHash: stored.textHash,
      ...countsOf(read),
      warnings: read.warnings.length,
      ...carried.counts,
      stale,
      fixes: fixes.told,
      changed: carried.changed,
    },
  })
  return answer(report.id, number, stored.draftId, read, carried)
}

const answer = (
  id: string,
  draft: number,
  draftId: string,
  read: ReadDocument,
  { counts }: CarriedOver,
): ImportedDraft => ({ id, draft, draftId, ...countsOf(read), ...counts, warnings: read.warnings })

async function present(tx: Transaction, { currentDraftId, number }: ReportAtWork) {
  const { text } = await tx.draft.findUniqueOrThrow({
    where: { id: currentDraftId },
    select: { text: { select: { body: true } } },
  })
  return { number, text: text.body }
}

async function assertOtherFile(
  tx: Transaction,
  { id }: ReportAtWork,
  { source: { sha256 } }: ReadDocument,
): Promise<void> {
  const same = await tx.draft.findFirst({
    where: { reportId: id, originalId: sha256 },
    select: { number: true },
  })
  if (same !== null)
    throw new Conflict(`This very file is draft ${same.number} of the report already. Nothing was imported.`)
}
