import { LONGEST_GROUP } from '../../claims/claim-edit.ts'
import { confidenceLevels, statuses } from '../../claims/vocabulary.ts'
import type { ConfidenceLevel } from '../../reading/document.ts'
import { risks, type Risk } from '../../review/risk.ts'
import { foldedForSearch } from '../../text/typography.ts'
import type { DeskClaim } from './desk-rows.ts'

/** `needs-second`: one person has ruled, and a second is asked for. `objections`: some are open. `recheck`: to be checked again. */
export const statusChoices = [
  ...statuses,
  'unsettled',
  'stale',
  'differs',
  'needs-second',
  'objections',
  'recheck',
  'set-aside',
] as const

/** Which claims of a desk are wanted; what is absent is not asked for. */
export interface DeskFilter {
  readonly status?: (typeof statusChoices)[number]
  readonly level?: ConfidenceLevel
  readonly missing?: true
  readonly risk?: Risk
  /** The name of a group. */
  readonly group?: string
  /** Words that the claim has, whatever their case, accents and quote marks. */
  readonly words?: string
}

/** Longest text that is searched for, in UTF-16 code units. */
const MOST_WORDS = 200

/** The filter that a query string asks for; what it does not know it leaves out. */
export function readDeskFilter(query: Readonly<Record<string, unknown>>): DeskFilter {
  const status = statusChoices.find((choice) => choice === query['status'])
  const level = confidenceLevels.find((choice) => choice === query['level'])
  const risk = risks.find((choice) => choice === query['risk'])
  const group = typeof query['group'] === 'string' ? query['group'].trim().slice(0, LONGEST_GROUP) : ''
  const asked = typeof query['q'] === 'string' ? query['q'].trim().slice(0, MOST_WORDS) : ''
  return {
    ...(status === undefined ? {} : { status }),
    ...(level === undefined ? {} : { level }),
    ...(query['missing'] === undefined ? {} : { missing: true }),
    ...(risk === undefined ? {} : { risk }),
    ...(group === '' ? {} : { group }),
    ...(asked === '' ? {} : { words: asked }),
  }
}

/** The filter as the part of a query string that asks for it, '' for none: `status=disputed&missing=1`. */
export function deskFilterQuery(filter: DeskFilter): string {
  const query = new URLSearchParams()
  if (filter.status !== undefined) query.set('status', filter.status)
  if (filter.level !== undefined) query.set('level', filter.level)
  if (filter.missing) query.set('missing', '1')
  if (filter.risk !== undefined) query.set('risk', filter.risk)
  if (filter.group !== undefined) query.set('group', filter.group)
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
    (filter.risk === undefined || claim.risk === filter.risk) &&
    (filter.group === undefined || claim.groupName === filter.group) &&
    (words === undefined || foldedForSearch(text.slice(claim.start ?? 0, claim.end ?? 0)).includes(words))
}

function hasStatus(claim: DeskClaim, status: DeskFilter['status']): boolean {
  if (status === undefined) return true
  if (status === 'set-aside') return claim.setAside !== null
  if (status === 'unsettled') return !claim.settled
  if (status === 'stale') return claim.stale
  if (status === 'needs-second') return claim.needsSecond && claim.checkers === 1
  if (status === 'objections') return claim.objections > 0
  if (status === 'recheck') return claim.rechecks > 0
  return status === 'differs' ? claim.differs : claim.status === status
}
