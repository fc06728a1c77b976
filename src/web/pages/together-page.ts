import type { Section } from '../../claims/section.ts'
import type { HandOverView } from '../../review/list-hand-overs.ts'
import { deadlineWords, type DeadlineWords } from './day-words.ts'
import type { SectionInitials, SectionPeople } from './section-people.ts'
import { shownWords, type ShownPart } from './shown-words.ts'
import { timeWords, type TimeWords } from './time-words.ts'

/** One section of the draft with who works on it. */
export interface SectionRow {
  readonly start: number
  readonly title: string
  /** 1 for the topmost in this text. */
  readonly level: number
  readonly href: string
  readonly done: number
  readonly total: number
  readonly assigned: readonly AssignedWords[]
  /** How many of its claims nobody has. */
  readonly free: number
  readonly initials: readonly InitialsWords[]
  /** The reader's own initials under it, null where there are none. */
  readonly own: string | null
}

interface AssignedWords {
  readonly name: string
  readonly claims: number
  readonly left: number
  readonly deadline: DeadlineWords | null
}

interface InitialsWords extends Omit<SectionInitials, 'at'> {
  readonly at: TimeWords
}

export interface HandOverLine {
  readonly id: string
  readonly from: string
  readonly to: string | null
  readonly paragraphs: readonly (readonly ShownPart[])[] | null
  readonly at: TimeWords
  readonly unseen: string | null
}

interface Counted {
  readonly done: number
  readonly total: number
}

export function sectionRows(
  reportId: string,
  sections: readonly Section[],
  counts: ReadonlyMap<number, Counted>,
  people: ReadonlyMap<number, SectionPeople>,
  now: Date,
): SectionRow[] {
  const top = Math.min(...sections.map(({ level }) => level))
  return sections.map(({ start, title, level, block }) => {
    const { done, total } = counts.get(start) ?? { done: 0, total: 0 }
    const { assigned, initials } = people.get(start) ?? { assigned: [], initials: [] }
    return {
      start,
      title,
      level: level - top + 1,
      href: `/reports/${reportId}/desk${block === null ? '#text' : `#b${block}`}`,
      done,
      total,
      assigned: assigned.map(({ name, claims, left, deadline }) => ({
        name,
        claims,
        left,
        deadline: deadline === null ? null : deadlineWords(deadline, now),
      })),
      free: total - assigned.reduce((sum, { claims }) => sum + claims, 0),
      initials: initials.map((one) => ({ ...one, at: timeWords(one.at) })),
      own: initials.find((one) => one.own)?.id ?? null,
    }
  })
}

export const handOverLines = (notes: readonly HandOverView[]): HandOverLine[] =>
  notes.map(({ words, at, ...note }) => ({
    ...note,
    paragraphs: words === null ? null : shownWords(words),
    at: timeWords(at),
  }))
