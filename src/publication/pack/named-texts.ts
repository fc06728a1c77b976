import type { Snapshot } from '../snapshot.ts'
import type { NamedText } from './load-texts.ts'

/** A text that a snapshot names by its hash. `text`: null where the desk has none. */
export interface NamedHash {
  readonly hash: string
  readonly what: string
  /** “claim 4”; null where there is but one. */
  readonly where: string | null
  readonly text: NamedText | null
}

/** The texts that a snapshot names, each once, with what the desk has of them. */
export function textsNamedIn(
  { audit, claims, draft, waivers }: Snapshot,
  texts: ReadonlyMap<string, NamedText>,
): readonly NamedHash[] {
  const named = [
    ['the text of the draft', null, draft.text],
    ['the audit', null, audit],
    ...claims.flatMap(({ caveat, evidence, number, verdicts }) => {
      const where = `claim ${number}`
      return [
        ['a caveat', where, caveat],
        ...verdicts.map(({ rationale }) => ['a rationale', where, rationale] as const),
        ...evidence.map(({ excerpt }) => ['an excerpt', where, excerpt] as const),
        ...evidence.map(({ translation }) => ['a translation', where, translation] as const),
      ] as const
    }),
    ...waivers.flatMap(({ claim, reason, said }) => {
      const where = claim === null ? null : `claim ${claim}`
      return [
        ['what a waived finding said', where, said],
        ['the reason of a waiver', where, reason],
      ] as const
    }),
  ] as const
  const seen = new Map<string, NamedHash>()
  for (const [what, where, hash] of named)
    if (hash !== null && hash !== '' && !seen.has(hash))
      seen.set(hash, { hash, what, where, text: texts.get(hash) ?? null })
  return [...seen.values()]
}
