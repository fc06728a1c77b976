import { confidenceLevels, statuses, type Status } from '../../claims/vocabulary.ts'
import type { ConfidenceLevel } from '../../reading/document.ts'
import { foldedForSearch } from '../../text/typography.ts'
import type { DeskClaim } from './desk-rows.ts'

/** Which claims of a desk are wanted; what is absent is not asked for. */
export interface DeskFilter {
  readonly status?: Status | 'unsettled' | 'stale' | 'differs' | 'set-aside'
  readonly level?: ConfidenceLevel
  readonly missing?: true
  /** Words that the claim has, whatever their case, accents and quote marks. */
  readonly words?: string
}

const statusChoices = [...statuses, 'unsettled', 'stale', 'differs', 'set-aside'] as const

/** Longest text that is searched for, in UTF-16 code units. */
const MOST_WORDS = 200

/** The filter that a query string asks for; what it does not know it leaves out. */
export function readDeskFilter(query: Readonly<Record<string, unknown>>): DeskFilter {
  const status = statusChoices.find((choice) => choice === query['status'])
  const level = confidenceLevels.find((choice) => choice === query['level'])
  const asked = typeof query['q'] === 'string' ? query['q'].trim().slice(0, MOST_WORDS) : ''
  return {
    ...(status === undefined ? {} : { status }),
    ...(level === undefined ? {} : { level }),
    ...(query['missing'] === undefined ? {} : { missing: true }),
    ...(asked === '' ? {} : { words: asked }),
  }
}

/** The filter as the part of a query string that asks for it, '' for none: `status=disputed&missing=1`. */
export function deskFilterQuery(filter: DeskFilter): string {
  const query = new URLSearchParams()
  if (filter.status !== undefined) query.set('status', filter.status)
  if (filter.level !== undefined) query.set('level', filter.level)
  if (filter.missing) query.set('missing', '1')
  if (filter.words !== undefined) query.set('q', filter.words)
  return query.toString()
}

export const isFiltering = (filter: DeskFilter): boolean => Object.keys(filter).length > 0

/** The test that a filter puts to the claims of one text. */
export function filterOn(text: string, filter: DeskFilter): (claim: DeskClaim) => boolean {
  const words = filter.words === undefined ? undefined : foldedForSearch(filter.words)
  return (claim) =>
    hasStatus(claim, filter.status) &&
    (filter.level === undefined || claim.level === filter.level) &&
    (filter.missing !== true || claim.missingNotes > 0) &&
    (words === undefined || foldedForSearch(text.slice(claim.start ?? 0, claim.end ?? 0)).includes(words))
}

function hasStatus(claim: DeskClaim, status: DeskFilter['status']): boolean {
  if (status === undefined) return true
  if (status === 'set-aside') return claim.setAside !== null
  if (status === 'unsettled') return !claim.settled
  if (status === 'stale') return claim.stale
  return status === 'differs' ? claim.differs : claim.status === status
}
