import { shownWords, STORED_WORDS } from '../history/destruction.ts'
import type { Database } from '../db/database.ts'
import { standingSources } from '../sources/source-family.ts'
import type { RecheckCause, RecheckRow } from './recheck.ts'

const PERSON = { select: { id: true, name: true } } as const

/** The re-checks of a claim, closed ones too, newest first. `words` is null where none were given. */
export async function listRechecks(db: Database, claimId: string): Promise<RecheckRow[]> {
  const rows = await db.recheck.findMany({
    where: { claimId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    include: { words: { select: STORED_WORDS }, askedBy: PERSON, closedBy: PERSON },
  })
  const sources = await standingSources(
    db,
    rows.flatMap(({ sourceId }) => sourceId ?? []),
  )
  return rows.map(({ id, because, sourceId, words, askedBy, at, closedBy, closedAt }) => ({
    id,
    because: because as RecheckCause,
    source: sourceNamed(sources.get(sourceId ?? '')),
    words: shownWords(words),
    askedBy,
    at,
    closedBy,
    closedAt,
  }))
}

const sourceNamed = (
  source: { readonly id: string; readonly title: string } | undefined,
): RecheckRow['source'] => (source === undefined ? null : { id: source.id, title: source.title })
