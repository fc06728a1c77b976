import type { Block } from '../../reading/document.ts'
import type { Span } from '../../text/span.ts'
import type { Snapshot, SnapshotClaim, SnapshotEvidence, SnapshotSource } from '../snapshot.ts'

/**
 * A publication as everybody may see it: no rationale, no contact, no comment, no score, no checker's name, nothing said off the
 * record, and of protected sources what everybody may read instead.
 */
export interface PublicEvidence {
  readonly report: Snapshot['report']
  readonly draft: number
  readonly publishedAt: Date
  /** SHA-256 of the snapshot, hex. */
  readonly hash: string
  readonly openPoints: number
  /** Null: two people destroyed it. */
  readonly text: PublicText | null
  /** In the order of the text. */
  readonly claims: readonly PublicClaim[]
  /** By number. */
  readonly corrections: readonly PublicCorrection[]
}

export interface PublicText {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly markers: readonly (Span & { readonly label: string; readonly note: Span | null })[]
}

export interface PublicClaim {
  readonly number: number
  readonly start: number | null
  readonly end: number | null
  readonly status: string
  readonly stale: boolean
  readonly settled: boolean
  readonly outcome: string | null
  readonly reads: string
  readonly assessed: string | null
  readonly notes: readonly string[]
  /** The words of the text that say that it is disputed. */
  readonly caveat: string | null
  /** The desk let it stand over what its own audit said. */
  readonly letStand: boolean
  readonly evidence: readonly PublicLine[]
  /** Numbers of the corrections to it. */
  readonly corrections: readonly number[]
}

/** What one source, or one person, says of a claim. */
export interface PublicLine {
  readonly judgement: string
  readonly source: PublicSource | null
  /** Of a person's word. */
  readonly terms: 'on the record' | 'background' | null
  readonly locator: string | null
  readonly excerpt: string | null
  readonly translation: string | null
}

export interface PublicSource {
  readonly title: string
  readonly url: string | null
  readonly protected: boolean
  /** retracted | downgraded | lost, and since when; null: it stands. */
  readonly fallen: { readonly kind: string; readonly since: Date | null } | null
}

export interface PublicCorrection {
  readonly number: number
  readonly kind: string
  readonly claim: number | null
  readonly was: string | null
  readonly now: string | null
  /** Null: its words were destroyed. */
  readonly note: string | null
  readonly at: Date
}

/** How a source stands today, as far as that changes what may be shown of it. */
export interface SourceToday {
  readonly id: string
  readonly protected: boolean
  readonly publicDescriptor: string | null
  readonly fallen: string | null
  readonly fallenAt: Date | null
}

export interface Published {
  readonly snapshot: Snapshot
  readonly hash: string
  readonly openPoints: number
  readonly publishedAt: Date
  readonly text: PublicText | null
  /** Sealed texts by their hashes; those that were destroyed are not there. */
  readonly words: ReadonlyMap<string, string>
  readonly corrections: readonly PublicCorrection[]
  readonly sources: ReadonlyMap<string, SourceToday>
}

/** What everybody may see of a publication. */
export function publicEvidence(given: Published): PublicEvidence {
  const { snapshot, hash, openPoints, publishedAt, text, corrections } = given
  const sources = snapshot.sources.map((source) => publicSource(source, given.sources))
  const waived = new Set(snapshot.waivers.map(({ claim }) => claim))
  return {
    ...{
      report: snapshot.report,
      draft: snapshot.draft.number,
      publishedAt,
      hash,
      openPoints,
      text,
      corrections,
    },
    claims: snapshot.claims.map((claim) => ({
      ...{ number: claim.number, start: claim.start, end: claim.end },
      ...{ status: claim.status, stale: claim.stale, settled: claim.settled, outcome: claim.outcome },
      ...{ reads: claim.reads, assessed: claim.assessed, notes: claim.notes },
      caveat: wordsOf(claim.caveat, given),
      letStand: claim.outcome === 'stet' || waived.has(claim.number),
      evidence: linesOf(claim, sources, given),
      corrections: corrections.flatMap((one) => (one.claim === claim.number ? [one.number] : [])),
    })),
  }
}

const wordsOf = (hash: string | null, { words }: Pick<Published, 'words'>): string | null =>
  hash === null ? null : (words.get(hash) ?? null)

/** A source that was protected since is shown as it is protected; one that fell since, as fallen. */
function publicSource(source: SnapshotSource, today: Published['sources']): PublicSource {
  const now = source.id === null ? undefined : today.get(source.id)
  const closed = source.protected || now?.protected === true
  const title = source.protected ? source.title : (now?.publicDescriptor ?? 'a protected source')
  const kind = now === undefined ? source.fallen : now.fallen
  return {
    title: closed ? title : source.title,
    url: closed ? null : webAddress(source.url),
    protected: closed,
    fallen: kind === null ? null : { kind, since: now?.fallenAt ?? null },
  }
}

const webAddress = (url: string | null): string | null =>
  url !== null && /^https?:\/\//i.test(url) ? url : null

const linesOf = (
  { evidence }: SnapshotClaim,
  sources: readonly PublicSource[],
  given: Published,
): PublicLine[] =>
  evidence.flatMap((line): PublicLine[] => {
    const nothing = { judgement: line.judgement, locator: null, excerpt: null, translation: null }
    const terms = TERMS.find((one) => one === line.terms)
    if (isPerson(line)) return terms === undefined ? [] : [{ ...nothing, terms, source: null }]
    const source = line.source === null ? undefined : sources[line.source]
    if (source === undefined) return []
    if (source.protected) return [{ ...nothing, terms: null, source }]
    const excerpt = wordsOf(line.excerpt, given)
    const translation = wordsOf(line.translation, given)
    return [{ ...nothing, terms: null, source, locator: line.locator, excerpt, translation }]
  })

const TERMS = ['on the record', 'background'] as const

/** What somebody said is told by its terms alone, also where a source stands for that person. */
const isPerson = ({ terms, source }: SnapshotEvidence): boolean => terms !== null || source === null
