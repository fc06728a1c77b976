import { appendDeskEvent } from '../../accounts/desk-event.ts'
import { comparedWords } from '../../claims/excerpt/words.ts'
import { standingEvidence } from '../../claims/standing-evidence.ts'
import type { Database, Transaction } from '../../db/database.ts'
import { Prisma } from '../../db/generated/sqlite/client.ts'
import { inTransaction } from '../../db/in-transaction.ts'
import { insertRows } from '../../db/insert-rows.ts'
import { newId } from '../../db/new-id.ts'
import { NotFound } from '../../errors.ts'
import { endJobWithin } from '../../jobs/end-job.ts'
import type { JobAtHand } from '../../jobs/job.ts'
import { startJob } from '../../jobs/start-job.ts'
import { assertFetchable } from '../../sources/captures/fetchable.ts'
import { type FetchOptions, fetchPage } from '../../sources/fetch/fetch-page.ts'
import type { Fetched } from '../../sources/fetch/fetched.ts'
import { sourceFamily } from '../../sources/source-family.ts'
import { holdsExcerpt } from './find-excerpt.ts'
import { judgeLink, type LinkFinding, type LinkResult } from './link-check.ts'
import { markLost } from './mark-lost.ts'
import { pageText } from './page-text.ts'
import { type LinkPayload, newLinkJob } from './start-link-check.ts'

/** Milliseconds between a failure and the second look, before which nothing is called dead. */
export const SECOND_LOOK = 3_600_000

/** An excerpt that somebody took from a source for a claim. */
interface Excerpt {
  readonly claimId: string
  readonly words: string
}

/**
 * Looks at the address of a source and keeps what was found, with all that follows from it, and the end of the job: or nothing.
 * An address that fails for the first time is looked at once more later, before it is called dead.
 * @throws NotFound · Conflict the source may not be asked any more
 */
export async function checkLink(db: Database, job: JobAtHand, options: FetchOptions): Promise<void> {
  const payload = job.payload as LinkPayload
  const url = assertFetchable(await sourceOf(db, payload.sourceId))
  const excerpts = await excerptsOf(db, payload.sourceId)
  const fetched = await fetchPage(url, options)
  if (options.stopping?.aborted === true) throw new Error('The server was stopped')
  const lost = await lostExcerpts(fetched, excerpts)
  const counts = lost === null ? null : { sought: excerpts.length, lost: lost.length }
  const finding = judgeLink(url, fetched, counts)
  await inTransaction(db, async (tx) => {
    const at = options.clock()
    await endJobWithin(tx, job, at)
    const settled = settledBy(finding, payload)
    if (settled === null) await lookAgain(tx, payload, job, { at, why: finding.detail ?? '' })
    else await keepCheck(tx, { job, payload, url, at, ...settled, lost: lost ?? [] })
  })
}

async function sourceOf(db: Database | Transaction, id: string) {
  const source = await db.source.findUnique({ where: { id } })
  if (source === null) throw new NotFound('There is no such source.')
  return source
}

/** The excerpts of the evidence that stands on a source and on what was merged into it. */
async function excerptsOf(db: Database, sourceId: string): Promise<Excerpt[]> {
  const family = await sourceFamily(db, sourceId)
  const rows = await db.$queryRaw<ExcerptRow[]>(Prisma.sql`
    SELECT e."id", e."claimId", e."citationId", e."sourceId", e."contactId", e."judgedById", e."supersedesId",
           e."withdraws", x."body"
    FROM "Evidence" e LEFT JOIN "Citation" i ON i."id" = e."citationId"
    LEFT JOIN "SealedText" x ON x."id" = e."excerptId"
    WHERE e."sourceId" IN (${Prisma.join(family)}) OR i."sourceId" IN (${Prisma.join(family)})
    ORDER BY e."at", e."id"`)
  const byClaim = new Map<string, ExcerptRow[]>()
  for (const row of rows) byClaim.set(row.claimId, [...(byClaim.get(row.claimId) ?? []), row])
  return [...byClaim.values()]
    .flatMap((given) => standingEvidence(given))
    .flatMap(({ claimId, body }) => (body === null || body.trim() === '' ? [] : [{ claimId, words: body }]))
}

interface ExcerptRow {
  readonly id: string
  readonly claimId: string
  readonly citationId: string | null
  readonly sourceId: string | null
  readonly contactId: string | null
  readonly judgedById: string
  readonly supersedesId: string | null
  readonly withdraws: string | null
  readonly body: string | null
}

/** The excerpts that a page no longer has; null where there is no page, or no text in it. */
async function lostExcerpts(fetched: Fetched, excerpts: readonly Excerpt[]): Promise<Excerpt[] | null> {
  if (!fetched.ok || fetched.status > 299 || excerpts.length === 0) return null
  const text = await pageText(fetched)
  if (text === null) return null
  const words = comparedWords(text)
  return excerpts.filter((excerpt) => !holdsExcerpt(words, excerpt.words))
}

type Settled = Omit<LinkFinding, 'result'> & { readonly result: LinkResult }

/** What a look settles; null where it is to be repeated. */
function settledBy(finding: LinkFinding, { failedAt, why }: LinkPayload): Settled | null {
  const { result, detail } = finding
  if (result !== 'failing') return { ...finding, result }
  if (failedAt === undefined) return null
  const before = why === detail ? '' : ` (${why ?? ''})`
  return {
    ...finding,
    result: 'dead',
    detail: `${detail ?? ''}, as it failed on ${failedAt.slice(0, 16).replace('T', ' ')} UTC${before}`,
  }
}

async function lookAgain(
  tx: Transaction,
  { sourceId }: LinkPayload,
  { createdById }: JobAtHand,
  { at, why }: { readonly at: Date; readonly why: string },
): Promise<void> {
  const payload = { sourceId, failedAt: at.toISOString(), why }
  await startJob(tx, newLinkJob(payload, { createdById, at, runAfter: new Date(at.getTime() + SECOND_LOOK) }))
}

interface CheckToKeep extends Settled {
  readonly job: JobAtHand
  readonly payload: LinkPayload
  readonly url: string
  readonly at: Date
  readonly lost: readonly Excerpt[]
}

async function keepCheck(tx: Transaction, check: CheckToKeep): Promise<void> {
  const { job, payload, url, at, result, httpStatus, finalUrl, detail, lost } = check
  const { linkState: from } = await sourceOf(tx, payload.sourceId)
  const row = { id: newId(), sourceId: payload.sourceId, url, result, httpStatus, finalUrl, detail }
  await insertRows(tx, 'LinkCheck', [{ ...row, askedById: job.createdById, at }])
  await tx.source.update({
    where: { id: payload.sourceId },
    data: { linkState: result, linkCheckedAt: at },
    select: { id: true },
  })
  const rechecks = await markLost(tx, { ...row, result, at, claimIds: lost.map(({ claimId }) => claimId) })
  if (from === result && job.createdById === null) return
  const by = job.createdById === null ? null : { id: job.createdById }
  const event = { sourceId: payload.sourceId, linkCheckId: row.id, from, result, rechecks }
  await appendDeskEvent(tx, 'source.link-checked', { by, at }, event)
}
