import type { Actor } from '../../src/accounts/account.ts'
import { changeReportPolicy } from '../../src/audit/change-report-policy.ts'
import { classifySentence } from '../../src/drafts/classify-sentence.ts'
import { attachClaim } from '../../src/drafts/attach-claim.ts'
import { confirmReworded } from '../../src/drafts/confirm-reworded.ts'
import { detachClaim } from '../../src/drafts/detach-claim.ts'
import { addClaim } from '../../src/drafts/add-claim.ts'
import { groupClaims } from '../../src/drafts/group-claims.ts'
import { importDraft } from '../../src/drafts/import-draft.ts'
import { mergeClaims } from '../../src/drafts/merge-claims.ts'
import { splitClaim } from '../../src/drafts/split-claim.ts'
import { withdrawClaimEdit } from '../../src/drafts/withdraw-claim-edit.ts'
import type { Database } from '../../src/db/database.ts'
import { Conflict, Invalid, NotAllowed, NotFound } from '../../src/errors.ts'
import { askForRecheck } from '../../src/review/ask-for-recheck.ts'
import { askFix } from '../../src/review/ask-fix.ts'
import { askQuery } from '../../src/review/ask-query.ts'
import { closeObjection } from '../../src/review/close-objection.ts'
import { closeRecheck } from '../../src/review/close-recheck.ts'
import { closeQuery } from '../../src/review/close-query.ts'
import { decideDifference } from '../../src/review/decide-difference.ts'
import { decideOutcome } from '../../src/review/decide-outcome.ts'
import { raiseObjection } from '../../src/review/raise-objection.ts'
import { recordVerdict } from '../../src/review/record-verdict.ts'
import { setRisk } from '../../src/review/set-risk.ts'
import { withdrawFix } from '../../src/review/withdraw-fix.ts'
import { withdrawVerdict } from '../../src/review/withdraw-verdict.ts'
import { HARBOUR_REPORT } from './reports.ts'

/** What random work works on. `at`: the instant of this step. */
interface Desk {
  readonly db: Database
  readonly reportId: string
  readonly draftId: string
  readonly people: readonly [Actor, Actor, Actor]
  readonly claims: readonly ClaimNow[]
  readonly at: Date
}

interface ClaimNow {
  readonly id: string
  readonly version: number
  readonly start: number | null
  readonly end: number | null
}

/** Three numbers from 0 to 999 that a step chooses by. */
export type Dice = readonly [number, number, number]

const of = <T>(all: readonly [T, ...T[]], n: number): T => all[n % all.length] ?? all[0]

const VERDICTS = ['substantiated', 'unsubstantiated', 'disputed'] as const
const DECIDED = ['stands', 'cut', 'stet', 'not checked'] as const
const RULED = ['stands', 'fix asked', 'on author', undefined] as const

/** The harbour report with words changed, sentences cut and added, as its later drafts have them. */
const DRAFTS = [
  (text: string) => text.replace('two boats', 'three boats'),
  (text: string) => text.replace(' The owner of the warehouse was insured for 240,000 crowns.[^log]', ''),
  (text: string) => text.replace('The harbour master', 'Nobody was hurt in the fire. The harbour master'),
  (text: string) => text.replace('at noon', 'at dusk'),
] as const

type Step = (desk: Desk, claim: ClaimNow, dice: Dice) => Promise<unknown>

