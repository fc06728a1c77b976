import type { Database } from '../../db/database.ts'
import { originalReading, standingReading } from '../../drafts/standing-reading.ts'
import { storedSnapshot, type Snapshot } from '../snapshot.ts'
import type { OpenPage } from './find-page.ts'
import { publicEvidence, type PublicEvidence, type PublicText, type SourceToday } from './public-evidence.ts'

/** Everything that an open evidence page shows, from the snapshot and the texts that it names. */
export async function loadPublicEvidence(db: Database, page: OpenPage): Promise<PublicEvidence> {
  const { id, publishedAt, hash, openPoints } = page
  const row = await db.publication.findUniqueOrThrow({
    where: { id },
    select: { snapshot: true, corrections: CORRECTIONS },
  })
  const snapshot = storedSnapshot(row.snapshot)
  return publicEvidence({
    ...{ snapshot, hash, openPoints, publishedAt },
    text: await publishedText(db, snapshot, publishedAt),
    words: await wordsIn(db, snapshot),
    corrections: row.corrections.map(({ claim, was, now, note, ...one }) => ({
      ...one,
      claim: claim?.number ?? null,
      ...{ was: was?.body ?? null, now: now?.body ?? null, note: note.body },
    })),
    sources: await sourcesToday(db, snapshot),
  })
}

const BODY = { select: { body: true } } as const
const CORRECTIONS = {
  orderBy: { number: 'asc' },
  select: {
    ...{ number: true, kind: true, at: true, was: BODY, now: BODY, note: BODY },
    claim: { select: { number: true } },
  },
} as const

/** The text that was signed off, as it was read then: what people corrected of the reading since is left out. */
async function publishedText(
  db: Database,
  { draft }: Snapshot,
  publishedAt: Date,
): Promise<PublicText | null> {
  const row = await db.draft.findUnique({
    where: { id: draft.id },
    select: {
      text: { select: { body: true, hash: true } },
      corrections: { where: { at: { gt: publishedAt } }, select: { id: true }, take: 1 },
    },
  })
  if (row?.text.body == null || row.text.hash !== draft.text) return null
  const { blocks, markers, notes } = await (row.corrections.length === 0
    ? standingReading(db, draft.id)
    : originalReading(db, draft.id))
  const noteAt = new Map(notes.map((note) => [note.index, note]))
  return {
    text: row.text.body,
    blocks,
    markers: markers.map(({ label, start, end, note }) => {
      const called = note === null ? undefined : noteAt.get(note)
      return {
        label,
        start,
        end,
        note: called === undefined ? null : { start: called.start, end: called.end },
      }
    }),
  }
}

/** The sealed texts that the snapshot's claims name, found where they are kept and known by their hashes. */
async function wordsIn(db: Database, { claims }: Snapshot): Promise<ReadonlyMap<string, string>> {
  const named = new Set(
    claims.flatMap(({ caveat, evidence }) => [
      caveat,
      ...evidence.flatMap(({ excerpt, translation }) => [excerpt, translation]),
    ]),
  )
  const ids = claims
    .filter(({ caveat, evidence }) => caveat !== null || evidence.length > 0)
    .map(({ id }) => id)
  const texts: { hash: string; body: string | null }[] = []
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    const where = { claimId: { in: ids.slice(from, from + IDS_AT_ONCE) } }
    const evidence = await db.evidence.findMany({ where, select: { excerpt: TEXT, translation: TEXT } })
    const caveats = await db.caveat.findMany({ where, select: { words: TEXT } })
    for (const { excerpt, translation } of evidence)
      texts.push(...[excerpt, translation].filter((one) => one !== null))
    texts.push(...caveats.map(({ words }) => words).filter((one) => one !== null))
  }
  return new Map(texts.flatMap(({ hash, body }) => (body === null || !named.has(hash) ? [] : [[hash, body]])))
}

const IDS_AT_ONCE = 500
const TEXT = { select: { hash: true, body: true } } as const

/** How the sources of a snapshot stand today. */
async function sourcesToday(db: Database, { sources }: Snapshot): Promise<ReadonlyMap<string, SourceToday>> {
  const ids = sources.flatMap(({ id }) => id ?? [])
  const today = new Map<string, SourceToday>()
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE)
    for (const source of await db.source.findMany({
      where: { id: { in: ids.slice(from, from + IDS_AT_ONCE) } },
      select: { id: true, protected: true, publicDescriptor: true, fallen: true, fallenAt: true },
    }))
      today.set(source.id, source)
  return today
}
