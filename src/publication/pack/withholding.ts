import type { EventKind } from '../../history/event-payloads.ts'

/** Why something stays in the house, as the end of a sentence that begins with what it is. */
export const WHY = {
  rationale: 'the checkers’ rationale stays at the desk unless it is named',
  contact: 'it tells of a person who was asked; that stays at the desk unless it is named',
  silent: 'it tells of a person of whom nothing is told',
  protected: 'it tells of a protected source, and never leaves',
  names: 'it names somebody or something that stays at the desk',
  earlier: 'it quotes words that this draft does not have',
  work: 'it tells who at the desk works on what, or may read the report',
  words: 'it holds words that the desk keeps for itself',
  author: 'it names who wrote the report',
  after: 'it happened after the publication',
  unknown: 'it is not known to be fit to leave',
  destroyed: 'two people destroyed it',
  missing: 'the desk could not find it when the pack was made',
  changed: 'what the desk has is no longer what its hash says',
  tooLarge: 'there was no room for it',
} as const
export type Why = (typeof WHY)[keyof typeof WHY]

/**
 * Which events of a report say only what may leave: null. The others stay, each for its reason; of `contact` those that
 * are not off the record leave when contacts are named. What is not in the table stays.
 */
export const KINDS: Partial<Readonly<Record<EventKind, Why | null>>> = {
  'report.imported': null,
  'report.exported': null,
  'report.policy-changed': null,
  'draft.imported': null,
  'reading.confirmed': null,
  'reading.corrected': null,
  'reading.correction-withdrawn': null,

  'claim.made': null,
  'claim.classified': null,
  'sentence.classified': null,
  'classification.withdrawn': null,
  'claim.added': null,
  'claim.split': null,
  'claim.merged': null,
  'claim.relinked': null,
  'claim.attached': null,
  'claim.detached': null,
  'claim.edit-withdrawn': null,
  'claim.grouped': WHY.words,

  'verdict.recorded': null,
  'verdict.withdrawn': null,
  'outcome.decided': null,
  'outcome.withdrawn': null,
  'risk.set': null,
  'difference.decided': null,
  'objection.raised': null,
  'objection.closed': null,
  'objection.taken-over': null,
  'evidence.judged': null,
  'evidence.withdrawn': null,
  'tick.made': null,
  'tick.withdrawn': null,
  'recheck.asked': null,
  'recheck.closed': null,
  'recheck.withdrawn': null,
  'review.set': null,
  'fix.asked': null,
  'fix.answered': null,
  'fix.withdrawn': null,
  'query.asked': null,
  'query.answered': null,
  'query.closed': null,

  'contact.planned': WHY.contact,
  'contact.attempted': WHY.contact,
  'contact.claims-changed': WHY.contact,
  'contact.answered': WHY.contact,
  'contact.claim-answered': WHY.contact,
  'contact.reflected': WHY.contact,
  'contact.changed': WHY.contact,

  'author.added': WHY.author,
  'author.changed': WHY.author,
  'author-link.created': WHY.author,
  'author-link.revoked': WHY.author,

  'comment.written': null,
  'comment.withdrawn': null,
  'claims.assigned': WHY.work,
  'assignments.ended': WHY.work,
  'section.initialed': null,
  'initials.withdrawn': null,
  'report.handed-over': WHY.work,
  'report.closed': WHY.work,
  'report.opened': null,
  'member.named': WHY.work,
  'member.removed': WHY.work,

  'annotations.taken-in': WHY.work,
  'claims-table.taken-in': WHY.work,

  'retention.set': null,
  'hold.set': null,
  'hold.lifted': null,
  'destruction.asked': null,
  'destruction.refused': null,
  'text.destroyed': WHY.words,

  'finding.waived': null,
  'waiver.withdrawn': null,
  'caveat.set': null,
  'caveat.withdrawn': null,
  'sign-off.given': null,
  'sign-off.withdrawn': null,
  'publication.asked': null,
  'publication.refused': null,
  'report.published': null,
  'publication.corrected': null,
  'publication.withdrawn': null,
}

/** What is told of a report that went out, whatever else happened since. */
export const PUBLIC_KINDS: ReadonlySet<string> = new Set([
  'report.published',
  'publication.corrected',
  'publication.withdrawn',
])

/** Names in a payload under which words of a text stand. */
const QUOTING: ReadonlySet<string> = new Set(['quote', 'original', 'proposed', 'words', 'section'])

/** The words that a payload quotes of a draft, or proposes for one. */
export function quotedIn(payload: unknown): readonly string[] {
  if (payload === null || typeof payload !== 'object') return []
  return Object.entries(payload).flatMap(([name, part]) =>
    typeof part === 'string' ? (QUOTING.has(name) ? [part] : []) : quotedIn(part),
  )
}

/** Every text in a payload, at any depth. */
export function stringsIn(payload: unknown): readonly string[] {
  if (typeof payload === 'string') return [payload]
  if (payload === null || typeof payload !== 'object') return []
  return Object.values(payload).flatMap(stringsIn)
}

/** What must not be told: ids of rows with the reason, and names and addresses, as a pattern. */
export interface Secrets {
  readonly ids: ReadonlyMap<string, Why>
  readonly names: RegExp | null
}

/** The shortest name that is looked for, in UTF-16 code units: shorter ones stand in too many words. */
const SHORTEST_NAME = 3

/** Finds any of these names as whole words, in whatever case; null where there are none. */
export function namesPattern(names: Iterable<string>): RegExp | null {
  const told = [...new Set([...names].map((name) => name.trim()))].filter(
    (name) => name.length >= SHORTEST_NAME,
  )
  if (told.length === 0) return null
  const any = told.map((name) => name.replace(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')).join('|')
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'iu')
}

/** Where an event stands to what is packed. */
export interface Packing {
  readonly secrets: Secrets
  readonly contacts: boolean
  /** Of the draft that is packed; null where it was destroyed. */
  readonly draft: string | null
  /** Number of the event with which it was published. */
  readonly publishedBy: number | null
}

/** Why what an event says stays in the house; null where it leaves. */
export function whyEventStays(
  { kind, seq, payload }: { readonly kind: string; readonly seq: number; readonly payload: unknown },
  { secrets, contacts, draft, publishedBy }: Packing,
): Why | null {
  const why = (KINDS as Readonly<Record<string, Why | null | undefined>>)[kind]
  if (why === undefined) return WHY.unknown
  if (why !== null && !(why === WHY.contact && contacts)) return why
  if (publishedBy !== null && seq > publishedBy && !PUBLIC_KINDS.has(kind)) return WHY.after
  const strings = stringsIn(payload)
  const told = strings.map((text) => secrets.ids.get(text)).find((reason) => reason !== undefined)
  if (told !== undefined) return told
  if (quotedIn(payload).some((words) => draft?.includes(words) !== true)) return WHY.earlier
  return strings.some((text) => secrets.names?.test(text) === true) ? WHY.names : null
}

/** Why a text stays because of the names in it; null where it leaves. */
export const whyWordsStay = (words: string, { names }: Secrets): Why | null =>
  names?.test(words) === true ? WHY.names : null
