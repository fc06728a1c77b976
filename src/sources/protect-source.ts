import type { Actor } from '../accounts/account.ts'
import { appendDeskEvent } from '../accounts/desk-event.ts'
import { assertMayOnDesk } from '../accounts/assert-may-now.ts'
import type { Database, Transaction } from '../db/database.ts'
import { inTransaction } from '../db/in-transaction.ts'
import { insertRows } from '../db/insert-rows.ts'
import { newId } from '../db/new-id.ts'
import { Conflict, Invalid } from '../errors.ts'
import { canonicalJson } from '../history/canonical.ts'
import { seal } from '../history/sealed-text.ts'
import { changeSource, type SourceDeed } from './change-source.ts'
import { completeProtection, privatePartOf, type PrivatePart, type ProtectionAsked } from './protection.ts'
import type { FoundSource } from './find-source.ts'
import { sourceFamily } from './source-family.ts'
import type { SourceKind } from './source.ts'

/**
 * Protects a source, or changes its protection: what it is and where is sealed for the people named, and its row holds the
 * public descriptor alone, so that no page, list, search or export has anything else to show.
 * @throws NotFound · NotAllowed not named on it · Conflict it was merged, or others into it · Invalid words are missing, or a person is not there
 */
export function protectSource(db: Database, input: SourceDeed & ProtectionAsked): Promise<void> {
  const asked = completeProtection(input)
  return changeSource(db, input, 'protect source', async (tx, source) => {
    if (!source.protected) await assertNothingMerged(tx, source)
    const before = await privatePart(tx, source)
    const { title, url, key } = before ?? source
    const locatorHash = await sealPrivate(tx, source.id, { title, url, key, locator: asked.locator })
    const shown = { title: asked.descriptor, publicDescriptor: asked.descriptor, url: null }
    const row = { ...shown, key: `protected:${source.id}`, protected: true }
    await tx.source.update({ where: { id: source.id }, data: row, select: { id: true } })
    const readers = await nameReaders(tx, source.id, asked.readers, input)
    const kind = source.protected ? 'source.protection-changed' : 'source.protected'
    await appendDeskEvent(tx, kind, input, { sourceId: source.id, locatorHash, readers })
  })
}

export interface NewProtectedSource extends ProtectionAsked {
  readonly kind: SourceKind
  readonly by: Actor
  readonly at: Date
  readonly onDesk: boolean
}

/**
 * Adds a source that is protected from its first moment on.
 * @throws NotAllowed · Invalid words are missing, or a person is not there
 */
export function addProtectedSource(
  db: Database,
  input: NewProtectedSource,
): Promise<{ readonly id: string; readonly known: false }> {
  const asked = completeProtection(input)
  return inTransaction(db, async (tx) => {
    await assertMayOnDesk(tx, input.by, 'add source')
    const id = newId()
    const shown = { title: asked.descriptor, publicDescriptor: asked.descriptor, protected: true }
    const { kind, onDesk, at } = input
    await insertRows(tx, 'Source', [{ id, key: `protected:${id}`, kind, ...shown, onDesk, createdAt: at }])
    const never = { title: null, url: null, key: null }
    const locatorHash = await sealPrivate(tx, id, { ...never, locator: asked.locator })
    const readers = await nameReaders(tx, id, asked.readers, input)
    await appendDeskEvent(tx, 'source.added', input, { sourceId: id, protected: true })
    await appendDeskEvent(tx, 'source.protected', input, { sourceId: id, locatorHash, readers })
    return { id, known: false }
  })
}

/**
 * Lifts a protection: title and address stand open again as they were. The private words stay sealed and are shown to nobody.
 * @throws NotFound · NotAllowed not named on it · Conflict it is not protected
 */
export function liftProtection(db: Database, input: SourceDeed): Promise<void> {
  return changeSource(db, input, 'protect source', async (tx, source) => {
    if (!source.protected)
      throw new Conflict('This source is not protected: somebody lifted it before. Nothing was changed.')
    if ((await sourceFamily(tx, source.id)).length > 1)
      throw new Conflict('Others were merged into this source: undo those merges first. Nothing was changed.')
    const before = await privatePart(tx, source)
    const row = {
      title: before?.title ?? source.title,
      url: before?.url ?? null,
      key: await freeKey(tx, source.id, before?.key ?? null),
      protected: false,
      publicDescriptor: null,
      privateLocatorId: null,
    }
    await tx.source.update({ where: { id: source.id }, data: row, select: { id: true } })
    await tx.sourceReader.deleteMany({ where: { sourceId: source.id } })
    const sealed = await tx.sealedText.findUnique({ where: { id: source.privateLocatorId ?? '' } })
    const payload = { sourceId: source.id, locatorHash: sealed?.hash ?? '' }
    await appendDeskEvent(tx, 'source.protection-lifted', input, payload)
  })
}

async function assertNothingMerged(tx: Transaction, source: FoundSource): Promise<void> {
  if ((await sourceFamily(tx, source.id)).length > 1)
    throw new Conflict(
      'Others were merged into this source and would tell what it is: undo those merges, and protect each. Nothing was changed.',
    )
}

async function privatePart(tx: Transaction, source: FoundSource): Promise<PrivatePart | null> {
  if (source.privateLocatorId === null) return null
  const sealed = await tx.sealedText.findUnique({ where: { id: source.privateLocatorId } })
  return privatePartOf(sealed?.body ?? null)
}

/** @returns the salted hash of what was sealed */
async function sealPrivate(tx: Transaction, id: string, part: PrivatePart): Promise<string> {
  const sealed = seal(canonicalJson({ ...part }))
  await insertRows(tx, 'SealedText', [sealed])
  await tx.source.update({ where: { id }, data: { privateLocatorId: sealed.id }, select: { id: true } })
  return sealed.hash
}

/** Names who sees what the source is: those asked for, and always who asks. */
async function nameReaders(
  tx: Transaction,
  sourceId: string,
  asked: readonly string[],
  { by, at }: Pick<SourceDeed, 'by' | 'at'>,
): Promise<string[]> {
  const readers = [...new Set([by.id, ...asked])]
  const there = { id: { in: readers }, suspendedAt: null, sample: false }
  if ((await tx.account.count({ where: there })) < readers.length)
    throw new Invalid('One of the people is not on this desk any more: choose again. Nothing was changed.')
  await tx.sourceReader.deleteMany({ where: { sourceId } })
  const rows = readers.map((accountId) => ({ sourceId, accountId, addedAt: at }))
  await insertRows(tx, 'SourceReader', rows)
  return readers
}

/** The key that it had, unless another source came to it meanwhile. */
async function freeKey(tx: Transaction, id: string, key: string | null): Promise<string> {
  if (key === null) return `hand:${id}`
  const taken = await tx.source.findUnique({ where: { key }, select: { id: true } })
  return taken === null ? key : `hand:${id}`
}
