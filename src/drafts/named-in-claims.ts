import { tickContextOf } from '../claims/ticks/context.ts'
import { findTicks } from '../claims/ticks/find-ticks.ts'
import type { Database } from '../db/database.ts'
import type { Attribution } from '../reading/document.ts'
import { standingReading } from './standing-reading.ts'

/** A claim where it stands, with the names in it. */
export interface NamedClaim {
  readonly claimId: string
  readonly number: number
  readonly version: number
  readonly status: string
  readonly quote: string
  readonly page: number | null
  readonly start: number
  /** Names of people and bodies, as written, each once. */
  readonly names: readonly string[]
  /** Who is said to say it, '' for nobody. */
  readonly speaker: string
  /** Whether the speaker has a name. */
  readonly spoken: boolean
}

interface Row extends Omit<NamedClaim, 'names' | 'speaker' | 'spoken'> {
  readonly end: number
  readonly attribution: string | null
}

/** The claims to settle of a draft in its order, with the names that stand in them: found by rule, so suggestions only. */
export async function namedInClaims(db: Database, draftId: string): Promise<NamedClaim[]> {
  const { text } = await db.draft.findUniqueOrThrow({
    where: { id: draftId },
    select: { text: { select: { body: true } } },
  })
  const body = text.body ?? ''
  const { blocks, markers } = await standingReading(db, draftId)
  const context = tickContextOf({ text: body, blocks, markers: [...markers] })
  const rows = await db.$queryRaw<Row[]>`
    SELECT c."id" AS "claimId", c."number", c."version", c."status", p."quote", p."page", p."start", p."end", p."attribution"
    FROM "Placement" p JOIN "Claim" c ON c."id" = p."claimId"
    WHERE p."draftId" = ${draftId} AND p."start" IS NOT NULL AND c."setAside" IS NULL
    ORDER BY p."start"`
  return rows.map(({ end, attribution, ...claim }) => {
    const speaker = attribution === null ? null : (JSON.parse(attribution) as Attribution)
    const found = findTicks(body, { start: claim.start, end }, context).filter(({ kind }) => kind === 'name')
    return {
      ...claim,
      names: [...new Set(found.map((span) => body.slice(span.start, span.end)))],
      speaker: speaker?.text ?? '',
      spoken: speaker?.named ?? false,
    }
  })
}
