import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../accounts/assert-may-now.ts'
import type { Database } from '../db/database.ts'
import { shownWords, STORED_WORDS } from '../history/destruction.ts'
import { reportAsked } from '../review/report-asked.ts'

interface Person {
  readonly id: string
  readonly name: string
}

/** A correction as readers are told it. Texts: their words, or what stands where they were destroyed. */
export interface CorrectionView {
  readonly id: string
  readonly number: number
  readonly kind: string
  readonly claim: { readonly id: string; readonly number: number } | null
  readonly was: string | null
  readonly now: string | null
  readonly note: string | null
  readonly madeBy: Person
  readonly at: Date
}

/** A report as it went out, and what came after. */
export interface PublicationView {
  readonly id: string
  readonly number: number
  readonly draft: number
  readonly hash: string
  readonly slug: string
  readonly openPoints: number
  readonly publicPage: boolean
  readonly publishedBy: Person
  readonly confirmedBy: Person | null
  readonly publishedAt: Date
  readonly withdrawn: { readonly by: Person | null; readonly at: Date; readonly reason: string } | null
  /** Newest first. */
  readonly wentOut: readonly {
    readonly id: string
    readonly name: string
    readonly differences: number
    readonly addedBy: Person
    readonly at: Date
  }[]
  /** By number. */
  readonly corrections: readonly CorrectionView[]
}

/**
 * The publications of a report, newest first.
 * @throws NotFound · NotAllowed closed to this person
 */
export async function listPublications(
  db: Database,
  reader: Actor,
  reportId: string,
): Promise<readonly PublicationView[]> {
  await assertMayOnReport(db, reader, 'read report', await reportAsked(db, reportId))
  const rows = await db.publication.findMany({
    where: { reportId },
    orderBy: { number: 'desc' },
    omit: { snapshot: true },
    include: {
      ...{ publishedBy: PERSON, confirmedBy: PERSON, withdrawnBy: PERSON },
      draft: { select: { number: true } },
      wentOut: {
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        select: { id: true, sourceName: true, differences: true, addedBy: PERSON, at: true },
      },
      corrections: { orderBy: { number: 'asc' }, include: CORRECTION },
    },
  })
  return rows.map((row) => ({
    ...{ id: row.id, number: row.number, draft: row.draft.number, hash: row.hash, slug: row.slug },
    ...{ openPoints: row.openPoints, publicPage: row.publicPage, publishedAt: row.publishedAt },
    ...{ publishedBy: row.publishedBy, confirmedBy: row.confirmedBy },
    withdrawn:
      row.withdrawnAt === null
        ? null
        : { by: row.withdrawnBy, at: row.withdrawnAt, reason: row.withdrawalReason ?? '' },
    wentOut: row.wentOut.map(({ sourceName, ...one }) => ({ ...one, name: sourceName })),
    corrections: row.corrections.map(({ id, number, kind, claim, was, now, note, madeBy, at }) => ({
      ...{ id, number, kind, claim, madeBy, at },
      ...{ was: shownWords(was), now: shownWords(now), note: shownWords(note) },
    })),
  }))
}

const PERSON = { select: { id: true, name: true } } as const
const WORDS = { select: STORED_WORDS } as const
const CORRECTION = {
  ...{ was: WORDS, now: WORDS, note: WORDS, madeBy: PERSON },
  claim: { select: { id: true, number: true } },
} as const