const STEPS: readonly [Step, ...Step[]] = [
  rule,
  rule,
  rule,
  ({ db, people, at }, claim, [, b]) => withdrawVerdict(db, { ...seen(claim), checker: of(people, b), at }),
  ({ db, people: [, , eve], at }, claim, [, b]) => {
    const outcome = of(DECIDED, b)
    return decideOutcome(db, { ...seen(claim), outcome, reason: 'So be it.', decidedBy: eve, at })
  },
  ({ db, people: [, , eve], at }, claim, [, b]) =>
    setRisk(db, {
      ...seen(claim),
      risk: of(['high', 'ordinary'], b),
      reason: 'Much hangs on it.',
      setBy: eve,
      at,
    }),
  ({ db, reportId, people: [, , eve], at }, _, [, b, c]) =>
    changeReportPolicy(db, {
      reportId,
      policy: { secondCheck: of(['none', 'all', 'high-risk', 'share'], b), share: 1 + (c % 99) },
      changedBy: eve,
      at,
    }),
  ({ db, people, at }, claim, [, b]) =>
    raiseObjection(db, { ...seen(claim), words: 'It reads too firmly.', raisedBy: of(people, b), at }),
  async ({ db, reportId, people, at }) => {
    const open = await db.objection.findFirst({ where: { closedAt: null, claim: { reportId } } })
    const closedBy = people.find(({ id }) => id === open?.ownerId)
    if (open !== null && closedBy !== undefined)
      await closeObjection(db, { objectionId: open.id, closedBy, at })
  },
  ({ db, people: [ana], at }, claim) =>
    askQuery(db, { ...seen(claim), words: 'Who saw it?', askedBy: ana, at }),
  async ({ db, reportId, people: [ana], at }) => {
    const open = await db.query.findFirst({ where: { reportId, state: 'open' } })
    if (open !== null) await closeQuery(db, { queryId: open.id, closedBy: ana, at })
  },
  ({ db, people: [ana], at }, claim) =>
    askFix(db, { ...seen(claim), original: 'boats', proposed: 'barges', askedBy: ana, at }),
  async ({ db, reportId, people: [ana], at }) => {
    const asked = await db.fix.findFirst({ where: { state: 'asked', claim: { reportId } } })
    if (asked !== null) await withdrawFix(db, { fixId: asked.id, withdrawnBy: ana, at })
  },
  differ,
  ({ db, people: [, , eve], at }, claim, [, b]) => {
    const before = of([' in ', ' the ', ' was ', ' saw '], b).trim()
    return splitClaim(db, { ...seen(claim), place: { before }, splitBy: eve, at })
  },
  ({ db, claims, people: [, , eve], at }, claim) => {
    const next = claims[claims.indexOf(claim) + 1] ?? claim
    return mergeClaims(db, {
      ...seen(claim),
      next: { claimId: next.id, seenVersion: next.version },
      mergedBy: eve,
      at,
    })
  },
  async ({ db, draftId, people: [, , eve], at }, _, [, b]) => {
    const edits = await db.claimEdit.findMany({ where: { draftId }, orderBy: { seq: 'desc' }, take: 3 })
    const edit = edits[b % 3]
    if (edit !== undefined) await withdrawClaimEdit(db, { editId: edit.id, withdrawnBy: eve, at })
  },
  ({ db, draftId, people: [, , eve], at }, claim, [, b]) =>
    classifySentence(db, {
      draftId,
      start: claim.start ?? 0,
      end: claim.end ?? 0,
      kind: of(['not checkable', 'claim'], b),
      because: 'opinion',
      seen: null,
      seenVersion: claim.version,
      classifiedBy: eve,
      at,
    }),
  ({ db, draftId, people: [, , eve], at }) =>
    addClaim(db, { draftId, place: { words: 'harbour fire' }, addedBy: eve, at }),
  ({ db, reportId, people: [, , eve], at }, claim, [, b]) =>
    groupClaims(db, { reportId, claimIds: [claim.id], group: of(['boats', null], b), groupedBy: eve, at }),
  ({ db, people: [, , eve], at }, claim) =>
    askForRecheck(db, { ...seen(claim), words: 'The log was found.', askedBy: eve, at }),
  async ({ db, reportId, people: [ana], at }) => {
    const claim = await db.claim.findFirst({ where: { reportId, rechecks: { gt: 0 } } })
    if (claim !== null) await closeRecheck(db, { ...seen(claim), closedBy: ana, at })
  },
  findAgain,
  ({ db, people: [, , eve], at }, claim) => detachClaim(db, { ...seen(claim), detachedBy: eve, at }),
  async ({ db, reportId, people, at }, _, [, b]) => {
    const stale = await db.claim.findMany({ where: { reportId, stale: true }, take: 1 })
    await confirmReworded(db, {
      reportId,
      claims: stale.map(seen),
      cuts: [],
      confirmedBy: of(people, b),
      at,
    })
  },
  importOne,
]

