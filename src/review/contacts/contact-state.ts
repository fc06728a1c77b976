export const contactStates = ['open', 'answered', 'overdue'] as const
export type ContactState = (typeof contactStates)[number]

interface StateOf {
  readonly deadline: Date | null
  /** Whether there is an answer to all of it. */
  readonly whole: boolean
  readonly asked: number
  readonly answered: number
}

/** Answered: every claim that was put, or all of it at once, also by *none*. Overdue: not answered, and its deadline has passed. */
export function contactState({ deadline, whole, asked, answered }: StateOf, now: Date): ContactState {
  if (whole || (asked > 0 && answered === asked)) return 'answered'
  return deadline !== null && deadline < now ? 'overdue' : 'open'
}
