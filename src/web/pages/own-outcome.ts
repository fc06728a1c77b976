import type { PanelClaim } from './desk-rows.ts'
import { outcomeWords } from './words.ts'

/** The reader's own decision on the words that they can take back. `byKey`: undo means this, since they did it last. */
export interface OwnOutcome {
  readonly words: string
  readonly byKey: boolean
}

/** `elsewhere`: ids of the fixes and queries, whose decisions go with them. */
export function ownOutcome(
  { decisions, verdicts }: PanelClaim,
  readerId: string,
  elsewhere: ReadonlySet<string>,
): OwnOutcome | null {
  const own = decisions.findLast(({ id, decidedById }) => decidedById === readerId && !elsewhere.has(id))
  if (own === undefined) return null
  const ruled = verdicts.findLast(
    ({ checkerId, withdrawnAt }) => checkerId === readerId && withdrawnAt === null,
  )
  return { words: outcomeWords[own.outcome], byKey: ruled === undefined || ruled.at <= own.at }
}
