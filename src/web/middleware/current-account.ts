import type { Response } from 'express'
import type { Account } from '../../accounts/account.ts'

/** Notes on the response who is asking; null for a visitor. The pages' templates see it as `account`. */
export function setAccount(res: Response, account: Account | null): void {
  res.locals['account'] = account
}

/** Who is asking, or null for a visitor who has not signed in. */
export const accountOrVisitor = (res: Response): Account | null =>
  (res.locals['account'] ?? null) as Account | null

/**
 * Who is asking, behind a guard that let only accounts through.
 * @throws where no guard stood: a mistake of the program
 */
export function currentAccount(res: Response): Account {
  const account = accountOrVisitor(res)
  if (account === null) throw new Error('This route is open to visitors: nobody is signed in.')
  return account
}
