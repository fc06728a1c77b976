import type { ClaimView } from '../../claims/claim-view.ts'
import { claimOrders, type ClaimOrder } from '../../claims/list-claims.ts'
import type { Status } from '../../claims/vocabulary.ts'
import type { ConfidenceLevel } from '../../reading/document.ts'
import { deskFilterQuery, type DeskFilter } from './desk-filter.ts'
import { pageLinks, type PageLinks } from './page-links.ts'
import { confidenceWords, pageWords, statusClass, statusWords } from './words.ts'

export interface ClaimRow {
  readonly id: string
  readonly number: number
  readonly href: string
  readonly quote: string
  /** "p. 12", '' where the format has no pages. */
  readonly page: string
  readonly status: string
  readonly statusClass: string
  readonly stale: boolean
  /** What is to be known beside the status: "checkers differ · 2 objections". */
  readonly remarks: string
  readonly outcome: string
  readonly settled: boolean
  readonly confidence: string
  readonly steps: number
  readonly notes: readonly { readonly label: string; readonly missing: boolean }[]
}

export interface ClaimsTable {
  readonly rows: readonly ClaimRow[]
  readonly orders: readonly {
    readonly order: ClaimOrder
    readonly words: string
    readonly href: string | null
  }[]
  readonly pages: PageLinks
}

interface Asked {
  readonly reportId: string
  readonly filter: DeskFilter
  readonly order: ClaimOrder
  readonly page: number
  readonly perPage: number
  readonly total: number
}

const ORDER_WORDS: Readonly<Record<ClaimOrder, string>> = {
  position: 'place in the text',
  number: 'number',
  status: 'status',
  confidence: 'most doubtful first',
  checkworthy: 'most worth checking first',
}

const STEPS: Readonly<Record<ConfidenceLevel, number>> = { low: 1, moderate: 2, high: 3 }

export function claimsTable(claims: readonly ClaimView[], asked: Asked): ClaimsTable {
  return {
    rows: claims.map((claim) => rowOf(claim, asked.reportId)),
    orders: claimOrders.map((order) => ({
      order,
      words: ORDER_WORDS[order],
      href: order === asked.order ? null : addressOf({ ...asked, order }, 1),
    })),
    pages: pageLinks(asked, (page) => addressOf(asked, page)),
  }
}

function addressOf({ reportId, filter, order }: Asked, page: number): string {
  const query = new URLSearchParams(deskFilterQuery(filter))
  if (order !== 'position') query.set('sort', order)
  if (page > 1) query.set('page', String(page))
  return `/reports/${reportId}/claims${query.size === 0 ? '' : `?${query.toString()}`}`
}

function rowOf(claim: ClaimView, reportId: string): ClaimRow {
  const level = claim.confidence.asWritten as ConfidenceLevel
  return {
    id: claim.id,
    number: claim.number,
    href: `/reports/${reportId}/desk?claim=${claim.number}#claim`,
    quote: claim.quote,
    page: pageWords(claim.page),
    status: statusWords[claim.status as Status],
    statusClass: statusClass[claim.status as Status],
    stale: claim.stale,
    remarks: remarksOn(claim).join(' · '),
    outcome: claim.outcome ?? '',
    settled: claim.settled,
    confidence: confidenceWords[level],
    steps: STEPS[level],
    notes: claim.notes.map(({ label, note }) => ({ label, missing: note === null })),
  }
}

const remarksOn = (claim: ClaimView): string[] => [
  ...(claim.hidden ? ['ruled by another, hidden until you rule'] : []),
  ...(claim.rechecks > 0 ? ['to check again'] : []),
  ...(claim.differs ? ['checkers differ'] : []),
  ...(claim.checkers === 1 && !claim.hidden ? ['checked by one person'] : []),
  ...(claim.needsSecond && claim.checkers < 2 ? ['wants a second person'] : []),
  ...(claim.objections === 0
    ? []
    : [claim.objections === 1 ? 'an objection' : `${claim.objections} objections`]),
  ...(claim.risk === 'high' ? ['high risk'] : []),
  ...(claim.group === null ? [] : [`group “${claim.group}”`]),
]
