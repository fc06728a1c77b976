import type { Sentences } from './sentences.ts'

/** What happens to accounts and tokens, on the chain of the desk. */
export interface AccountEvents {
  'account.added': AccountNamed & { readonly role: string }
  /** `expiresAt`: ISO 8601, UTC. */
  'account.invited': AccountNamed & { readonly expiresAt: string }
  'invitation.revoked': AccountNamed
  /** `was`: the name they were invited by, where they chose another. */
  'invitation.accepted': AccountNamed & { readonly was: string | null }
  'account.role-changed': AccountNamed & { readonly from: string; readonly to: string }
  'account.suspended': AccountNamed
  'account.reinstated': AccountNamed
  'account.password-changed': AccountNamed
  'account.signed-out-everywhere': AccountNamed
  'token.added': AccountNamed & {
    readonly token: string
    readonly name: string
    /** Divided by spaces; absent in events of before there were any. */
    readonly scopes?: string
  }
  'token.revoked': AccountNamed & { readonly token: string; readonly name: string }
}

interface AccountNamed {
  readonly accountId: string
  readonly name: string
}

export const accountSentences: Sentences<AccountEvents> = {
  'account.added': (p) => `added the account of ${p.name} as ${p.role}`,
  'account.invited': (p) => `invited ${p.name}, until ${p.expiresAt.slice(0, 10)}`,
  'invitation.revoked': (p) => `took the invitation of ${p.name} back`,
  'invitation.accepted': (p) =>
    p.was === null ? 'accepted the invitation' : `accepted the invitation of ${p.was} as ${p.name}`,
  'account.role-changed': (p) => `changed the role of ${p.name} from ${p.from} to ${p.to}`,
  'account.suspended': (p) => `suspended the account of ${p.name}`,
  'account.reinstated': (p) => `reinstated the account of ${p.name}`,
  'account.password-changed': (p) => `changed the password of ${p.name}`,
  'account.signed-out-everywhere': (p) => `signed ${p.name} out everywhere`,
  'token.added': (p) => `added the token “${p.name}”${p.scopes === undefined ? '' : ` (${p.scopes})`}`,
  'token.revoked': (p) => `revoked the token “${p.name}”`,
}
