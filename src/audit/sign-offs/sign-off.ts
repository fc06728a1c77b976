/** As what somebody answers for a draft. */
export const signOffRoles = ['editor', 'second checker', 'legal'] as const
export type SignOffRole = (typeof signOffRoles)[number]

/** A sign-off that stands. `changed`: how many claims changed since. */
export interface StandingSignOff {
  readonly id: string
  readonly role: SignOffRole
  readonly byId: string
  readonly by: string
  readonly at: Date
  readonly changed: number
}
