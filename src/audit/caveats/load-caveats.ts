import type { Database, Transaction } from '../../db/database.ts'
import { standingRows } from '../../db/standing-rows.ts'
import { groupBy } from '../../text/group-by.ts'
import type { Span } from '../../text/span.ts'
import { placeOfWords, type StandingCaveat } from './caveat.ts'

/** The newest caveat on each claim of a report that nobody took back, by the claim's id. Destroyed ones are none. */
export async function loadCaveats(
  db: Database | Transaction,
  reportId: string,
  { text, blocks }: { readonly text: string; readonly blocks: readonly Span[] },
): Promise<ReadonlyMap<string, StandingCaveat>> {
  const rows = await db.caveat.findMany({
    where: { claim: { reportId } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    include: { words: { select: { body: true, hash: true } }, setBy: { select: { name: true } } },
  })
  const standing = standingRows(rows).flatMap(({ id, claimId, words, setBy }): StandingCaveat[] =>
    words?.body == null
      ? []
      : [
          {
            ...{ id, claimId, words: words.body, wordsHash: words.hash, by: setBy.name },
            span: placeOfWords(text, blocks, words.body),
          },
        ],
  )
  return new Map(
    [...groupBy(standing, ({ claimId }) => claimId)].flatMap(([claimId, caveats]) => {
      const newest = caveats.at(-1)
      return newest === undefined ? [] : [[claimId, newest] as const]
    }),
  )
}
