import type { SignOffRole } from '../../review/sign-off-role.ts'

/** A sign-off that stands. `changed`: how many claims changed since. */
export interface StandingSignOff {
  readonly id: string
  readonly role: SignOffRole
  readonly byId: string
  readonly by: string
  readonly at: Date
  readonly changed: number
}

/** The roles that a policy asks for and nobody has signed off in. */
export const missingSignOffs = (
  asked: readonly SignOffRole[],
  given: readonly Pick<StandingSignOff, 'role'>[],
): SignOffRole[] => [...new Set(asked)].filter((role) => !given.some((one) => one.role === role))
