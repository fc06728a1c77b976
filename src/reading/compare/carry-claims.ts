import { firstIndex } from '../../text/first-index.ts'
import type { Span } from '../../text/span.ts'
import type { ReadClaim, ReadDocument } from '../document.ts'
import { ClaimMaker } from './claim-maker.ts'
import { ClaimTargets, type OldClaim } from './claim-targets.ts'
import type { Comparison } from './comparison.ts'

/** `moved`: its words left the order of the document. Whether they changed, their wording tells. */
export interface CarriedClaim<C> {
  readonly old: C
  readonly claim: ReadClaim
  readonly moved: boolean
}

/** What became of every old claim, and the new ones; each in order. */
export interface Carried<C> {
  readonly placed: readonly CarriedClaim<C>[]
  /** No place in the new document is certain. */
  readonly orphaned: readonly C[]
  readonly fresh: readonly ReadClaim[]
}

/**
 * Where each claim of an old document stands in a new one: where its sentences went, and nowhere else. A claim on all of a new
 * statement is that statement, with its notes; one on a part of it keeps to its part. No two claims come to stand on the same
 * words.
 */
export function carryClaims<C extends OldClaim>(
  olds: readonly C[],
  comparison: Comparison,
  next: ReadDocument,
): Carried<C> {
  const targets = new ClaimTargets(comparison)
  const found = olds.map((old) => ({ old, target: targets.of(old) }))
  const kept = withoutOverlaps(found.flatMap(({ target }) => target ?? []))
  const maker = new ClaimMaker(next)
  const statements = new Statements(next.claims, kept)
  const placed: CarriedClaim<C>[] = []
  const orphaned: C[] = []
  for (const { old, target } of found) {
    if (target === null || !kept.has(target)) orphaned.push(old)
    else {
      const whole = target.isPart ? undefined : statements.only(target)
      placed.push({ old, claim: whole ?? maker.on(target), moved: target.moved })
    }
  }
  return { placed, orphaned, fresh: statements.untouched() }
}

/** Of targets that share words the first. */
function withoutOverlaps<T extends Span>(targets: readonly T[]): ReadonlySet<T> {
  const kept = new Set<T>()
  let end = -1
  for (const target of targets.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (target.start < end) continue
    kept.add(target)
    end = target.end
  }
  return kept
}

/** The claims that a reading found, against the places that old claims have in its text. */
class Statements {
  private readonly targetsOn = new Map<ReadClaim, number>()

  constructor(
    private readonly claims: readonly ReadClaim[],
    targets: ReadonlySet<Span>,
  ) {
    for (const target of targets)
      for (const claim of this.over(target)) this.targetsOn.set(claim, (this.targetsOn.get(claim) ?? 0) + 1)
  }

  /** The one claim on a place, where no other place is on it. */
  only(target: Span): ReadClaim | undefined {
    const [claim, ...others] = this.over(target)
    return claim !== undefined && others.length === 0 && this.targetsOn.get(claim) === 1 ? claim : undefined
  }

  untouched(): ReadClaim[] {
    return this.claims.filter((claim) => !this.targetsOn.has(claim))
  }

  private over({ start, end }: Span): ReadClaim[] {
    const found: ReadClaim[] = []
    for (let at = firstIndex(this.claims, (claim) => claim.end > start); at < this.claims.length; at++) {
      const claim = this.claims[at]
      if (claim === undefined || claim.start >= end) break
      found.push(claim)
    }
    return found
  }
}
