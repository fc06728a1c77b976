import type { Actor } from '../accounts/account.ts'
import { claimAsSeen } from '../claims/load-claim.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { Conflict } from '../errors.ts'
import { assertToSettle } from './assert-rulable.ts'
import { askRecheck, type RecheckAsked } from './ask-recheck.ts'
import { LONGEST_RECHECK } from './recheck.ts'
import { sealWords } from './seal-words.ts'
import { writtenWords } from './written-words.ts'

export interface RecheckByHand {
  readonly claimId: string
  readonly words: string
  readonly askedBy: Actor
  readonly seenVersion: number
  readonly at: Date
}

/**
 * An editor asks, in words, for a claim to be checked again.
 * @throws NotFound no such claim · NotAllowed for this role · Conflict it changed since, is set aside, or was asked for already · Invalid without words
 */
export function askForRecheck(db: Database, input: RecheckByHand): Promise<RecheckAsked> {
  const words = writtenWords(input.words, 'what is to be checked again', LONGEST_RECHECK)
  return inTransaction(db, async (tx) => {
    const { askedBy, at } = input
    const claim = await claimAsSeen(tx, { ...input, actor: askedBy, action: 'ask for a re-check' })
    assertToSettle(claim)
    const [asked] = await askRecheck(tx, {
      claimIds: [claim.id],
      because: 'asked for',
      words: await sealWords(tx, words),
      askedBy: askedBy.id,
      at,
    })
    if (asked === undefined)
      throw new Conflict(
        `A re-check of claim ${claim.number} is asked for already and still open: comment on the claim to add to it. Nothing was recorded.`,
      )
    return asked
  })
}
