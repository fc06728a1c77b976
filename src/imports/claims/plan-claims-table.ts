import { LONGEST_COMMENT } from '../../review/comment.ts'
import { type Risk, risks } from '../../review/risk.ts'
import { shortened } from '../../text/shortened.ts'
import type { ReturnedRow } from './read-claims-table.ts'

/** A claim as it stands, to be held against a line of a table. */
export interface StandingClaim {
  readonly id: string
  readonly number: number
  readonly version: number
  readonly quote: string
  readonly setAside: string | null
  readonly risk: string
  readonly assigneeId: string | null
  /** What was written on it already, by whomever. */
  readonly comments: ReadonlySet<string>
  /** What the verdict columns hold of it. */
  readonly verdicts: ReadonlyMap<string, string>
}

export interface NamedPerson {
  readonly id: string
  readonly name: string
}

/** What one line changes. */
export interface ClaimChange {
  readonly claimId: string
  readonly number: number
  readonly version: number
  readonly risk: { readonly to: Risk; readonly reason: string | null } | null
  readonly assignee: NamedPerson | null
  readonly comment: string | null
}

export interface LineSaid {
  readonly line: number
  readonly number: number
  readonly why: string
}

/** What would become of a table of claims. */
export interface ClaimsTablePlan {
  readonly changes: readonly ClaimChange[]
  /** Lines that ask for something of a claim that is no longer what they were written for. */
  readonly stale: readonly LineSaid[]
  /** Lines that ask for what no table may do, or what cannot be done. */
  readonly refused: readonly LineSaid[]
  /** Lines that change nothing. */
  readonly unchanged: number
}

/** What each line of a table would change. A line counts as out of date where its claim's words or version are other ones. */
export function planClaimsTable(
  rows: readonly ReturnedRow[],
  claims: readonly StandingClaim[],
  people: readonly NamedPerson[],
): ClaimsTablePlan {
  const byNumber = new Map(claims.map((claim) => [claim.number, claim]))
  const changes: ClaimChange[] = []
  const stale: LineSaid[] = []
  const refused: LineSaid[] = []
  const seen = new Map<number, number>()
  let unchanged = 0
  for (const row of rows) {
    const said = (why: string): LineSaid => ({ line: row.line, number: row.number, why })
    const claim = byNumber.get(row.number)
    const before = seen.get(row.number)
    seen.set(row.number, row.line)
    if (before !== undefined) refused.push(said(`line ${before} is on the same claim: keep one of them`))
    else if (claim === undefined) refused.push(said('the report has no claim of this number'))
    else {
      const change = changeOf(row, claim, people)
      const changed = verdictChanged(row, claim)
      const old = outOfDate(row, claim)
      if (old !== null) {
        if ('why' in change || asksSomething(change)) stale.push(said(old))
        else unchanged += 1
      } else if (changed !== null) refused.push(said(changed))
      else if ('why' in change) refused.push(said(change.why))
      else if (!asksSomething(change)) unchanged += 1
      else if (claim.setAside !== null)
        refused.push(said('the claim is set aside: there is nothing to check'))
      else changes.push(change)
    }
  }
  return { changes, stale, refused, unchanged }
}

const asksSomething = ({ risk, assignee, comment }: ClaimChange): boolean =>
  risk !== null || assignee !== null || comment !== null

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
const QUOTED = 60

function outOfDate({ version, quote }: ReturnedRow, claim: StandingClaim): string | null {
  if (oneLine(quote ?? '') !== oneLine(claim.quote))
    return `its words are “${shortened(claim.quote, QUOTED)}” here, and “${shortened(quote ?? '', QUOTED)}” in the table`
  if (version !== null && version !== claim.version) return 'the claim changed since the table was exported'
  return null
}

/** Why a line that changes what follows from verdicts is refused; null where it does not. */
function verdictChanged({ verdicts }: ReturnedRow, claim: StandingClaim): string | null {
  for (const [name, value] of verdicts) {
    const stands = claim.verdicts.get(name) ?? ''
    if (oneLine(value).toLowerCase() !== oneLine(stands).toLowerCase())
      return `“${name}” is ${stands === '' ? 'empty' : `“${stands}”`} here and ${value === '' ? 'empty' : `“${shortened(value, QUOTED)}”`} in the table: verdicts never come in by a file; rule on the claim itself`
  }
  return null
}

function changeOf(
  row: ReturnedRow,
  claim: StandingClaim,
  people: readonly NamedPerson[],
): ClaimChange | { readonly why: string } {
  const risk = riskOf(row, claim)
  if (risk !== null && 'why' in risk) return risk
  const assignee = assigneeOf(row, claim, people)
  if (assignee !== null && 'why' in assignee) return assignee
  const comment =
    row.comment === null ? null : row.comment.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim()
  if (comment !== null && comment.length > LONGEST_COMMENT)
    return { why: `its comment has ${comment.length} characters: shorten it to ${LONGEST_COMMENT}` }
  return {
    ...{ claimId: claim.id, number: claim.number, version: claim.version, risk, assignee },
    comment: comment === null || comment === '' || claim.comments.has(comment) ? null : comment,
  }
}

function riskOf(
  { risk, reason }: ReturnedRow,
  claim: StandingClaim,
): ClaimChange['risk'] | { readonly why: string } {
  const to = risk?.toLowerCase() ?? claim.risk
  if (to === claim.risk) return null
  const known = risks.find((one) => one === to)
  if (known === undefined)
    return { why: `“${shortened(risk ?? '', QUOTED)}” is no risk: write ordinary or high` }
  if (to === 'ordinary' && reason === null)
    return { why: 'its risk is lowered without a reason: give one in “risk reason”' }
  return { to: known, reason }
}

function assigneeOf(
  { assignee }: ReturnedRow,
  claim: StandingClaim,
  people: readonly NamedPerson[],
): NamedPerson | null | { readonly why: string } {
  if (assignee === null) return null
  const named = people.filter(({ name }) => oneLine(name).toLowerCase() === oneLine(assignee).toLowerCase())
  if (named.some(({ id }) => id === claim.assigneeId)) return null
  if (named.length > 1)
    return { why: `several people are called “${shortened(assignee, QUOTED)}”: assign it on the page` }
  return named[0] ?? { why: `nobody who may read this report is called “${shortened(assignee, QUOTED)}”` }
}
