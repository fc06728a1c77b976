import { createHash } from 'node:crypto'
import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Hidden } from '../claims/hidden.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { Invalid, NotFound } from '../errors.ts'
import { appendEvent, takeChain } from '../history/append-event.ts'
import { SYSTEM } from '../history/event.ts'
import { loadHidden } from '../review/load-hidden.ts'
import { storedPolicy } from '../review/report-policy.ts'
import type { ExportingDesk } from './exported-report.ts'
import { EXPORT_FORMATS, type ExportFormat, fileNameOf, type Inclusion } from './formats.ts'
import { loadExportedReport, type ReportToExport } from './load-exported-report.ts'
import { loadPackFile } from './load-pack-file.ts'
import { loadWordFile } from './load-word-file.ts'
import type { MadeFile } from './made-file.ts'
import { type WrittenFormat, writtenFile } from './written-file.ts'

export interface ExportRequest {
  readonly reportId: string
  readonly format: ExportFormat
  readonly include: readonly Inclusion[]
  /** Null: from the command line. */
  readonly by: Actor | null
  readonly desk: ExportingDesk
  /** Whether the report is by others: their claims leave as reviewed. Undefined: told by its publisher. */
  readonly byOthers?: boolean | undefined
  readonly at: Date
}

export interface ExportedFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** Claims whose words could not be found in the file with certainty; their comments stand at its beginning. */
  readonly unplaced: number
  /** What should be in it and is not to be found at the desk, in words. */
  readonly missing: readonly string[]
}

/**
 * Takes a report out of the building, with an event that says who, what and when.
 * @throws NotFound no such report · NotAllowed for this role · Invalid the format never holds what was named, the original cannot
 *   be written into, or nothing here prints a PDF · Conflict a pack that would not hold, or would tell what is not to be told
 */
export async function exportReport(db: Database, request: ExportRequest): Promise<ExportedFile> {
  assertHolds(request)
  const report = await db.report.findUnique({ where: { id: request.reportId }, select: REPORT })
  if (report === null) throw new NotFound('There is no such report.')
  if (request.by !== null) await assertMayOnReport(db, request.by, 'export', report)
  const hidden = await hiddenFrom(db, report, request.by)
  const { bytes, draft, counts, unplaced, missing = [] } = await madeFile(db, report, request, hidden)
  await inTransaction(db, async (tx) =>
    appendEvent(tx, await takeChain(tx, report.id), {
      kind: 'report.exported',
      actor: request.by?.id ?? SYSTEM,
      at: request.at,
      payload: {
        draft,
        format: request.format,
        included: [...request.include],
        ...counts,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    }),
  )
  const name = fileNameOf(report.title, draft, request.format)
  return { name, mediaType: EXPORT_FORMATS[request.format].mediaType, bytes, unplaced, missing }
}

const REPORT = {
  id: true,
  title: true,
  series: true,
  authors: true,
  publisher: true,
  closed: true,
  sample: true,
  currentDraftId: true,
  policy: true,
} as const

/** @throws Invalid something was named that this format never holds */
function assertHolds({ format, include }: ExportRequest): void {
  const { takes } = EXPORT_FORMATS[format]
  const other = include.find((one) => !takes.includes(one))
  if (other !== undefined)
    throw new Invalid(`An export as ${format} never holds ${other}: it takes ${takes.join(', ')}.`)
}

const hiddenFrom = (
  db: Database,
  { id, policy }: { readonly id: string; readonly policy: string | null },
  by: Actor | null,
): Promise<Hidden> => loadHidden(db, { id, policy: storedPolicy(policy) }, by?.id ?? SYSTEM)

function madeFile(
  db: Database,
  report: ReportToExport,
  request: ExportRequest,
  hidden: Hidden,
): Promise<MadeFile> {
  const { format } = request
  if (format === 'docx') return loadWordFile(db, report, { ...request, hidden })
  if (format === 'pack') return loadPackFile(db, { ...request, hidden })
  return otherFile(db, report, { ...request, format }, hidden)
}

async function otherFile(
  db: Database,
  report: ReportToExport,
  request: ExportRequest & { readonly format: WrittenFormat },
  hidden: Hidden,
): Promise<MadeFile> {
  const loaded = await loadExportedReport(db, report, { ...request, hidden })
  return {
    bytes: await writtenFile(loaded, request.format),
    draft: loaded.draft.number,
    counts: { claims: loaded.claims.length, sources: loaded.sources.length },
    unplaced: 0,
  }
}
