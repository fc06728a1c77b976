/** What was found of a pack. */
export interface PackCheck {
  /** The first thing that does not hold, or null. */
  readonly broken: { readonly what: string; readonly why: string } | null
  readonly about: Readonly<Record<string, string>>
  readonly holds: readonly string[]
  readonly open: readonly string[]
  /** How often each is not in the pack. */
  readonly withheld: Readonly<Record<string, number>>
}

/** Checks a pack: the bytes of its zip, or its files by name. Never throws. */
export function check(pack: Uint8Array | ReadonlyMap<string, Uint8Array>): Promise<PackCheck>

/** What was found, as lines of text. */
export function inWords(found: PackCheck): readonly string[]

/** Every text and file that a snapshot (canonical JSON) names by its hash: [what it is, hash]. */
export function namedIn(snapshot: string): readonly (readonly [string, string])[]
