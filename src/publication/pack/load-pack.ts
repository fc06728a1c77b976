import type { Hidden } from '../../claims/hidden.ts'
import type { Database } from '../../db/database.ts'
import { Conflict } from '../../errors.ts'
import { currentHead } from '../../history/tree/sign-head.ts'
import type { Snapshot } from '../snapshot.ts'
import { loadEvents, packedEvents, type StoredEvent } from './load-events.ts'
import { loadCaptures, type LoadedFile, loadOriginal } from './load-files.ts'
import { loadProofs } from './load-proofs.ts'
import { loadSecrets } from './load-secrets.ts'
import { loadPresent, loadPublished, type Shown } from './load-shown.ts'
import { loadTexts, type NamedText, told } from './load-texts.ts'
import type { PackedPublication, PackedText, PackInclusion, PackParts, Withheld } from './pack.ts'
import { type NamedHash, textsNamedIn } from './named-texts.ts'
import { WHY, whyWordsStay } from './withholding.ts'

export interface PackAsked {
  readonly reportId: string
  readonly include: readonly PackInclusion[]
  /** What whoever asks is not to see of the report. */
  readonly hidden: Hidden
  readonly at: Date
}

/**
 * Reads everything that goes into the pack of a report's newest publication, or of how it stands where it is not published, and
 * signs a head over its history.
 * @throws NotFound no such report, or its text was destroyed · Conflict a source that the snapshot names was protected since, or
 *   whoever asks is not to see all of it
 */
export async function loadPack(db: Database, asked: PackAsked): Promise<PackParts> {
  const { reportId, include, at } = asked
  const shown = (await loadPublished(db, reportId)) ?? (await loadPresent(db, reportId, asked))
  const { snapshot } = shown
  await assertNamesNobody(db, snapshot, include)
  const head = await currentHead(db, at)
  const stored = await loadEvents(db, reportId, head.size)
  const published = publicationIn(stored, shown)
  const draft = await loadDraft(db, snapshot)
  const contacts = include.includes('contacts')
  const secrets = await loadSecrets(db, { reportId, contacts, open: openWords(snapshot, draft.body) })
  const audit = { ...shown.audit, why: shown.audit.why ?? whyWordsStay(shown.audit.body ?? '', secrets) }
  const texts = await loadTexts(db, { reportId, include, secrets })
  const named = textsNamedIn(snapshot, new Map([...texts, [draft.hash, draft], [audit.hash, audit]]))
  const files = [await loadOriginal(db, snapshot), ...(await loadCaptures(db, snapshot))]
  const [original, ...captures] = files
  const publishedBy = published?.seq ?? null
  const history = packedEvents(stored, { secrets, contacts, draft: draft.body, publishedBy })
  return {
    ...{ madeAt: at, included: include, snapshot, snapshotJson: shown.json, published, head },
    ...{ draft: leaving(draft), audit: leaving(audit), events: history.events },
    texts: textsOf(named, draft, audit),
    original: original?.bytes == null ? null : { extension: original.extension, bytes: original.bytes },
    captures: captures.flatMap(({ bytes, ...file }) => (bytes === null ? [] : [{ ...file, bytes }])),
    proofs: await loadProofs(db, stored, publishedBy, snapshot, head.size),
    withheld: [...keptTexts(named), ...keptFiles(files), ...history.withheld],
  }
}

/** A snapshot never changes: it may name what has become a protected source since. */
async function assertNamesNobody(
  db: Database,
  { sources }: Snapshot,
  include: readonly PackInclusion[],
): Promise<void> {
  const ids = sources.flatMap(({ id }) => id ?? [])
  const protectedSince = { OR: [{ protected: true }, { mergedInto: { protected: true } }] }
  if (include.includes('protected-sources')) return
  const count = await db.source.count({ where: { id: { in: ids }, ...protectedSince } })
  if (count > 0)
    throw new Conflict(
      `${count === 1 ? 'A source' : `${count} sources`} that the publication names in the open ${count === 1 ? 'is' : 'are'} protected now. Name protected-sources to let the pack out all the same. Nothing was exported.`,
    )
}

/** @throws Conflict the history does not tell of it */
function publicationIn(events: readonly StoredEvent[], { number }: Shown): PackedPublication | null {
  if (number === null) return null
  const event = events.filter(({ kind }) => kind === 'report.published')[number - 1]
  if (event === undefined)
    throw new Conflict(
      `The history of this report does not tell of publication ${number}: run “stet verify”. Nothing was exported.`,
    )
  return { seq: event.seq, number }
}

async function loadDraft(db: Database, { draft }: Snapshot): Promise<NamedText> {
  const row = await db.draft.findUniqueOrThrow({ where: { id: draft.id }, select: { text: true } })
  const text = told(row.text, null, null)
  if (text === null) throw new Error('A draft without its text')
  return text
}

/** What whoever reads the pack is told anyway. */
const openWords = ({ report, sources }: Snapshot, draft: string | null): readonly string[] => [
  draft ?? '',
  report.authors ?? '',
  ...sources.flatMap(({ title, url }) => [title, url ?? '']),
]

const leaving = ({ body, why }: NamedText): string | null => (why === null ? body : null)

/** Those that leave; draft and audit are files of their own. */
const textsOf = (named: readonly NamedHash[], ...files: readonly NamedText[]): PackedText[] =>
  named.flatMap(({ hash, text }) =>
    text?.why !== null || text.body === null
      ? []
      : [
          files.some((file) => file.hash === hash)
            ? { hash, salt: text.salt }
            : { hash, salt: text.salt, body: text.body },
        ],
  )

const keptTexts = (named: readonly NamedHash[]): Withheld[] =>
  named.flatMap(({ hash, what, where, text }) => {
    const why = text === null ? WHY.missing : text.why
    return why === null ? [] : [{ what, where, why, hash }]
  })

const keptFiles = (files: readonly LoadedFile[]): Withheld[] =>
  files.flatMap(({ sha256: hash, why }, i) =>
    why === null
      ? []
      : [{ what: i === 0 ? 'the original file' : 'what was seen of a source', where: null, why, hash }],
  )
