import { Invalid } from '../errors.ts'
import { reliabilities, type Reliability } from './source.ts'

/** What can become of a source that claims lean on. */
export const fallKinds = ['retracted', 'downgraded', 'lost'] as const
export type FallKind = (typeof fallKinds)[number]

export interface FallAsked {
  readonly kind: FallKind
  /** The reliability that it is downgraded to; absent for the others. */
  readonly to?: Reliability | undefined
}

/**
 * The reliability that a source has after a fall: a downgraded one has less than before.
 * `from`: null where nobody judged it.
 * @throws Invalid it is downgraded without a letter, or to one that is no lower
 */
export function reliabilityAfter({ kind, to }: FallAsked, from: string | null): Reliability | null {
  if (kind !== 'downgraded') return null
  if (to === undefined) throw new Invalid('Choose the reliability that it is downgraded to.')
  if (from !== null && reliabilities.indexOf(to) <= reliabilities.indexOf(from as Reliability))
    throw new Invalid(`Choose a reliability below ${from}, which it has now.`)
  return to
}
