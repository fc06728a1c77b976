/** An invitation that somebody has not used yet. `expired`: its week is over. */
export interface OpenInvitation {
  readonly accountId: string
  readonly expiresAt: Date
  readonly expired: boolean
}

/** Somebody was invited. `secret`: the end of their link, known only here and now. */
export interface Invited {
  readonly secret: string
  readonly expiresAt: Date
}

/** How long a link is good: seven days, in milliseconds. */
export const INVITATION_LASTS = 7 * 24 * 60 * 60_000
