import type { Database, Transaction } from '../db/database.ts'
import { Prisma } from '../db/generated/sqlite/client.ts'
import { NotFound } from '../errors.ts'
import type { Actor } from './account.ts'

/** The table that something of a report stands in, when it names its report itself. */
const OF_REPORT = {
  author: 'ReportAuthor',
  claim: 'Claim',
  comment: 'Comment',
  complaint: 'Complaint',
  contact: 'Contact',
  destruction: 'Destruction',
  draft: 'Draft',
  handOver: 'HandOver',
  publication: 'Publication',
  publicationRequest: 'PublicationRequest',
  query: 'Query',
  signOff: 'SignOff',
  waiver: 'Waiver',
} as const

/** The same, when it names its claim, draft, contact or author. */
const OF_ANOTHER = {
  assignment: ['Assignment', 'claim'],
  attempt: ['ContactAttempt', 'contact'],
  authorLink: ['AuthorLink', 'author'],
  caveat: ['Caveat', 'claim'],
  claimEdit: ['ClaimEdit', 'claim'],
  classification: ['Classification', 'draft'],
  correction: ['ReadingCorrection', 'draft'],
  evidence: ['Evidence', 'claim'],
  fix: ['Fix', 'claim'],
  initials: ['Initials', 'draft'],
  objection: ['Objection', 'claim'],
  tick: ['Tick', 'draft'],
  wentOut: ['WentOut', 'publication'],
} as const

export type ReportObject = 'report' | keyof typeof OF_REPORT | keyof typeof OF_ANOTHER

export const reportObjects = [
  'report',
  ...Object.keys(OF_REPORT),
  ...Object.keys(OF_ANOTHER),
] as readonly ReportObject[]

/** What an id of ours can be; nothing else is looked for. */
const ID = /^[\w-]{1,64}$/

/**
 * Lets through who may learn of something of a report at all. What is closed to somebody takes the same one query, finds as
 * little and is told in the same words as what never was.
 * @throws NotFound there is none, or its report is closed to them
 */
export async function assertMayLearnOf(
  db: Database | Transaction,
  { id: accountId }: Pick<Actor, 'id'>,
  object: ReportObject,
  id: string,
): Promise<void> {
  const found = ID.test(id)
    ? await db.$queryRaw<unknown[]>`
        SELECT 1 FROM "Report" r WHERE r."id" = ${reportOf(object, id)} AND (r."closed" = FALSE OR EXISTS (
          SELECT 1 FROM "ReportMember" m WHERE m."reportId" = r."id" AND m."accountId" = ${accountId}))
          AND ${object === 'comment' ? isFor(id, accountId) : Prisma.sql`TRUE`}`
    : []
  if (found.length === 0) throw new NotFound('There is no such report.')
}

/** Whether a comment is for somebody: a privileged one for lawyers, its writer and whom it names. */
const isFor = (id: string, accountId: string): Prisma.Sql => Prisma.sql`EXISTS (
  SELECT 1 FROM "Comment" k WHERE k."id" = ${id} AND (k."privileged" = FALSE OR k."writtenById" = ${accountId}
    OR EXISTS (SELECT 1 FROM "CommentReader" n WHERE n."commentId" = k."id" AND n."accountId" = ${accountId})
    OR EXISTS (SELECT 1 FROM "Account" a WHERE a."id" = ${accountId} AND a."legal" = TRUE)))`

/** The id of its report, as a value in a query. */
function reportOf(object: ReportObject, id: string): Prisma.Sql {
  if (object === 'report') return Prisma.sql`${id}`
  if (object in OF_REPORT) return reportIn(OF_REPORT[object as keyof typeof OF_REPORT], Prisma.sql`${id}`)
  const [table, owner] = OF_ANOTHER[object as keyof typeof OF_ANOTHER]
  return reportIn(OF_REPORT[owner], oneOf(table, `${owner}Id`, Prisma.sql`${id}`))
}

const reportIn = (table: string, id: Prisma.Sql): Prisma.Sql => oneOf(table, 'reportId', id)

const oneOf = (table: string, column: string, id: Prisma.Sql): Prisma.Sql =>
  Prisma.sql`(SELECT ${Prisma.raw(`"${column}"`)} FROM ${Prisma.raw(`"${table}"`)} WHERE "id" = ${id})`
