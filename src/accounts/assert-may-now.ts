import type { Database, Transaction } from '../db/database.ts'
import type { Actor } from './account.ts'
import { assertMay, type AccountAction, type DeskAction, type ReportAction } from './policy.ts'
import { standingOf } from './standing.ts'

/** The report that an action is about, as its row has it. */
export interface ReportAsked {
  readonly id: string
  readonly closed: boolean
  readonly sample: boolean
}

/** The account that an action is about. */
export interface AccountAsked {
  readonly id: string
  readonly sample: boolean
}

/**
 * Asks the policy about a report, by what the actor is at this moment. Every verb on a report asks here, in its transaction.
 * @throws NotFound the report is closed to them · NotAllowed for this role, or suspended meanwhile
 */
export async function assertMayOnReport(
  db: Database | Transaction,
  actor: Actor,
  action: ReportAction,
  { id, closed, sample }: ReportAsked,
): Promise<void> {
  const now = await standingOf(db, actor, id)
  assertMay(now.actor, action, { closed, sample, member: now.member })
}

/**
 * The same for what is about the desk as a whole.
 * @throws NotAllowed for this role, or suspended meanwhile
 */
export async function assertMayOnDesk(
  db: Database | Transaction,
  actor: Actor,
  action: DeskAction,
): Promise<void> {
  assertMay((await standingOf(db, actor)).actor, action)
}

/**
 * The same for what is about an account.
 * @throws NotAllowed for this role, or suspended meanwhile
 */
export async function assertMayOnAccount(
  db: Database | Transaction,
  actor: Actor,
  action: AccountAction,
  { id, sample }: AccountAsked,
): Promise<void> {
  assertMay((await standingOf(db, actor)).actor, action, { own: id === actor.id, sample })
}
