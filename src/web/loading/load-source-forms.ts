import type { Actor } from '../../accounts/account.ts'
import type { Database } from '../../db/database.ts'
import { listReports } from '../../drafts/report-view.ts'
import { listSources, type ListedSource } from '../../sources/list-sources.ts'
import type { Person, SourceDetail } from '../../sources/show-source.ts'

/** What the forms of a source's page offer to choose from. */
export interface SourceForms {
  readonly like: string
  /** Sources that may be duplicates of it. */
  readonly candidates: readonly ListedSource[]
  /** Who could be named on it, beside the reader. */
  readonly people: readonly Person[]
  /** Reports to whose claims it can be put. */
  readonly reports: readonly { readonly id: string; readonly title: string }[]
}

const CANDIDATES = 10
const REPORTS = 100

/** `like`: words of a duplicate's title or address; when empty, the first words of the source's own. */
export async function loadSourceForms(
  db: Database,
  reader: Actor,
  source: SourceDetail,
  like: string,
  rights: { readonly merge: boolean; readonly protect: boolean; readonly give: boolean },
): Promise<SourceForms> {
  const words = like.trim() === '' ? source.title.split(/\s+/).slice(0, 2).join(' ') : like.trim()
  const [found, people, reports] = await Promise.all([
    rights.merge ? listSources(db, reader, { q: words }, { limit: CANDIDATES + 1, skip: 0 }) : null,
    rights.protect ? peopleBeside(db, reader) : [],
    rights.give ? listReports(db, reader, { limit: REPORTS }) : null,
  ])
  const candidates = (found?.items ?? []).filter(
    (one) => one.id !== source.id && one.protected === source.protected,
  )
  return {
    like: words,
    candidates: candidates.slice(0, CANDIDATES),
    people,
    reports: (reports?.items ?? []).map(({ id, title }) => ({ id, title })),
  }
}

const peopleBeside = (db: Database, reader: Actor): Promise<Person[]> =>
  db.account.findMany({
    where: { id: { not: reader.id }, suspendedAt: null, sample: false },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true },
  })
