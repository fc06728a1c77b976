import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { Invalid, NotAllowed } from '../errors.ts'
import type { Account, Actor } from './account.ts'
import { appendDeskEvent } from './desk-event.ts'
import { hashSecret } from './secret.ts'
import { type NewToken, newTokenText } from './token.ts'

const LONGEST_NAME = 100

/** `by`: the owner, or null for the command line. */
export interface TokenToAdd {
  readonly account: Account
  readonly name: string
  readonly by: Actor | null
  readonly at: Date
}

/**
 * Adds a token that may do what its account may. Only its SHA-256 is stored.
 * @throws Invalid the name · NotAllowed the account is suspended or belongs to the sample
 */
export function addToken(db: Database, { account, name, by, at }: TokenToAdd): Promise<NewToken> {
  if (name.trim() === '' || name.length > LONGEST_NAME)
    throw new Invalid(`Name the token after what will use it, in at most ${LONGEST_NAME} characters.`)
  if (account.sample || account.suspendedAt !== null)
    throw new NotAllowed(
      `${account.name} cannot use Stet: the account is suspended or belongs to the sample.`,
    )
  const token = { id: newId(), token: newTokenText() }
  return inTransaction(db, async (tx) => {
    await tx.apiToken.create({
      data: {
        id: token.id,
        accountId: account.id,
        name: name.trim(),
        tokenHash: hashSecret(token.token),
        createdAt: at,
      },
      select: { id: true },
    })
    await appendDeskEvent(
      tx,
      'token.added',
      { by, at },
      {
        accountId: account.id,
        token: token.id,
        name: name.trim(),
      },
    )
    return token
  })
}
