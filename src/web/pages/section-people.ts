import type { Section } from '../../claims/section.ts'
import type { StandingAssignment, StandingInitials } from '../../review/list-assignments.ts'
import { initialsOf } from './initials-of.ts'

/** Who works on a section: who has how many of its claims, and who has initialed it. */
export interface SectionPeople {
  readonly assigned: readonly AssignedShare[]
  readonly initials: readonly SectionInitials[]
}

export interface AssignedShare {
  readonly name: string
  readonly initials: string
  /** Claims that they have of it, and how many of those are still unsettled. */
  readonly claims: number
  readonly left: number
  readonly deadline: Date | null
}

export interface SectionInitials {
  readonly id: string
  readonly name: string
  readonly initials: string
  readonly own: boolean
  readonly at: Date
}

/**
 * Who works on each of these sections. A claim counts for the innermost section it stands in, as the outline counts it.
 * `sections`: in order of their start. One pass over the assignments, which come in the order of the text.
 */
export function peopleBySection(
  sections: readonly Pick<Section, 'start'>[],
  assignments: readonly StandingAssignment[],
  initials: readonly StandingInitials[],
  readerId: string,
): ReadonlyMap<number, SectionPeople> {
  const shares = sections.map(() => new Map<string, AssignedShare>())
  let at = 0
  for (const given of assignments) {
    if (given.start === null) continue
    while ((sections[at + 1]?.start ?? Infinity) <= given.start) at += 1
    const own = shares[at]
    own?.set(given.assigneeId, withOne(own.get(given.assigneeId), given))
  }
  return new Map(
    sections.map(({ start }, index) => [
      start,
      {
        assigned: [...(shares[index]?.values() ?? [])],
        initials: initials.filter((one) => one.start === start).map((one) => signed(one, readerId)),
      },
    ]),
  )
}

function withOne(share: AssignedShare | undefined, given: StandingAssignment): AssignedShare {
  const deadlines = [share?.deadline ?? null, given.deadline].filter((one) => one !== null)
  return {
    name: given.assignee,
    initials: initialsOf(given.assignee),
    claims: (share?.claims ?? 0) + 1,
    left: (share?.left ?? 0) + (given.settled ? 0 : 1),
    deadline: deadlines.reduce<Date | null>(
      (first, one) => (first === null || one < first ? one : first),
      null,
    ),
  }
}

const signed = ({ id, name, accountId, at }: StandingInitials, readerId: string): SectionInitials => ({
  id,
  name,
  initials: initialsOf(name),
  own: accountId === readerId,
  at,
})
