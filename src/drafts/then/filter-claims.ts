import type { ClaimView } from '../../claims/claim-view.ts'
import type { ClaimFilter } from '../../claims/list-claims.ts'
import { foldedForSearch } from '../../text/typography.ts'

/** Whether a claim fits a filter as `listClaims` takes it; groups are not kept, so none fits one. */
export function fitsFilter(filter: ClaimFilter): (claim: ClaimView) => boolean {
  const words = foldedForSearch(filter.q ?? '')
  return (claim) =>
    fitsStatus(claim, filter.status) &&
    (filter.level === undefined || claim.confidence.asWritten === filter.level) &&
    (filter.risk === undefined || claim.risk === filter.risk) &&
    (filter.group === undefined || claim.group === filter.group) &&
    (filter.missingNotes !== true || claim.notes.some(({ note }) => note === null)) &&
    (words === '' || foldedForSearch(claim.quote).includes(words))
}

function fitsStatus(claim: ClaimView, status: string | undefined): boolean {
  if (status === 'set-aside') return claim.setAside !== null
  if (claim.setAside !== null) return false
  switch (status) {
    case undefined:
      return true
    case 'stale':
      return claim.stale
    case 'differs':
      return claim.differs
    case 'unsettled':
      return !claim.settled
    case 'needs-second':
      return claim.needsSecond && claim.checkers === 1
    case 'objections':
      return claim.objections > 0
    case 'recheck':
      return claim.rechecks > 0
    default:
      return claim.status === status
  }
}
