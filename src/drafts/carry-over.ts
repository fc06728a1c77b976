import { claimsChanged } from '../db/changed-claims.ts'
import type { Transaction } from '../db/database.ts'
import type { Prisma } from '../db/generated/sqlite/client.ts'
import { insertRows } from '../db/insert-rows.ts'
import { newId } from '../db/new-id.ts'
import { carryClaims } from '../reading/compare/carry-claims.ts'
import { compareDocuments } from '../reading/compare/compare-documents.ts'
import type { Comparable } from '../reading/compare/passages.ts'
import type { ReadClaim, ReadDocument } from '../reading/document.ts'
import { loadHomes, type ClaimHome } from './claim-homes.ts'
import { placementRows, scopeRows } from './draft-rows.ts'
import { placeClaims } from './place-claim.ts'
import { groundOf, standingLayer } from './standing-layer.ts'
import { assertSameReport } from './doubtful-draft.ts'
import type { StoredDraft } from './store-draft.ts'
import { groupBy } from '../text/group-by.ts'

export interface CarryingOver extends StoredDraft {
  readonly reportId: string
  /** Id of the draft that was at work. */
  readonly before: string
  readonly read: ReadDocument
  /** Also where hardly a claim finds a place in it. */
  readonly anyway: boolean
  readonly at: Date
}

/** How a claim came into the new draft. `from`: the key of its wording before. */
export interface CarriedWording {
  readonly claimId: string
  readonly from: string
  /** Null: it stands nowhere. */
  readonly to: string | null
  /** It had no place before and has one again. */
  readonly returned: boolean
}

export interface CarriedOver {
  readonly wordings: readonly CarriedWording[]
  readonly counts: Readonly<Record<'placed' | 'moved' | 'edited' | 'orphaned' | 'added', number>>
  /** The claims that are not just where they were, by number. */
  readonly changed: readonly { readonly number: number; readonly state: string }[]
}

type OldPlacement = Prisma.PlacementGetPayload<{ include: { claim: { select: { number: true } } } }>

interface Placed {
  readonly placement: Prisma.PlacementCreateManyInput & { id: string }
  readonly scopes: readonly Prisma.PlacementNoteCreateManyInput[]
  readonly number: number
  readonly wording: CarriedWording
}

/**
 * Places every claim of a report in its next draft: where its words went, or as an orphan that keeps its last quote.
 * @throws DoubtfulDraft hardly a claim has a place in it
 */
export async function carryOver(tx: Transaction, carrying: CarryingOver): Promise<CarriedOver> {
  const { read, before, draftId } = carrying
  const old = await tx.placement.findMany({
    where: { draftId: before },
    include: { claim: { select: { number: true } } },
  })
  const byClaim = new Map(old.map((placement) => [placement.claimId, placement]))
  const homes = (await loadHomes(tx, before)).map((home) => ({
    ...home,
    quote: byClaim.get(home.claimId)?.quote ?? '',
  }))
  const { placed, fresh } = carryClaims(homes, compareDocuments(await standing(tx, before), read), read)
  if (!carrying.anyway) assertSameReport(placed.length, homes.filter(({ lost }) => !lost).length)
  const rows = placed.map(({ old: home, claim, moved }) => placeAt(carrying, home, claim, moved))
  const there = new Set(rows.map(({ wording }) => wording.claimId))
  const returned = returning(
    carrying,
    old.filter(({ claimId }) => !there.has(claimId)),
    fresh,
  )
  for (const { wording } of returned.rows) there.add(wording.claimId)
  const lost = old.filter(({ claimId }) => !there.has(claimId)).map((one) => orphanOf(one, draftId))
  const all = [...rows, ...returned.rows, ...lost]
  const stateOf = new Map(all.map(({ placement }) => [placement.claimId, placement.state]))
  await insertPlaced(tx, all)
  claimsChanged(
    tx,
    all.map(({ wording }) => wording.claimId).filter((id) => stateOf.get(id) !== byClaim.get(id)?.state),
  )
  const ground = { ...carrying, ground: read, rows: carrying }
  const added = await placeClaims(tx, ground, returned.rest, 'reading')
  return {
    wordings: all.map(({ wording }) => wording),
    counts: { ...countOf(all), added: added.length },
    changed: [
      ...all.flatMap(({ placement: { state }, number }) => (state === 'placed' ? [] : [{ number, state }])),
      ...added.map(({ number }) => ({ number, state: 'added' })),
    ],
  }
}

