import { Invalid } from '../../errors.ts'
import {
  type ComplaintDecision,
  complaintDecisions,
  type ComplaintWords,
  complaintWays,
} from '../../publication/complaints/complaint.ts'
import { correctionKinds, type CorrectionWords } from '../../publication/correction.ts'
import { claimNumbersIn } from './claim-numbers.ts'
import { endOfDay } from './dates.ts'
import { fieldOf, oneOf } from './problems.ts'

/** @throws Invalid a field does not fit */
export function readCorrection(body: unknown): CorrectionWords {
  const kind = oneOf(correctionKinds, fieldOf(body, 'kind'))
  if (kind === undefined) throw new Invalid('Choose whether it is a correction or a clarification.')
  const claim = fieldOf(body, 'claim').trim()
  if (claim !== '' && !/^[1-9]\d{0,8}$/.test(claim))
    throw new Invalid('Give the number of the claim, or leave it empty.')
  return {
    kind,
    claim: claim === '' ? undefined : Number(claim),
    was: fieldOf(body, 'was'),
    now: fieldOf(body, 'now'),
    note: fieldOf(body, 'note'),
  }
}

/** @throws Invalid a field does not fit */
export function readComplaint(body: unknown, now: Date): ComplaintWords {
  const way = oneOf(complaintWays, fieldOf(body, 'way'))
  if (way === undefined) throw new Invalid('Choose how the complaint came.')
  return {
    ...{ from: fieldOf(body, 'from'), words: fieldOf(body, 'words'), quote: fieldOf(body, 'quote'), way },
    claims: claimNumbersIn(fieldOf(body, 'claims')),
    receivedAt: dayReceived(fieldOf(body, 'received').trim(), now),
    replyDue: endOfDay(fieldOf(body, 'replyDue')),
  }
}

/** The noon of a day, UTC; now where it is today, or was left empty. */
function dayReceived(day: string, now: Date): Date {
  if (day === '' || day === now.toISOString().slice(0, 10)) return now
  const end = endOfDay(day)
  return end === undefined ? now : new Date(`${day}T12:00:00.000Z`)
}

/** What somebody decides on a complaint. */
export interface DecisionForm {
  readonly decision: ComplaintDecision
  readonly reply: string
  readonly correction: CorrectionWords | undefined
}

/** @throws Invalid a field does not fit */
export function readDecision(body: unknown): DecisionForm {
  const decision = oneOf(complaintDecisions, fieldOf(body, 'decision'))
  if (decision === undefined) throw new Invalid('Uphold the complaint, in whole or in part, or reject it.')
  const corrects = fieldOf(body, 'kind') !== ''
  return { decision, reply: fieldOf(body, 'reply'), correction: corrects ? readCorrection(body) : undefined }
}
