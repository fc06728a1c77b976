import type { Database, Transaction } from '../../db/database.ts'
import { Prisma } from '../../db/generated/sqlite/client.ts'
import type { Destructible } from '../../history/destruction.ts'

/** One text or file of a report that could be destroyed: `textId` or `blobId`. */
export interface Target {
  readonly what: Destructible
  readonly textId: string | null
  readonly blobId: string | null
  readonly claimId: string | null
  readonly claimNumber: number | null
  /** Number of the draft, where it is of one. */
  readonly draft: number | null
  /** Number of the event, where it is one's payload. */
  readonly event: number | null
}

/** Which targets are meant: all of the report, or those of one claim, draft or event, by its number. */
export interface Narrowed {
  readonly claim?: number | undefined
  readonly draft?: number | undefined
  readonly event?: number | undefined
}

const NONE = Prisma.sql`CAST(NULL AS INTEGER)`
const NO_TEXT = Prisma.sql`CAST(NULL AS TEXT)`

/** Columns of words beside the id of their claim: for each kind, where they are kept. */
const OF_CLAIMS: Readonly<
  Partial<Record<Destructible, readonly (readonly [table: string, column: string])[]>>
> = {
  rationale: [['Verdict', 'rationaleId']],
  reason: [
    ['OutcomeDecision', 'reasonId'],
    ['RiskDecision', 'reasonId'],
    ['DifferenceDecision', 'reasonId'],
    ['ClaimEdit', 'reasonId'],
    ['Caveat', 'wordsId'],
  ],
  excerpt: [
    ['Evidence', 'excerptId'],
    ['Evidence', 'translationId'],
  ],
  query: [
    ['Query', 'wordsId'],
    ['Query', 'answerId'],
    ['Fix', 'answerId'],
  ],
  objection: [
    ['Objection', 'wordsId'],
    ['Objection', 'closingId'],
  ],
  're-check': [['Recheck', 'wordsId']],
}

const kept = (text: string, report: string, claim: string, from: string): Prisma.Sql =>
  Prisma.raw(`SELECT ${text} AS "textId", ${report} AS "reportId", ${claim} AS "claimId" FROM ${from}`)

const NO_CLAIM = 'CAST(NULL AS TEXT)'
const OF_DRAFT = 'k JOIN "Draft" d ON d."id" = k."draftId"'
const OF_CONTACT = 'a JOIN "Contact" k ON k."id" = a."contactId"'

/** The same of what is kept beside a report, a draft or a contact. */
const OF_REPORTS: Readonly<Partial<Record<Destructible, readonly Prisma.Sql[]>>> = {
  reason: [
    kept('"reasonId"', '"reportId"', '"claimId"', '"Waiver"'),
    kept('"saidId"', '"reportId"', '"claimId"', '"Waiver"'),
    kept('"reasonId"', '"reportId"', NO_CLAIM, '"PublicationRequest"'),
    kept('k."reasonId"', 'd."reportId"', NO_CLAIM, `"ReadingCorrection" ${OF_DRAFT}`),
    kept('k."wordsId"', 'd."reportId"', 'k."claimId"', `"Classification" ${OF_DRAFT}`),
  ],
  comment: [kept('"bodyId"', '"reportId"', '"claimId"', '"Comment" WHERE "privileged" = FALSE')],
  'privileged comment': [kept('"bodyId"', '"reportId"', '"claimId"', '"Comment" WHERE "privileged" = TRUE')],
  contact: [
    kept('"putId"', '"reportId"', NO_CLAIM, '"Contact"'),
    kept('"answerId"', '"reportId"', NO_CLAIM, '"Contact"'),
    kept('a."wordsId"', 'k."reportId"', NO_CLAIM, `"ContactAttempt" ${OF_CONTACT}`),
    kept('a."reasonId"', 'k."reportId"', NO_CLAIM, `"ContactChange" ${OF_CONTACT}`),
    kept('a."answerId"', 'k."reportId"', 'a."claimId"', `"ContactClaim" ${OF_CONTACT}`),
  ],
  complaint: ['fromId', 'wordsId', 'decisionId'].map((column) =>
    kept(`"${column}"`, '"reportId"', NO_CLAIM, '"Complaint"'),
  ),
  'hand-over': [kept('"wordsId"', '"reportId"', NO_CLAIM, '"HandOver"')],
}

