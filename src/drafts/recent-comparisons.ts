import { compareDocuments } from '../reading/compare/compare-documents.ts'
import type { Comparison } from '../reading/compare/comparison.ts'
import type { Comparable } from '../reading/compare/passages.ts'

/** A draft's reading, and how often it was corrected: together they say which text is compared. */
export interface DraftRead {
  readonly id: string
  readonly revision: number
  readonly read: Comparable
}

/** Comparisons kept at once: a long report's takes half a second to make and some megabytes to keep. */
const MOST = 4

/** The comparisons that this process made last. */
export class RecentComparisons {
  private readonly made = new Map<string, Comparison>()

  between(old: DraftRead, next: DraftRead): Comparison {
    const key = [old.id, old.revision, next.id, next.revision].join(' ')
    const comparison = this.made.get(key) ?? compareDocuments(old.read, next.read)
    this.made.delete(key)
    this.made.set(key, comparison)
    const [oldest] = this.made.keys()
    if (oldest !== undefined && this.made.size > MOST) this.made.delete(oldest)
    return comparison
  }
}
