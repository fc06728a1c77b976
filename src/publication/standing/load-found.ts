import type { Database } from '../../db/database.ts'

/** A claim and the publication that it is looked at in. */
export interface ClaimOut {
  readonly claimId: string
  readonly draftId: string
  readonly publishedAt: Date
}

/** What somebody found of the published words of a claim after they went out. */
interface Found {
  readonly at: Date
  readonly status: string
}

/**
 * What the last person found who checked the published words of a claim again: by a verdict on those words, or by saying of a
 * re-check that they stand. By claim; of other words nothing follows.
 */
export async function loadFound(
  db: Database,
  reportId: string,
  claims: readonly ClaimOut[],
): Promise<ReadonlyMap<string, Found>> {
  const first = new Date(Math.min(...claims.map(({ publishedAt }) => publishedAt.getTime())))
  if (claims.length === 0) return new Map()
  const verdicts = await db.verdict.findMany({
    where: { claim: { reportId }, at: { gt: first }, withdraws: null, withdrawal: null },
    select: { claimId: true, verdict: true, wordingKey: true, at: true },
  })
  const stood = await standsAgain(db, reportId, first)
  const wordings = await loadWordings(
    db,
    reportId,
    [...verdicts, ...stood].map(({ claimId }) => claimId),
  )
  const found = new Map<string, Found>()
  for (const { claimId, draftId, publishedAt } of claims) {
    const words = wordings.get(claimId)
    const published = words?.find((one) => one.draftId === draftId)?.wordingKey
    if (words === undefined || published === undefined) continue
    const keyAt = (at: Date): string | undefined =>
      words.findLast(({ importedAt }) => importedAt <= at)?.wordingKey
    const all = [
      ...verdicts
        .filter((one) => one.claimId === claimId && one.wordingKey === published)
        .map(({ at, verdict }) => ({ at, status: verdict })),
      ...stood.filter((one) => one.claimId === claimId && keyAt(one.at) === published),
    ]
    const last = all
      .filter(({ at }) => at > publishedAt)
      .toSorted((a, b) => a.at.getTime() - b.at.getTime())
      .at(-1)
    if (last !== undefined) found.set(claimId, { at: last.at, status: last.status })
  }
  return found
}

/** Every time that somebody said of a claim that it still stands, and as what. */
async function standsAgain(
  db: Database,
  reportId: string,
  since: Date,
): Promise<(Found & { claimId: string })[]> {
  const events = await db.event.findMany({
    where: { chain: reportId, kind: 'recheck.closed', at: { gt: since.toISOString() } },
    orderBy: { seq: 'asc' },
    select: { at: true, claimId: true, payload: { select: { body: true } } },
  })
  return events.flatMap(({ at, claimId, payload }) => {
    if (claimId === null || payload.body === null) return []
    const { status } = JSON.parse(payload.body) as { readonly status: string }
    return [{ claimId, at: new Date(at), status }]
  })
}

interface Wording {
  readonly draftId: string
  readonly importedAt: Date
  readonly wordingKey: string
}

/** The wordings of claims in the drafts of their report, in order. */
async function loadWordings(
  db: Database,
  reportId: string,
  claimIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Wording[]>> {
  const rows = await db.placement.findMany({
    where: { claimId: { in: [...new Set(claimIds)] }, draft: { reportId } },
    orderBy: { draft: { number: 'asc' } },
    select: { claimId: true, draftId: true, wordingKey: true, draft: { select: { importedAt: true } } },
  })
  const wordings = new Map<string, Wording[]>()
  for (const { claimId, draftId, wordingKey, draft } of rows) {
    const known = wordings.get(claimId) ?? []
    known.push({ draftId, wordingKey, importedAt: draft.importedAt })
    wordings.set(claimId, known)
  }
  return wordings
}
