import type { Account } from '../../accounts/account.ts'
import type { OpenInvitation } from '../../accounts/invitations/invitation.ts'
import { type TimeWords, timeWords } from './time-words.ts'

/** One line of the accounts page. `can`: which forms it offers. */
export interface AccountRow {
  readonly account: Account
  readonly state: string
  /** Until when an invitation is good; null where there is none that is. */
  readonly until: TimeWords | null
  readonly can: {
    readonly change: boolean
    readonly invite: boolean
    readonly revoke: boolean
    readonly password: boolean
    readonly letIn: boolean
  }
}

/** What is known of an account beside its row. `hasPassword`: it can be signed in with. */
interface Standing {
  readonly hasPassword: boolean
  readonly invitation: OpenInvitation | undefined
}

export function accountRow(account: Account, standing: Standing): AccountRow {
  const suspended = account.suspendedAt !== null
  const { hasPassword, invitation } = standing
  const active = !account.sample && !suspended
  return {
    account,
    state: stateOf(account, standing),
    until: invitation === undefined || invitation.expired ? null : timeWords(invitation.expiresAt),
    can: {
      change: !account.sample,
      invite: active && !hasPassword,
      revoke: active && invitation !== undefined,
      password: active && hasPassword,
      letIn: suspended,
    },
  }
}

function stateOf({ sample, suspendedAt }: Account, { hasPassword, invitation }: Standing): string {
  if (sample) return 'of the sample: cannot sign in'
  if (suspendedAt !== null) return 'suspended'
  if (hasPassword) return 'active'
  if (invitation === undefined) return 'no password: by tokens only'
  return invitation.expired ? 'invited; the link is too old' : 'invited'
}