/** The draft that was at work, as its corrections left it. */
async function standing(tx: Transaction, draftId: string): Promise<Comparable> {
  const { layer, sentences } = await standingLayer(tx, draftId)
  return { ...layer, sentences, notes: groundOf(layer).notes }
}

function placeAt(
  { read, draftId, markers, notes }: CarryingOver,
  home: Pick<ClaimHome, 'claimId' | 'number' | 'wordingKey'>,
  claim: ReadClaim,
  moved: boolean,
): Placed {
  const placement = placementRows(read, draftId, claim, home.claimId)
  const same = placement.wordingKey === home.wordingKey
  const state = same ? (moved ? 'moved' : 'placed') : 'edited'
  return {
    placement: { ...placement, state },
    scopes: scopeRows(claim, placement.id, markers, notes),
    number: home.number,
    wording: { claimId: home.claimId, from: home.wordingKey, to: placement.wordingKey, returned: false },
  }
}

/** Orphans whose very words and notes, which stand once among the new claims, came back; and the claims that are left. */
function returning(
  carrying: CarryingOver,
  orphans: readonly OldPlacement[],
  fresh: readonly ReadClaim[],
): { readonly rows: readonly Placed[]; readonly rest: readonly ReadClaim[] } {
  const waiting = orphans.filter(({ start, lost }) => start === null && lost === null)
  if (waiting.length === 0) return { rows: [], rest: fresh }
  const byKey = groupBy(waiting, ({ wordingKey }) => wordingKey)
  const keyed = fresh.map((claim) => ({
    claim,
    key: placementRows(carrying.read, carrying.draftId, claim, '').wordingKey,
  }))
  const claimsByKey = groupBy(keyed, ({ key }) => key)
  const rows: Placed[] = []
  const rest: ReadClaim[] = []
  for (const { claim, key } of keyed) {
    const [orphan, ...others] = byKey.get(key) ?? []
    if (orphan === undefined || others.length > 0 || claimsByKey.get(key)?.length !== 1) rest.push(claim)
    else {
      const row = placeAt(carrying, { ...orphan, number: orphan.claim.number }, claim, true)
      rows.push({ ...row, wording: { ...row.wording, returned: true } })
    }
  }
  return { rows, rest }
}

/** A claim without a place keeps its last quote and how that sounded. */
function orphanOf({ claim, ...placement }: OldPlacement, draftId: string): Placed {
  const row = { ...placement, id: newId(), draftId, state: 'orphaned', start: null, end: null, page: null }
  return {
    placement: row,
    scopes: [],
    number: claim.number,
    wording: { claimId: placement.claimId, from: placement.wordingKey, to: null, returned: false },
  }
}

async function insertPlaced(tx: Transaction, placed: readonly Placed[]): Promise<void> {
  const columns = placed.map(({ placement }) => ({ ...placement, lost: placement.lost ?? null }))
  await insertRows(tx, 'Placement', columns)
  await insertRows(
    tx,
    'PlacementNote',
    placed.flatMap(({ scopes }) => scopes),
  )
}

function countOf(placed: readonly Placed[]): Record<'placed' | 'moved' | 'edited' | 'orphaned', number> {
  const count = (state: string): number => placed.filter(({ placement }) => placement.state === state).length
  return {
    placed: count('placed'),
    moved: count('moved'),
    edited: count('edited'),
    orphaned: count('orphaned'),
  }
}
