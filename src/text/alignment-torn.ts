import type { Run, Side, Sides } from './alignment-run.ts'

/** The blocks of both sides of which something moved and nothing stayed, by their numbers. */
export interface TornBlocks {
  readonly old: ReadonlySet<number>
  readonly new: ReadonlySet<number>
}

/** What is left of such a block belongs with what moved, not to what is around it. */
export function tornBlocks(
  { old, new: next }: Sides,
  { inPlace, elsewhere }: { readonly inPlace: readonly Run[]; readonly elsewhere: readonly Run[] },
): TornBlocks {
  const stayed = { old: blocksOf(old, inPlace, 'old'), new: blocksOf(next, inPlace, 'new') }
  const moved = { old: blocksOf(old, elsewhere, 'old'), new: blocksOf(next, elsewhere, 'new') }
  const only = (one: ReadonlySet<number>, other: ReadonlySet<number>): Set<number> =>
    new Set([...one].filter((block) => !other.has(block)))
  return { old: only(moved.old, stayed.old), new: only(moved.new, stayed.new) }
}

function blocksOf({ blocks }: Side, runs: readonly Run[], side: 'old' | 'new'): Set<number> {
  return new Set(runs.flatMap((run) => blocks.slice(run[`${side}Start`], run[`${side}End`])))
}
