import type { Database } from '../../db/database.ts'
import type { ReportView } from '../../drafts/report-view.ts'
import { NotFound } from '../../errors.ts'
import type { Block } from '../../reading/document.ts'
import type { DeskDraft } from '../pages/desk-rows.ts'

interface DraftRow {
  readonly language: string
  readonly text: string | null
  readonly blocks: string
}

/** The draft that a view of a report names, with its text as its reading stands. Whoever asks may read the report. */
export async function loadDraftText(db: Database, report: ReportView): Promise<DeskDraft> {
  const { id: draftId, number: draftNumber } = report.draft
  const [row] = await db.$queryRaw<DraftRow[]>`
    SELECT d."language", t."body" AS "text", COALESCE(s."blocks", d."blocks") AS "blocks"
    FROM "Draft" d
    JOIN "SealedText" t ON t."id" = d."textId"
    LEFT JOIN "CorrectedReading" s ON s."draftId" = d."id"
    WHERE d."id" = ${draftId}`
  if (row === undefined) throw new NotFound('There is no such draft.')
  const { id: reportId, title, closed, sample } = report
  const { language, text, blocks } = row
  return {
    ...{ reportId, title, closed, sample, draftId, draftNumber, language },
    text: text ?? '',
    blocks: JSON.parse(blocks) as Block[],
  }
}
