import type { Database } from '../db/database.ts'
import type { CslItem } from '../reading/document.ts'
import { standingSources } from '../sources/source-family.ts'
import type { ExportedSource } from './exported-report.ts'
import type { Inclusion } from './formats.ts'

/** The sources of a report that may leave. */
export interface ExportedSources {
  readonly list: readonly ExportedSource[]
  /** By the id of a source as a citation or evidence names it: what it counts for, where that may leave. */
  readonly standing: ReadonlyMap<string, ExportedSource>
  /** Ids of all sources that are protected, whether they may leave or not, by the id that names them. */
  readonly kept: ReadonlySet<string>
  /** Ids of the sources that a note cites, by the note's index. */
  readonly citedBy: ReadonlyMap<number, readonly string[]>
}

/**
 * What the present draft cites and what was judged as evidence, each as what it counts for. Protected sources are left out, or, where
 * they were named, given with what everybody may read of them; who they are never leaves.
 */
export async function loadExportedSources(
  db: Database,
  asked: { readonly reportId: string; readonly draftId: string; readonly include: readonly Inclusion[] },
): Promise<ExportedSources> {
  const citations = await db.$queryRaw<{ note: number; csl: string; sourceId: string }[]>`
    SELECT n."index" AS "note", c."csl", c."sourceId"
    FROM "Citation" c JOIN "Note" n ON n."id" = c."noteId"
    WHERE n."draftId" = ${asked.draftId} AND c."sourceId" IS NOT NULL ORDER BY n."index", c."index"`
  const judged = await db.$queryRaw<{ sourceId: string }[]>`
    SELECT DISTINCT e."sourceId" FROM "Evidence" e JOIN "Claim" c ON c."id" = e."claimId"
    WHERE c."reportId" = ${asked.reportId} AND e."sourceId" IS NOT NULL AND e."contactId" IS NULL
    ORDER BY e."sourceId"`
  const ids = [...new Set([...citations, ...judged].map(({ sourceId }) => sourceId))]
  const named = await standingSources(db, ids)
  const kinds = await kindsOf(
    db,
    [...named.values()].map(({ id }) => id),
  )
  const works = new Map<string, CslItem>()
  for (const { sourceId, csl } of citations) {
    const id = named.get(sourceId)?.id ?? sourceId
    works.set(id, fuller(works.get(id), JSON.parse(csl) as CslItem))
  }
  const list = new Map<string, ExportedSource>()
  const standing = new Map<string, ExportedSource>()
  for (const id of ids) {
    const source = named.get(id)
    if (source === undefined || (source.protected && !asked.include.includes('protected-sources'))) continue
    const kind = kinds.get(source.id) ?? 'document'
    const known = list.get(source.id) ?? {
      ...{ id: source.id, kind, title: source.title, reliability: source.reliability },
      url: source.protected ? null : source.url,
      fallen: source.fallen,
      protected: source.protected,
      work: {
        ...(source.protected
          ? bareWork(kind, source.title)
          : (works.get(source.id) ?? bareWork(kind, source.title))),
        id: source.id,
      },
    }
    list.set(source.id, known)
    standing.set(id, known)
  }
  return {
    list: [...list.values()],
    standing,
    kept: new Set(ids.filter((id) => named.get(id)?.protected === true)),
    citedBy: byNote(citations, standing),
  }
}

/** The description that says more; it may come from any note that cites the work. Its place in the work is the note's alone. */
function fuller(known: CslItem | undefined, cited: CslItem): CslItem {
  const work = Object.fromEntries(
    Object.entries(cited).filter(([name]) => name !== 'locator'),
  ) as unknown as CslItem
  return known === undefined || Object.keys(work).length > Object.keys(known).length ? work : known
}

const WORK_TYPES: Readonly<Record<string, string>> = {
  person: 'personal_communication',
  dataset: 'dataset',
  outlet: 'webpage',
}

const bareWork = (kind: string, title: string): CslItem => ({ type: WORK_TYPES[kind] ?? 'document', title })

async function kindsOf(db: Database, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const kinds = new Map<string, string>()
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const rows = await db.source.findMany({
      where: { id: { in: ids.slice(from, from + AT_ONCE) } },
      select: { id: true, kind: true },
    })
    for (const { id, kind } of rows) kinds.set(id, kind)
  }
  return kinds
}

/** How many ids one question names. */
const AT_ONCE = 5_000

function byNote(
  citations: readonly { readonly note: number; readonly sourceId: string }[],
  standing: ReadonlyMap<string, ExportedSource>,
): ReadonlyMap<number, readonly string[]> {
  const cited = new Map<number, string[]>()
  for (const { note, sourceId } of citations) {
    const source = standing.get(sourceId)
    if (source === undefined) continue
    const known = cited.get(note)
    if (known === undefined) cited.set(note, [source.id])
    else if (!known.includes(source.id)) known.push(source.id)
  }
  return cited
}
