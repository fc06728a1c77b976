import { sectionsOf } from '../../claims/section.ts'
import type { DeskClaim, DeskDraft } from './desk-rows.ts'
import type { SectionPeople } from './section-people.ts'

/** A heading of the text with how many of the claims under it are settled. `level`: 1 for the topmost in this text. */
export interface OutlineItem {
  /** What names the section within its draft (src/claims/section.ts). */
  readonly start: number
  readonly href: string
  readonly title: string
  readonly level: number
  readonly done: number
  readonly total: number
  /** Who has claims of it, and who has initialed it. */
  readonly people: SectionPeople
}

/** The sections that have claims, in order. Claims before the first heading stand under the text's beginning. */
export function outlineOf(
  draft: DeskDraft,
  claims: readonly DeskClaim[],
  people: ReadonlyMap<number, SectionPeople>,
): OutlineItem[] {
  const sections = sectionsOf(draft.text, draft.blocks)
  const counts = sections.map(() => ({ done: 0, total: 0 }))
  let at = 0
  for (const claim of claims) {
    if (claim.start === null) continue
    while ((sections[at + 1]?.start ?? Infinity) <= claim.start) at += 1
    const count = counts[at]
    if (count === undefined) continue
    count.total += 1
    if (claim.settled) count.done += 1
  }
  const top = Math.min(...sections.map((section) => section.level))
  return sections
    .map(({ start, block, title, level }, index) => ({
      start,
      href: block === null ? '#text' : `#b${block}`,
      title,
      level: level - top + 1,
      ...(counts[index] ?? { done: 0, total: 0 }),
      people: people.get(start) ?? { assigned: [], initials: [] },
    }))
    .filter(({ total }) => total > 0)
}
