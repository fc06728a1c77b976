import type { Actor } from '../accounts/account.ts'
import { assertMayOnReport } from '../claims/load-claim.ts'
import type { Database } from '../db/database.ts'
import { Conflict, Invalid, Gone, NotFound } from '../errors.ts'
import type { Layer } from '../reading/corrections/layer.ts'
import type { Span } from '../text/span.ts'
import { foldedForSearch } from '../text/typography.ts'
import { assertReplaceable } from './assert-replaceable.ts'
import { loadHomes, type ClaimHome } from './claim-homes.ts'
import { draftRead } from './draft-read.ts'
import type { RecentComparisons } from './recent-comparisons.ts'
import { standingLayer } from './standing-layer.ts'
import { wholeWords } from './words-sought.ts'

/** Words of the present draft that a claim may be put on. `similarity` from 0 to 1, null where they were only searched for. */
export interface PossiblePlace extends Span {
  readonly quote: string
  readonly similarity: number | null
  /** Number of the claim that stands there. */
  readonly claim: number | null
  /** Why a claim cannot be put there; null where it can. */
  readonly taken: string | null
}

/** A claim whose place is looked for, or doubted. */
export interface ClaimToPlace {
  readonly id: string
  readonly reportId: string
  readonly number: number
  readonly version: number
  readonly setAside: string | null
  readonly draft: { readonly id: string; readonly number: number }
  readonly placed: boolean
  readonly quote: string
  /** As it stood last in a draft before the present one; null where it came with this one. */
  readonly before: { readonly draft: number; readonly quote: string } | null
  readonly proposals: readonly PossiblePlace[]
  readonly found: readonly PossiblePlace[]
}

/** Sentences that a search shows. */
const MOST_FOUND = 20

/**
 * A claim with the places that it may have gone to: look-alikes among the sentences that nothing became, and what a search finds.
 * Proposals only: a person chooses. `at`: words that were pointed to; `words`: to search for.
 * @throws NotFound no such claim · NotAllowed for this role
 */
export async function findPlaces(
  db: Database,
  editor: Actor,
  { claimId, at, words }: { readonly claimId: string; readonly at: Span | null; readonly words: string },
  recent: RecentComparisons,
): Promise<ClaimToPlace> {
  const { report, ...claim } = await claimAndReport(db, claimId)
  await assertMayOnReport(db, editor, 'edit claims', report)
  const here = claim.placements.find(({ draftId }) => draftId === report.currentDraftId)
  if (here === undefined) throw new NotFound('There is no such claim.')
  const before = claim.placements.find(({ draftId, start }) => draftId !== here.draftId && start !== null)
  const common = {
    ...{ id: claim.id, reportId: report.id, number: claim.number, version: claim.version },
    setAside: claim.setAside,
    draft: { id: here.draftId, number: here.draft.number },
    placed: here.start !== null,
    quote: here.quote,
    before: before === undefined ? null : { draft: before.draft.number, quote: before.quote },
  }
  if (common.placed) return { ...common, proposals: [], found: [] }
  const { layer, sentences } = await standingLayer(db, here.draftId)
  const ground = { db, layer, homes: await loadHomes(db, here.draftId) }
  const alike =
    before === undefined || before.start === null || before.end === null
      ? []
      : await lookAlikes(db, recent, { ...before, start: before.start, end: before.end }, here.draftId)
  const pointed = at === null ? [] : [{ ...at, similarity: null }]
  const sought = sentencesWith(layer, sentences, words).map((span) => ({ ...span, similarity: null }))
  return {
    ...common,
    proposals: await places(ground, [...alike, ...pointed]),
    found: await places(ground, sought),
  }
}

async function claimAndReport(db: Database, claimId: string) {
  const claim = await db.claim.findUnique({
    where: { id: claimId },
    select: {
      ...{ id: true, number: true, version: true, setAside: true },
      report: { select: { id: true, closed: true, sample: true, currentDraftId: true } },
      placements: {
        orderBy: { draft: { number: 'desc' } },
        select: {
          ...{ draftId: true, start: true, end: true, quote: true },
          draft: { select: { number: true } },
        },
      },
    },
  })
  if (claim === null) throw new NotFound('There is no such claim.')
  return claim
}

type Likely = Span & { readonly similarity: number | null }

async function lookAlikes(
  db: Database,
  recent: RecentComparisons,
  stood: Span & { readonly draftId: string },
  draftId: string,
): Promise<Likely[]> {
  const before = await draftRead(db, stood.draftId).catch((error: unknown) => {
    if (error instanceof Gone) return null // two people destroyed that text: there is nothing to compare with
    throw error
  })
  if (before === null) return []
  const comparison = recent.between(before, await draftRead(db, draftId))
  return comparison.passages
    .filter(({ old }) => old.start < stood.end && old.end > stood.start)
    .flatMap(({ proposals = [] }) => proposals)
    .toSorted((a, b) => b.similarity - a.similarity)
}

/** The sentences of the body that hold all words, in order. */
function sentencesWith(layer: Layer, sentences: readonly Span[], words: string): Span[] {
  const sought = foldedForSearch(words)
    .split(/\s+/)
    .filter((word) => word !== '')
  if (sought.length === 0) return []
  return sentences
    .filter(({ start, end }) => {
      const folded = foldedForSearch(layer.text.slice(start, end))
      return sought.every((word) => folded.includes(word))
    })
    .slice(0, MOST_FOUND)
}

interface Ground {
  readonly db: Database
  readonly layer: Layer
  readonly homes: readonly ClaimHome[]
}

/** Stretches as whole words, or as the words of the new claim that was found on them; each once. */
async function places(ground: Ground, stretches: readonly Likely[]): Promise<PossiblePlace[]> {
  const found = new Map<string, PossiblePlace>()
  for (const stretch of stretches) {
    const place = await placeOn(ground, stretch)
    const key = `${place?.start ?? ''}-${place?.end ?? ''}`
    if (place !== null && !found.has(key)) found.set(key, place)
  }
  return [...found.values()]
}

async function placeOn({ db, layer, homes }: Ground, stretch: Likely): Promise<PossiblePlace | null> {
  const { similarity } = stretch
  const home = homes.find(({ lost, start, end }) => !lost && start < stretch.end && end > stretch.start)
  const span = home === undefined ? wordsOf(layer, stretch) : { start: home.start, end: home.end }
  if (span === null) return null
  return {
    ...{ start: span.start, end: span.end, quote: layer.text.slice(span.start, span.end), similarity },
    claim: home?.number ?? null,
    taken: home === undefined ? null : await whyTaken(db, home),
  }
}

function wordsOf(layer: Layer, stretch: Span): Span | null {
  try {
    return wholeWords(layer, stretch)
  } catch (error) {
    if (error instanceof Invalid) return null
    throw error
  }
}

async function whyTaken(db: Database, home: ClaimHome): Promise<string | null> {
  try {
    await assertReplaceable(db, home, true)
    return null
  } catch (error) {
    if (error instanceof Conflict) return error.message.replace(' Nothing was changed.', '')
    throw error
  }
}
