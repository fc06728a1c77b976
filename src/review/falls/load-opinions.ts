import type { Actor } from '../../accounts/account.ts'
import type { Database, Transaction } from '../../db/database.ts'
import { loadHidden } from '../load-hidden.ts'
import { storedPolicy } from '../report-policy.ts'

type ByClaim<T> = ReadonlyMap<string, readonly T[]>

/** What people said of claims, by claim: the newest of each person that they did not take back. */
export interface Opinions {
  readonly evidence: ByClaim<{ readonly judgement: string; readonly by: string }>
  readonly verdicts: ByClaim<{ readonly verdict: string; readonly by: string }>
  /** Claims whose first check is hidden from the reader. */
  readonly hidden: ReadonlySet<string>
}

interface About {
  /** The sources whose evidence is meant. */
  readonly family: readonly string[]
  readonly claimIds: readonly string[]
  readonly reportIds: readonly string[]
}

export async function opinionsOn(
  db: Database | Transaction,
  reader: Actor,
  { family, claimIds, reportIds }: About,
): Promise<Opinions> {
  const standing = { claimId: { in: [...claimIds] }, withdraws: null, withdrawal: null }
  const from = { in: [...family] }
  const evidence = await db.evidence.findMany({
    where: { ...standing, OR: [{ sourceId: from }, { citation: { sourceId: from } }] },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { claimId: true, judgement: true, judgedBy: { select: { id: true, name: true } } },
  })
  const verdicts = await db.verdict.findMany({
    where: standing,
    orderBy: [{ seenVersion: 'asc' }, { at: 'asc' }],
    select: { claimId: true, verdict: true, checker: { select: { id: true, name: true } } },
  })
  const judged = evidence.map(({ claimId, judgement, judgedBy: { id, name } }) => ({
    claimId,
    id,
    said: { judgement, by: name },
  }))
  const ruled = verdicts.map(({ claimId, verdict, checker: { id, name } }) => ({
    claimId,
    id,
    said: { verdict, by: name },
  }))
  return {
    evidence: newestOfEach(judged),
    verdicts: newestOfEach(ruled),
    hidden: await hiddenIn(db, reader, reportIds),
  }
}

/** Rows oldest first. */
function newestOfEach<T>(
  rows: readonly { readonly claimId: string; readonly id: string; readonly said: T }[],
): ByClaim<T> {
  const byClaim = new Map<string, Map<string, T>>()
  for (const { claimId, id, said } of rows)
    byClaim.set(claimId, (byClaim.get(claimId) ?? new Map<string, T>()).set(id, said))
  return new Map([...byClaim].map(([claimId, people]) => [claimId, [...people.values()]]))
}

async function hiddenIn(
  db: Database | Transaction,
  reader: Actor,
  reportIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const reports = await db.report.findMany({
    where: { id: { in: [...reportIds] }, policy: { not: null } },
    select: { id: true, policy: true },
  })
  const hidden = new Set<string>()
  for (const { id, policy } of reports)
    for (const claimId of (await loadHidden(db, { id, policy: storedPolicy(policy) }, reader.id)).claims)
      hidden.add(claimId)
  return hidden
}
