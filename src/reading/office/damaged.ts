import { Invalid } from '../../errors.ts'

/** The refusal of a file that cannot be read as what it claims to be. `what` is a clause: "its list of parts is cut off". */
export const damaged = (what: string): Invalid =>
  new Invalid(
    `The file is damaged (${what}): open it in the program that wrote it, save it again and try once more.`,
  )

/** The refusal of a file whose own words lie behind a password. */
export const locked = (): Invalid =>
  new Invalid(
    'The file is protected by a password: open it in the program that wrote it, save it without a password and try again.',
  )
