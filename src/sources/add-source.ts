import type { Actor } from '../accounts/account.ts'
import { appendDeskEvent } from '../accounts/desk-event.ts'
import { assertMayOnDesk } from '../accounts/assert-may-now.ts'
import type { Database, Transaction } from '../db/database.ts'
import { Prisma } from '../db/generated/sqlite/client.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { insertRows } from '../db/insert-rows.ts'
import { newId } from '../db/new-id.ts'
import { Invalid } from '../errors.ts'
import { canonicalUrl, pageKey } from './canonical-url.ts'
import { seenSourceIds } from './seen-sources.ts'
import { standingSources } from './source-family.ts'
import { LONGEST_TITLE, LONGEST_URL, optionalText, requiredText, type SourceKind } from './source.ts'

/** A source as somebody names it by hand. Its address is kept in its canonical form. */
export interface NamedByHand {
  readonly title: string
  readonly url?: string | undefined
  readonly kind: SourceKind
}

export interface NewSource extends NamedByHand {
  readonly by: Actor
  readonly at: Date
  /** Known to the whole desk; false where it comes up at work on a report, and is known to those who may read that. */
  readonly onDesk: boolean
}

/** `known`: it was there already, and nothing was added. */
export interface AddedSource {
  readonly id: string
  readonly known: boolean
}

/**
 * Adds a source that no report may cite, unless one of that address or title is known to this person.
 * @throws NotAllowed for this role · Invalid no title, too long, no web address
 */
export function addSource(db: Database, input: NewSource): Promise<AddedSource> {
  const named = completeSource(input)
  return inTransaction(db, async (tx) => {
    await assertMayOnDesk(tx, input.by, 'add source')
    return addSourceWithin(tx, { ...input, ...named })
  })
}

/**
 * A source's title and canonical address, without blanks.
 * @throws Invalid no title, too long, no web address
 */
export function completeSource({ title, url }: Pick<NamedByHand, 'title' | 'url'>): {
  readonly title: string
  readonly url: string | undefined
} {
  const written = optionalText(url, LONGEST_URL)
  const address = written === null ? null : canonicalUrl(written)
  if (written !== null && address === null)
    throw new Invalid('Give the address as a web address: https://…, or leave it empty.')
  return {
    title: requiredText(title, LONGEST_TITLE, 'Say what the source is called.'),
    url: address ?? undefined,
  }
}

/** The same within a transaction that has asked the policy; `input` is complete. */
export async function addSourceWithin(tx: Transaction, input: NewSource): Promise<AddedSource> {
  const { by, at, title, url = null, kind, onDesk } = input
  const key = keyOf(title, url)
  const known = await knownSource(tx, by, key, url)
  if (known !== null) return { id: await opened(tx, known, onDesk), known: true }
  const id = newId()
  const taken = await tx.source.findUnique({ where: { key }, select: { id: true } })
  const row = { id, key: taken === null ? key : `hand:${id}`, kind, title, url, onDesk, createdAt: at }
  await insertRows(tx, 'Source', [row])
  await appendDeskEvent(tx, 'source.added', { by, at }, { sourceId: id, protected: false })
  return { id, known: false }
}

const keyOf = (title: string, url: string | null): string =>
  url === null
    ? `name:${title.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ')}`
    : `url:${pageKey(url) ?? url}`

/**
 * The source of this key or address that this person may know of. One that only closed reports of others lean on is not
 * found, and must not be: its title would tell of them.
 */
async function knownSource(
  tx: Transaction,
  by: Actor,
  key: string,
  url: string | null,
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ id: string }[]>(Prisma.sql`
    SELECT s."id" FROM "Source" s
    WHERE s."protected" = FALSE AND (s."key" = ${key} OR (s."url" IS NOT NULL AND s."url" = ${url}))
      AND s."id" IN (${seenSourceIds(by)})
    ORDER BY s."createdAt", s."id" LIMIT 1`)
  if (row === undefined) return null
  return (await standingSources(tx, [row.id])).get(row.id)?.id ?? row.id
}

async function opened(tx: Transaction, id: string, onDesk: boolean): Promise<string> {
  if (onDesk) await tx.source.update({ where: { id }, data: { onDesk }, select: { id: true } })
  return id
}
