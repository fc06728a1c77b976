import type { Database, Transaction } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { newId } from '../db/new-id.ts'
import { Invalid, NotAllowed } from '../errors.ts'
import type { Account, Actor } from './account.ts'
import { appendDeskEvent } from './desk-event.ts'
import { accountById } from './load-account.ts'
import { hashSecret } from './secret.ts'
import { type NewToken, newTokenText, type Scope, scopes, scopesAsText } from './token.ts'

const LONGEST_NAME = 100

/** `by`: the owner, or null for the command line. */
export interface TokenToAdd {
  readonly account: Account
  readonly name: string
  /** What it may be used for; everything unless told. */
  readonly scopes?: readonly Scope[]
  readonly by: Actor | null
  readonly at: Date
}

/**
 * Adds a token that may do what its account may, within its scopes. Only its SHA-256 is stored.
 * @throws Invalid the name, or no scope · NotAllowed the account is suspended or belongs to the sample
 */
export function addToken(
  db: Database,
  { account, name, scopes: asked = scopes, by, at }: TokenToAdd,
): Promise<NewToken> {
  if (name.trim() === '' || name.length > LONGEST_NAME)
    throw new Invalid(`Name the token after what will use it, in at most ${LONGEST_NAME} characters.`)
  if (asked.length === 0) throw new Invalid('Choose at least one thing that the token may be used for.')
  const token = { id: newId(), token: newTokenText() }
  return inTransaction(db, async (tx) => {
    await assertUsable(tx, account.id)
    await tx.apiToken.create({
      data: {
        id: token.id,
        accountId: account.id,
        name: name.trim(),
        scopes: scopesAsText(asked),
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
        scopes: scopesAsText(asked),
      },
    )
    return token
  })
}

async function assertUsable(tx: Transaction, accountId: string): Promise<void> {
  const { name, sample, suspendedAt } = await accountById(tx, accountId)
  if (sample || suspendedAt !== null)
    throw new NotAllowed(`${name} cannot use Stet: the account is suspended or belongs to the sample.`)
}
