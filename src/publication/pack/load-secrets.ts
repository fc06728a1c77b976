import type { Database } from '../../db/database.ts'
import { type PrivatePart, privatePartOf } from '../../sources/protection.ts'
import { namesPattern, type Secrets, WHY, type Why } from './withholding.ts'

export interface SecretsAsked {
  readonly reportId: string
  /** Contacts were named to leave. */
  readonly contacts: boolean
  /** What is public anyway, whoever is named in it. */
  readonly open: readonly string[]
}

/** What of a report must not be told outside: who was asked, protected sources, and who wrote it, as far as the text does not say it. */
export async function loadSecrets(db: Database, asked: SecretsAsked): Promise<Secrets> {
  const ids = new Map<string, Why>()
  const names = new Set<string>()
  for (const { id, person, terms, secret } of await loadContacts(db, asked.reportId)) {
    if (terms === 'off the record') ids.set(id, asked.contacts ? WHY.silent : WHY.contact)
    else if (!asked.contacts) ids.set(id, WHY.contact)
    if (secret || !asked.contacts) for (const name of namesOf(person)) names.add(name)
  }
  for (const { id, part } of await loadProtected(db)) {
    ids.set(id, WHY.protected)
    for (const name of [part?.title, part?.url, part?.key, ...namesOf(part?.locator ?? '')])
      names.add(name ?? '')
  }
  await addJudgements(db, asked.reportId, ids)
  for (const { name } of await db.reportAuthor.findMany({ where: { reportId: asked.reportId } }))
    names.add(name)
  const open = asked.open.join('\n').toLowerCase()
  return { ids, names: namesPattern([...names].filter((name) => !open.includes(name.trim().toLowerCase()))) }
}

/** A name as it was noted, and without what follows it: “Ida Holm, harbour master” is found as “Ida Holm”, too. */
const namesOf = (noted: string): readonly string[] => [noted, noted.split(/[,;:(\n]/, 1)[0] ?? '']

/** Everybody who was asked. Off the record is who ever was: what was said then stays. */
async function loadContacts(db: Database, reportId: string) {
  const rows = await db.contact.findMany({
    where: { reportId },
    select: { id: true, person: true, terms: true, changes: { select: { was: true } } },
  })
  return rows.map(({ id, person, terms, changes }) => {
    const ever = [terms, ...changes.map(({ was }) => (JSON.parse(was) as { terms?: string }).terms ?? terms)]
    const told = ever.includes('off the record') ? 'off the record' : terms
    return { id, person, terms: told, secret: told !== 'on the record' }
  })
}

/** Every protected source of the desk with what it is, and those merged into one; their captures bear their secret, too. */
async function loadProtected(db: Database): Promise<{ id: string; part: PrivatePart | null }[]> {
  const rows = await db.source.findMany({
    where: { OR: [{ protected: true }, { mergedInto: { protected: true } }] },
    select: {
      id: true,
      privateLocator: { select: { body: true } },
      captures: { select: { id: true } },
      linkChecks: { select: { id: true } },
    },
  })
  return rows.flatMap(({ id, privateLocator, captures, linkChecks }) => [
    { id, part: privatePartOf(privateLocator?.body ?? null) },
    ...[...captures, ...linkChecks].map((one) => ({ id: one.id, part: null })),
  ])
}

/** Adds what was judged, ticked or asked anew by what is secret: its id in an event would tell of it. */
async function addJudgements(db: Database, reportId: string, ids: Map<string, Why>): Promise<void> {
  const of = { where: { claim: { reportId } } } as const
  const cited = { citation: { select: { id: true, sourceId: true } } } as const
  const judged = await db.evidence.findMany({
    ...of,
    select: { id: true, sourceId: true, contactId: true, captureId: true, ...cited },
  })
  const ticked = await db.tick.findMany({
    where: { draft: { reportId } },
    select: { id: true, sourceId: true, ...cited },
  })
  const rechecked = await db.recheck.findMany({
    ...of,
    select: { id: true, sourceId: true, linkCheckId: true },
  })
  for (const row of [...judged, ...ticked, ...rechecked]) {
    const { id, citation, ...others } = { citation: null, ...row }
    const why = [...Object.values(others), citation?.sourceId]
      .map((one) => ids.get(one ?? ''))
      .find((reason) => reason !== undefined)
    if (why === undefined) continue
    ids.set(id, why)
    if (citation !== null && why === WHY.protected) ids.set(citation.id, why)
  }
}