/** The texts and files of a kind that have not been destroyed. The draft at work is none of them. */
export function findTargets(
  db: Database | Transaction,
  reportId: string,
  what: Destructible,
  narrowed: Narrowed = {},
): Promise<Target[]> {
  const { claim, draft, event } = narrowed
  const only = Prisma.sql`${claim === undefined ? Prisma.sql`TRUE` : Prisma.sql`w."claimNumber" = ${claim}`}
    AND ${draft === undefined ? Prisma.sql`TRUE` : Prisma.sql`w."draft" = ${draft}`}
    AND ${event === undefined ? Prisma.sql`TRUE` : Prisma.sql`w."event" = ${event}`}`
  return db.$queryRaw<Target[]>`
    SELECT DISTINCT ${what} AS "what", w."textId", w."blobId", w."claimId", w."claimNumber", w."draft", w."event"
    FROM (${targetsOf(reportId, what)}) w
    WHERE ${only} AND ${isThere(what)}
    ORDER BY w."draft", w."event", w."claimNumber", w."textId"`
}

/** How many there are of a kind. */
export async function countTargets(db: Database, reportId: string, what: Destructible): Promise<number> {
  const [row] = await db.$queryRaw<{ count: number | bigint }[]>`
    SELECT COUNT(*) AS "count" FROM (
      SELECT DISTINCT w."textId", w."blobId" FROM (${targetsOf(reportId, what)}) w WHERE ${isThere(what)}) n`
  return Number(row?.count ?? 0)
}

const isThere = (what: Destructible): Prisma.Sql =>
  what === 'original'
    ? Prisma.sql`EXISTS (SELECT 1 FROM "Blob" b WHERE b."sha256" = w."blobId" AND b."destroyedAt" IS NULL)`
    : Prisma.sql`EXISTS (SELECT 1 FROM "SealedText" t WHERE t."id" = w."textId" AND t."destroyedAt" IS NULL)`

function targetsOf(reportId: string, what: Destructible): Prisma.Sql {
  if (what === 'draft' || what === 'original') return draftTargets(reportId, what)
  if (what === 'payload')
    return Prisma.sql`
      SELECT "payloadId" AS "textId", ${NO_TEXT} AS "blobId", "claimId", ${NONE} AS "claimNumber", ${NONE} AS "draft",
             "seq" AS "event"
      FROM "Event" WHERE "chain" = ${reportId}`
  const ofClaims = (OF_CLAIMS[what] ?? []).map(([table, column]) =>
    kept(`k."${column}"`, 'c."reportId"', 'c."id"', `"${table}" k JOIN "Claim" c ON c."id" = k."claimId"`),
  )
  const places = [...ofClaims, ...(OF_REPORTS[what] ?? [])]
  return Prisma.sql`
    SELECT u."textId", ${NO_TEXT} AS "blobId", u."claimId", c."number" AS "claimNumber", ${NONE} AS "draft", ${NONE} AS "event"
    FROM (${Prisma.join(places, ' UNION ALL ')}) u LEFT JOIN "Claim" c ON c."id" = u."claimId"
    WHERE u."textId" IS NOT NULL AND u."reportId" = ${reportId}`
}

const draftTargets = (reportId: string, what: 'draft' | 'original'): Prisma.Sql =>
  what === 'original'
    ? Prisma.sql`
        SELECT ${NO_TEXT} AS "textId", "originalId" AS "blobId", ${NO_TEXT} AS "claimId", ${NONE} AS "claimNumber",
               "number" AS "draft", ${NONE} AS "event"
        FROM "Draft" WHERE "reportId" = ${reportId}`
    : Prisma.sql`
        SELECT d."textId", ${NO_TEXT} AS "blobId", ${NO_TEXT} AS "claimId", ${NONE} AS "claimNumber", d."number" AS "draft",
               ${NONE} AS "event"
        FROM "Draft" d JOIN "Report" r ON r."id" = d."reportId"
        WHERE d."reportId" = ${reportId} AND r."currentDraftId" <> d."id"`
