import { sectionsOf, type Section } from '../claims/section.ts'
import type { Database, Transaction } from '../db/database.ts'
import { Conflict, NotFound } from '../errors.ts'
import type { Block } from '../reading/document.ts'
import type { ReportAsked } from './report-asked.ts'

/** The draft that somebody looked at, and the heading of the section in it that they mean. */
export interface SectionNamed {
  readonly draftId: string
  /** Where its heading's block starts, in UTF-16 code units; 0 for what stands before the first heading. */
  readonly start: number
}

interface DraftRow {
  readonly number: number
  readonly text: string | null
  readonly blocks: string
}

/** The sections of a draft as its reading stands with its corrections. */
export async function sectionsOfDraft(
  tx: Database | Transaction,
  draftId: string,
): Promise<{ readonly number: number; readonly sections: readonly Section[] }> {
  const [row] = await tx.$queryRaw<DraftRow[]>`
    SELECT d."number", t."body" AS "text", COALESCE(s."blocks", d."blocks") AS "blocks"
    FROM "Draft" d
    JOIN "SealedText" t ON t."id" = d."textId"
    LEFT JOIN "CorrectedReading" s ON s."draftId" = d."id"
    WHERE d."id" = ${draftId}`
  if (row === undefined) throw new NotFound('There is no such draft.')
  return { number: row.number, sections: sectionsOf(row.text ?? '', JSON.parse(row.blocks) as Block[]) }
}

/**
 * A section of a report's present draft.
 * @throws NotFound no such draft of the report · Conflict the report has a newer draft, or no heading stands there any longer
 */
export async function sectionOfDraft(
  tx: Transaction,
  report: Pick<ReportAsked, 'id' | 'currentDraftId'>,
  { draftId, start }: SectionNamed,
): Promise<{ readonly draft: number; readonly section: Section }> {
  if ((await tx.draft.count({ where: { id: draftId, reportId: report.id } })) === 0)
    throw new NotFound('There is no such draft of this report.')
  if (draftId !== report.currentDraftId)
    throw new Conflict('There is a newer draft: look at its sections again. Nothing was recorded.')
  const { number, sections } = await sectionsOfDraft(tx, draftId)
  const section = sections.find((one) => one.start === start)
  if (section === undefined)
    throw new Conflict(
      'No section begins there any longer: look at the sections again. Nothing was recorded.',
    )
  return { draft: number, section }
}
