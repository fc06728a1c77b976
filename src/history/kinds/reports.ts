import type { Sentences } from './sentences.ts'

/** What happens to a report as a whole. */
export interface ReportEvents {
  'report.imported': {
    readonly title: string
    readonly draft: number
    readonly file: string
    readonly sha256: string
    readonly textHash: string
    readonly claims: number
    readonly notes: number
    readonly markers: number
    readonly warnings: number
    readonly sample: boolean
    /** Absent where it was open to the desk from the start. */
    readonly closed?: boolean
  }
  'report.exported': {
    readonly draft: number
    readonly format: string
    /** What was named to leave beside what always does. */
    readonly included: readonly string[]
    /** What went back to Word. */
    readonly comments?: number
    readonly changes?: number
    /** What any other format holds. */
    readonly claims?: number
    readonly sources?: number
    readonly sha256: string
  }
  'report.policy-changed': { readonly from: PolicySaid; readonly to: PolicySaid }
}

/** A report's policy as its history tells it (src/review/report-policy.ts). */
interface PolicySaid {
  readonly requireConfirmedReading: boolean
  readonly secondCheck?: string
  readonly share?: number
  readonly blindSecond?: boolean
  readonly rules?: Readonly<Record<string, string>>
  readonly signOffs?: readonly string[]
}

export const reportSentences: Sentences<ReportEvents> = {
  'report.imported': (p) =>
    `imported “${p.title}” from ${p.file}: ${p.claims} claims, ${p.notes} notes, ${p.markers} markers${p.closed === true ? ', closed to everybody else' : ''}`,
  'report.exported': (p) =>
    `exported draft ${p.draft} as ${p.format} with ${p.claims === undefined ? `${p.comments ?? 0} comments and ${p.changes ?? 0} changes` : `${p.claims} claims and ${p.sources ?? 0} sources`}${p.included.length === 0 ? '' : `, and the ${p.included.join(', ')}`}`,
  'report.policy-changed': ({ from, to }) => policyChangeInWords(from, to),
}

/** What is asked otherwise than before. */
function policyChangeInWords(from: PolicySaid, to: PolicySaid): string {
  const changes = [
    ...(from.requireConfirmedReading === to.requireConfirmedReading ? [] : [readingInWords(to)]),
    ...(secondInWords(from) === secondInWords(to) ? [] : [secondInWords(to)]),
    ...((from.blindSecond ?? false) === (to.blindSecond ?? false) ? [] : [blindInWords(to)]),
    ...rulesInWords(from.rules ?? {}, to.rules ?? {}),
    ...signOffsInWords(from.signOffs ?? [], to.signOffs ?? []),
  ]
  return changes.length === 0 ? 'changed what the report asks of its checkers' : changes.join(', and ')
}

const readingInWords = ({ requireConfirmedReading }: PolicySaid): string =>
  requireConfirmedReading
    ? 'asked for a confirmed reading before anybody rules'
    : 'let everybody rule before the reading is confirmed'

function secondInWords({ secondCheck = 'none', share }: PolicySaid): string {
  if (secondCheck === 'all') return 'asked for a second person on every claim'
  if (secondCheck === 'high-risk') return 'asked for a second person on claims of high risk'
  if (secondCheck === 'share')
    return `asked for a second person on a random ${share ?? 0} % of the claims and on those of high risk`
  return 'asked for no second person'
}

const blindInWords = ({ blindSecond }: PolicySaid): string =>
  blindSecond === true
    ? 'hid the first checker’s file from the second until they have ruled'
    : 'showed the first checker’s file to the second'

/** More changed rules than this are told as a number. */
const RULES_TOLD = 5

function rulesInWords(
  from: Readonly<Record<string, string>>,
  to: Readonly<Record<string, string>>,
): readonly string[] {
  const changed = [...new Set([...Object.keys(from), ...Object.keys(to)])].filter((id) => from[id] !== to[id])
  if (changed.length === 0) return []
  if (changed.length > RULES_TOLD) return [`set ${changed.length} rules of the audit`]
  return changed.map((id) => (to[id] === undefined ? `left “${id}” as it comes` : `set “${id}” to ${to[id]}`))
}

function signOffsInWords(from: readonly string[], to: readonly string[]): readonly string[] {
  if (from.join() === to.join()) return []
  return [to.length === 0 ? 'asked for no sign-off' : `asked for sign-off by ${to.join(' and ')}`]
}
