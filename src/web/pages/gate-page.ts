import type { Actor } from '../../accounts/account.ts'
import { may, type ReportTarget } from '../../accounts/policy.ts'
import { SIGNING } from '../../audit/sign-offs/sign-draft-off.ts'
import { missingSignOffs } from '../../audit/sign-offs/sign-off.ts'
import type { ReportView } from '../../drafts/report-view.ts'
import type { GateView } from '../../publication/show-gate.ts'
import { signOffRoles, type SignOffRole } from '../../review/sign-off-role.ts'
import { timeWords, type TimeWords } from './time-words.ts'

/** Who answers for the draft, and the step that publishes it. */
export interface GatePage {
  readonly draftId: string
  readonly draft: number
  readonly signOffs: readonly SignOffLine[]
  /** The roles that the reader could sign off in now. */
  readonly mySignOffs: readonly SignOffRole[]
  readonly waives: boolean
  readonly publishes: boolean
  readonly sample: boolean
  readonly out: { readonly number: number; readonly at: TimeWords; readonly openPoints: number } | null
  readonly request: {
    readonly id: string
    readonly by: string
    readonly at: TimeWords
    readonly reason: string
    readonly points: string
    readonly own: boolean
  } | null
  /** "12 of 40 claims settled" */
  readonly settled: string
}

export interface SignOffLine {
  readonly role: SignOffRole
  readonly asked: boolean
  readonly given: {
    readonly id: string
    readonly by: string
    readonly at: TimeWords
    readonly own: boolean
    /** "3 claims changed since"; '' where none did. */
    readonly changed: string
  } | null
}

export function gatePage(
  reader: Actor,
  report: ReportView,
  target: ReportTarget,
  { signOffs, request, out }: GateView,
): GatePage {
  const asked = report.policy.signOffs
  const has = signOffs.some(({ byId }) => byId === reader.id)
  return {
    draftId: report.draft.id,
    draft: report.draft.number,
    signOffs: signOffRoles
      .filter((role) => asked.includes(role) || signOffs.some((one) => one.role === role))
      .map((role) => lineOf(role, asked.includes(role), reader, signOffs)),
    mySignOffs: has
      ? []
      : missingSignOffs(signOffRoles, signOffs).filter((role) => may(reader, SIGNING[role], target)),
    waives: may(reader, 'waive', target),
    publishes: may(reader, 'publish', target),
    sample: report.sample,
    out: out === null ? null : { ...out, at: timeWords(out.at) },
    request:
      request === null
        ? null
        : {
            ...{
              id: request.id,
              by: request.askedBy,
              at: timeWords(request.askedAt),
              reason: request.reason,
            },
            points: request.openPoints === 1 ? 'one open point' : `${request.openPoints} open points`,
            own: request.askedById === reader.id,
          },
    settled: `${report.counts.settled} of ${report.counts.total} claims settled`,
  }
}

function lineOf(
  role: SignOffRole,
  asked: boolean,
  reader: Actor,
  signOffs: GateView['signOffs'],
): SignOffLine {
  const given = signOffs.find((one) => one.role === role)
  if (given === undefined) return { role, asked, given: null }
  const { id, by, at, byId, changed } = given
  const words =
    changed === 0 ? '' : changed === 1 ? 'one claim changed since' : `${changed} claims changed since`
  return { role, asked, given: { id, by, at: timeWords(at), own: byId === reader.id, changed: words } }
}
