import { loadCaveats } from '../audit/caveats/load-caveats.ts'
import { loadSignOffs } from '../audit/sign-offs/load-sign-offs.ts'
import type { Transaction } from '../db/database.ts'
import { newestHead } from '../history/tree/sign-head.ts'
import { takeChain } from '../history/append-event.ts'
import type { Span } from '../text/span.ts'
import { storedPolicy } from '../review/report-policy.ts'
import { verdictsInForce } from '../review/settlement.ts'
import { groupBy } from '../text/group-by.ts'
import { loadSnapshotEvidence } from './load-snapshot-evidence.ts'
import { loadSnapshotWaivers } from './load-snapshot-waivers.ts'
import type { Snapshot, SnapshotClaim, SnapshotVerdict } from './snapshot.ts'

export interface SnapshotAsked {
  readonly reportId: string
  /** Salted hash of the audit as it was. */
  readonly audit: string
  /** The reading of the draft at work, for its blocks. */
  readonly document: { readonly text: string; readonly blocks: readonly Span[] }
  /** Fingerprints of the findings that waivers let pass: those of others do nothing, and are no part of it. */
  readonly waived: ReadonlySet<string>
  /** Ids of whoever lets it out, who are named in it, too. */
  readonly publishers?: readonly string[]
  readonly at: Date
}

/** Everything that is known of a report's draft at work at this moment, as it is frozen when it goes out. */
export async function takeSnapshot(tx: Transaction, asked: SnapshotAsked): Promise<Snapshot> {
  const { reportId, audit, document, waived, publishers = [], at } = asked
  const { policy, currentDraft, ...report } = await tx.report.findUniqueOrThrow({
    where: { id: reportId },
    select: {
      ...{
        id: true,
        title: true,
        series: true,
        authors: true,
        publisher: true,
        language: true,
        policy: true,
      },
      currentDraft: { include: { text: { select: { hash: true } } } },
    },
  })
  if (currentDraft === null) throw new Error(`Report ${reportId} has no draft at work`)
  const { evidence, sources } = await loadSnapshotEvidence(tx, reportId, currentDraft.id)
  const caveats = await loadCaveats(tx, reportId, document)
  const verdicts = await loadVerdicts(tx, reportId, currentDraft.id)
  const claims = (await loadClaims(tx, currentDraft.id)).map((claim): SnapshotClaim => ({
    ...claim,
    caveat: standingWords(caveats.get(claim.id)),
    verdicts: verdicts.get(claim.id) ?? [],
    evidence: evidence.get(claim.id) ?? [],
  }))
  const waivers = (await loadSnapshotWaivers(tx, reportId)).filter(({ fingerprint }) =>
    waived.has(fingerprint),
  )
  const signOffs = (await loadSignOffs(tx, { id: currentDraft.id, reportId })).map((one) => ({
    role: one.role,
    by: one.byId,
    at: one.at.toISOString(),
  }))
  const done = [...claims.flatMap((claim) => [...claim.verdicts, ...claim.evidence]), ...waivers, ...signOffs]
  const { seq, hash } = await takeChain(tx, reportId)
  const head = await newestHead(tx)
  return {
    format: 'stet.snapshot/1',
    at: at.toISOString(),
    report,
    draft: {
      ...{ id: currentDraft.id, number: currentDraft.number, text: currentDraft.text.hash },
      ...{ original: currentDraft.originalId, sourceName: currentDraft.sourceName },
      ...{ sourceType: currentDraft.sourceType, importedAt: currentDraft.importedAt.toISOString() },
    },
    policy: storedPolicy(policy),
    audit,
    claims,
    sources,
    waivers,
    signOffs,
    people: await namesOf(tx, new Set([...done.map(({ by }) => by), ...publishers])),
    chain: { seq, hash },
    tree: head === null ? null : { size: head.size, root: head.root },
  }
}

const standingWords = (
  caveat: { readonly span: Span | null; readonly wordsHash: string } | undefined,
): string | null => (caveat === undefined || caveat.span === null ? null : caveat.wordsHash)

type BareClaim = Omit<SnapshotClaim, 'caveat' | 'verdicts' | 'evidence'>

/** The claims to settle, in the order of the text; those that stand nowhere last. */
async function loadClaims(tx: Transaction, draftId: string): Promise<BareClaim[]> {
  const rows = await tx.placement.findMany({
    where: { draftId, claim: { setAside: null } },
    orderBy: [{ start: { sort: 'asc', nulls: 'last' } }, { claim: { number: 'asc' } }],
    select: { start: true, end: true, level: true, claim: true, notes: { select: { marker: true } } },
  })
  return rows.map(({ start, end, level, claim, notes }) => ({
    ...{ id: claim.id, number: claim.number, version: claim.version, start, end },
    ...{ reads: level, assessed: claim.assessed, status: claim.status, stale: claim.stale },
    ...{ outcome: claim.outcome, settled: claim.settled, risk: claim.risk, checkers: claim.checkers },
    notes: notes
      .map(({ marker }) => marker)
      .sort((a, b) => a.start - b.start)
      .map(({ label }) => label),
  }))
}

/** The verdicts in force on each claim, by its id. */
async function loadVerdicts(
  tx: Transaction,
  reportId: string,
  draftId: string,
): Promise<ReadonlyMap<string, SnapshotVerdict[]>> {
  const rows = await tx.verdict.findMany({
    where: { claim: { reportId } },
    orderBy: [{ seenVersion: 'asc' }, { at: 'asc' }],
    include: { rationale: { select: { hash: true } } },
  })
  const wordings = await tx.placement.findMany({
    where: { draftId },
    select: { claimId: true, wordingKey: true },
  })
  const wordingOf = new Map(wordings.map(({ claimId, wordingKey }) => [claimId, wordingKey]))
  return new Map(
    [...groupBy(rows, ({ claimId }) => claimId)].map(([claimId, verdicts]) => [
      claimId,
      verdictsInForce({ verdicts, wordingKey: wordingOf.get(claimId) ?? '' }).map((given) => ({
        ...{ by: given.checkerId, at: given.at.toISOString(), verdict: given.verdict, tests: given.tests },
        ...{ reason: given.reason, rationale: given.rationale?.hash ?? null },
      })),
    ]),
  )
}

async function namesOf(tx: Transaction, ids: ReadonlySet<string>): Promise<Readonly<Record<string, string>>> {
  const rows = await tx.account.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, name: true },
  })
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]))
}
