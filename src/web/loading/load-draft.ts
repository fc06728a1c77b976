import { assertMay, type ReportTarget } from '../../accounts/policy.ts'
import type { Actor } from '../../accounts/account.ts'
import type { Database } from '../../db/database.ts'
import { NotFound } from '../../errors.ts'
import type { Block } from '../../reading/document.ts'
import { storedPolicy, type ReportPolicy } from '../../review/report-policy.ts'
import type { DeskDraft } from '../pages/desk-rows.ts'

interface DraftRow {
  readonly reportId: string
  readonly title: string
  readonly closed: boolean
  readonly sample: boolean
  readonly policy: string | null
  readonly draftId: string
  readonly draftNumber: number
  readonly language: string
  readonly text: string | null
  readonly blocks: string
}

/** A report's present draft with its text, and what the policy has to know of the report. */
export interface LoadedDraft {
  readonly draft: DeskDraft
  readonly target: ReportTarget
  readonly policy: ReportPolicy
}

/**
 * The present draft of a report, for somebody who may read it.
 * @throws NotFound no such report · NotAllowed it is closed to them
 */
export async function loadDraft(db: Database, reportId: string, reader: Actor): Promise<LoadedDraft> {
  const [row] = await db.$queryRaw<DraftRow[]>`
    SELECT r."id" AS "reportId", r."title", r."closed", r."sample", r."policy", d."id" AS "draftId", d."number" AS "draftNumber",
           d."language", t."body" AS "text", COALESCE(s."blocks", d."blocks") AS "blocks"
    FROM "Report" r
    JOIN "Draft" d ON d."id" = r."currentDraftId"
    JOIN "SealedText" t ON t."id" = d."textId"
    LEFT JOIN "CorrectedReading" s ON s."draftId" = d."id"
    WHERE r."id" = ${reportId}`
  if (row === undefined) throw new NotFound('There is no such report.')
  const member = row.closed && (await isMember(db, reportId, reader.id))
  const target = { closed: row.closed, sample: row.sample, member }
  assertMay(reader, 'read report', target)
  const { policy, ...draft } = row
  return {
    target,
    policy: storedPolicy(policy),
    draft: { ...draft, text: row.text ?? '', blocks: JSON.parse(row.blocks) as Block[] },
  }
}

async function isMember(db: Database, reportId: string, accountId: string): Promise<boolean> {
  const row = await db.reportMember.findUnique({ where: { reportId_accountId: { reportId, accountId } } })
  return row !== null
}
