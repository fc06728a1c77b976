import type { DeskClaim, DeskDraft } from './desk-rows.ts'

/** A heading of the text with how many of the claims under it are settled. `level`: 1 for the topmost in this text. */
export interface OutlineItem {
  readonly href: string
  readonly title: string
  readonly level: number
  readonly done: number
  readonly total: number
}

interface Section {
  readonly start: number
  readonly href: string
  readonly title: string
  readonly level: number
}

/** Longest title shown, in UTF-16 code units; the rest is cut with an ellipsis. */
const LONGEST_TITLE = 90

/** The sections that have claims, in order. Claims before the first heading stand under the text's beginning. */
export function outlineOf(draft: DeskDraft, claims: readonly DeskClaim[]): OutlineItem[] {
  const sections = sectionsOf(draft)
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
    .map(({ href, title, level }, index) => ({
      href,
      title,
      level: level - top + 1,
      ...(counts[index] ?? { done: 0, total: 0 }),
    }))
    .filter(({ total }) => total > 0)
}

function sectionsOf({ text, blocks }: DeskDraft): Section[] {
  const headings = blocks.flatMap((block, index): Section[] =>
    block.kind === 'heading'
      ? [
          {
            start: block.start,
            href: `#b${index}`,
            title: shortened(text.slice(block.start, block.end)),
            level: block.level ?? 1,
          },
        ]
      : [],
  )
  const level = headings[0]?.level ?? 1
  return [{ start: 0, href: '#text', title: 'Beginning', level }, ...headings]
}

/** A title on one line without its markers' brackets. */
function shortened(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim()
  return line.length <= LONGEST_TITLE ? line : `${line.slice(0, LONGEST_TITLE - 1).trimEnd()}…`
}
