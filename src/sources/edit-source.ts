import { appendDeskEvent } from '../accounts/desk-event.ts'
import type { Database } from '../db/database.ts'
import { Invalid } from '../errors.ts'
import { completeSource } from './add-source.ts'
import { changeSource, type SourceDeed } from './change-source.ts'
import { LONGEST_ORIGIN, optionalText, type SourceKind } from './source.ts'

export interface SourceEdit extends SourceDeed {
  readonly title: string
  readonly url?: string | undefined
  readonly kind: SourceKind
  /** Asking for a page tells its owner that somebody reads it. */
  readonly doNotFetch: boolean
}

/**
 * Changes what a source is called, where it is, what it is, and whether its page may be asked for. Nothing happens where
 * nothing differs. What makes it one work (its key) stays.
 * @throws NotFound · NotAllowed · Conflict it was merged into another · Invalid no title, no web address, or an address for a protected source
 */
export async function editSource(db: Database, input: SourceEdit): Promise<void> {
  const { title, url } = completeSource(input)
  const next = { title, url: url ?? null, kind: input.kind, doNotFetch: input.doNotFetch }
  await changeSource(db, input, 'edit source', async (tx, source) => {
    if (source.protected && next.url !== null)
      throw new Invalid(
        'Everybody would see the address of a protected source: put it into its private part.',
      )
    const changed = CHANGES.filter(([field]) => source[field] !== next[field]).map(([, words]) => words)
    if (changed.length === 0) return
    const data = source.protected ? { ...next, publicDescriptor: next.title } : next
    await tx.source.update({ where: { id: source.id }, data, select: { id: true } })
    await appendDeskEvent(tx, 'source.edited', input, { sourceId: source.id, changed })
  })
}

const CHANGES = [
  ['title', 'its title'],
  ['url', 'its address'],
  ['kind', 'what it is'],
  ['doNotFetch', 'whether its page may be asked for'],
] as const

/**
 * Puts a source among those of one origin, by that origin's name; '' lets it stand as an origin of its own.
 * @throws NotFound · NotAllowed · Conflict it was merged into another · Invalid the name is too long
 */
export async function setOrigin(
  db: Database,
  input: SourceDeed & { readonly origin: string },
): Promise<void> {
  const originGroup = optionalText(input.origin.replace(/\s+/g, ' '), LONGEST_ORIGIN)
  await changeSource(db, input, 'edit source', async (tx, source) => {
    if (source.originGroup === originGroup) return
    await tx.source.update({ where: { id: source.id }, data: { originGroup }, select: { id: true } })
    const payload = { sourceId: source.id, grouped: originGroup !== null }
    await appendDeskEvent(tx, 'source.origin-set', input, payload)
  })
}
