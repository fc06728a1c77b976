import type { Database } from '../../db/database.ts'
import { sealHash } from '../../history/sealed-text.ts'
import type { PackInclusion } from './pack.ts'
import { type Secrets, WHY, type Why, whyWordsStay } from './withholding.ts'

/** A text that a snapshot may name by its hash; `why` it stays in the house, null where it may leave. */
export interface NamedText {
  readonly hash: string
  readonly salt: string
  readonly body: string | null
  readonly why: Why | null
}

export interface TextsAsked {
  readonly reportId: string
  readonly include: readonly PackInclusion[]
  readonly secrets: Secrets
}

interface Stored {
  readonly hash: string
  readonly salt: string
  readonly body: string | null
  readonly destroyedAt: Date | null
}

const TEXT = { select: { hash: true, salt: true, body: true, destroyedAt: true } } as const

/** The texts of a report that its snapshots name beside draft and audit, by their hashes. */
export async function loadTexts(db: Database, asked: TextsAsked): Promise<ReadonlyMap<string, NamedText>> {
  const { reportId, include, secrets } = asked
  const of = { where: { claim: { reportId } } } as const
  const verdicts = await db.verdict.findMany({ ...of, select: { rationale: TEXT } })
  const evidence = await db.evidence.findMany({
    ...of,
    select: { id: true, excerpt: TEXT, translation: TEXT },
  })
  const waivers = await db.waiver.findMany({ where: { reportId }, select: { said: TEXT, reason: TEXT } })
  const caveats = await db.caveat.findMany({ ...of, select: { words: TEXT } })
  const rationales = include.includes('rationale') ? null : WHY.rationale
  const texts = [
    ...verdicts.map(({ rationale }) => told(rationale, rationales, secrets)),
    ...evidence.flatMap(({ id, excerpt, translation }) =>
      [excerpt, translation].map((text) => told(text, secrets.ids.get(id) ?? null, secrets)),
    ),
    ...waivers.flatMap(({ said, reason }) => [said, reason]).map((text) => told(text, null, secrets)),
    ...caveats.map(({ words }) => told(words, null, secrets)),
  ]
  return new Map(texts.flatMap((text) => (text === null ? [] : [[text.hash, text] as const])))
}

/** A stored text as it may leave: not one that is gone, or no longer what its hash says. */
export function told(text: Stored | null, why: Why | null, secrets: Secrets | null): NamedText | null {
  if (text === null) return null
  const { hash, salt, body, destroyedAt } = text
  if (body === null) return { hash, salt, body, why: destroyedAt === null ? WHY.missing : WHY.destroyed }
  if (sealHash(salt, body) !== hash) return { hash, salt, body: null, why: WHY.changed }
  return { hash, salt, body, why: why ?? (secrets === null ? null : whyWordsStay(body, secrets)) }
}