const seen = ({ id, version }: Pick<ClaimNow, 'id' | 'version'>) => ({ claimId: id, seenVersion: version })

function rule({ db, people, at }: Desk, claim: ClaimNow, [, b, c]: Dice): Promise<unknown> {
  return recordVerdict(db, {
    ...seen(claim),
    verdict: of(VERDICTS, b),
    reason: 'other',
    rationale: 'The log says so.',
    confidence: of(['high', 'low'], b),
    outcome: of(RULED, c),
    checker: of(people, b + c),
    at,
  })
}

/** A draft loses a claim and has a new one, on whose words somebody finds the lost one again. */
async function findAgain({ db, reportId, people: [, , eve], at }: Desk): Promise<void> {
  const text = `${DRAFTS[1](DRAFTS[2](HARBOUR_REPORT))}\nIt was read ${at.toISOString()}.\n`
  await importDraft(db, { reportId, bytes: Buffer.from(text), name: 'lost.md', importedBy: eve, at })
  const { currentDraftId } = await db.report.findUniqueOrThrow({ where: { id: reportId } })
  const lost = await db.placement.findFirst({
    where: { draftId: currentDraftId ?? '', start: null, lost: null },
    select: { claim: { select: { id: true, version: true } } },
  })
  if (lost === null) throw new Invalid('No claim is lost.')
  const words = 'Nobody was hurt in the fire.'
  await attachClaim(db, { ...seen(lost.claim), place: { words }, attachedBy: eve, at })
}

/** Two people rule otherwise than each other, and a third decides. */
async function differ(
  { db, people: [ana, ben, eve], at }: Desk,
  { id }: ClaimNow,
  [, b]: Dice,
): Promise<void> {
  const now = async () => seen(await db.claim.findUniqueOrThrow({ where: { id } }))
  const because = { reason: 'other', at } as const
  await recordVerdict(db, { ...(await now()), ...because, verdict: 'substantiated', checker: ana })
  await recordVerdict(db, { ...(await now()), ...because, verdict: 'disputed', checker: ben })
  const reason = 'Two logs say so.'
  await decideDifference(db, { ...(await now()), verdict: of(VERDICTS, b), reason, decidedBy: eve, at })
}

function importOne(
  { db, reportId, people: [, , eve], at }: Desk,
  _: ClaimNow,
  [a, b]: Dice,
): Promise<unknown> {
  const text = of(DRAFTS, a)(of(DRAFTS, b)(HARBOUR_REPORT))
  return importDraft(db, { reportId, bytes: Buffer.from(text), name: 'next.md', importedBy: eve, at })
}

/** One thing that somebody does to a report, or is refused. @returns whether it was done */
export async function workAtRandom(
  db: Database,
  work: { readonly reportId: string; readonly people: Desk['people']; readonly at: Date },
  step: number,
  dice: Dice,
): Promise<boolean> {
  const { currentDraftId } = await db.report.findUniqueOrThrow({ where: { id: work.reportId } })
  const draftId = currentDraftId ?? ''
  const rows = await db.placement.findMany({
    where: { draftId },
    orderBy: { start: 'asc' },
    select: { start: true, end: true, claim: { select: { id: true, version: true } } },
  })
  const claims = rows.map(({ claim, start, end }) => ({ ...claim, start, end }))
  const claim = claims[dice[0] % claims.length]
  if (claim === undefined) return false
  try {
    await of(STEPS, step)({ db, draftId, claims, ...work }, claim, dice)
    return true
  } catch (error) {
    if ([Conflict, Invalid, NotAllowed, NotFound].some((kind) => error instanceof kind)) return false
    throw error
  }
}

/** How many kinds of steps there are. */
export const KINDS_OF_STEPS = STEPS.length
