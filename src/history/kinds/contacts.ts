import type { ClaimNamed } from './claim-named.ts'
import type { Sentences } from './sentences.ts'

/** What is put to people and what they answer. Neither their names nor their words stand here. `claims`: numbers. */
export interface ContactEvents {
  'contact.planned': {
    readonly contactId: string
    readonly how: string
    readonly terms: string
    readonly rightOfReply: boolean
    /** ISO 8601, UTC. */
    readonly deadline: string | null
    readonly claims: readonly number[]
    readonly putHash: string | null
  }
  'contact.attempted': {
    readonly contactId: string
    readonly attemptId: string
    readonly how: string
    readonly reached: boolean
    readonly wordsHash: string | null
  }
  'contact.claims-changed': {
    readonly contactId: string
    readonly added: readonly number[]
    readonly removed: readonly number[]
  }
  'contact.answered': {
    readonly contactId: string
    readonly terms: string
    readonly claims: readonly number[]
    /** Of all that was put; null where none was given, or off the record. */
    readonly answer: string | null
    readonly wordsHash: string | null
  }
  'contact.claim-answered': ClaimNamed & {
    readonly contactId: string
    readonly evidenceId: string
    readonly terms: string
    /** Null: off the record. */
    readonly answer: string | null
    readonly wordsHash: string | null
    /** The evidence whose place it takes: the person was asked again, or it was noted anew. */
    readonly supersedes: string | null
  }
  'contact.reflected': {
    readonly contactId: string
    readonly claimId: string | null
    readonly number: number | null
    /** The number of the claim where it was noted before; null for nowhere. */
    readonly was?: number | null
  }
  'contact.changed': {
    readonly contactId: string
    readonly changeId: string
    /** `person` too, whose names stand with the contact alone. */
    readonly changed: readonly string[]
    readonly was: FieldsTold
    readonly is: FieldsTold
    /** More may be told of what was answered before. */
    readonly loosened: boolean
    readonly reasonHash: string | null
  }
}

/** Those that changed. `deadline`: ISO 8601, UTC. */
interface FieldsTold {
  readonly how?: string
  readonly terms?: string
  readonly rightOfReply?: boolean
  readonly deadline?: string | null
}

export const contactSentences: Sentences<ContactEvents> = {
  'contact.planned': (p) =>
    `${p.rightOfReply ? 'offered somebody a right of reply' : 'planned to ask somebody'} by ${way(p.how)}, ${aside(p.terms)}${p.claims.length === 0 ? '' : `, on ${claimsInWords(p.claims)}`}${p.deadline === null ? '' : `, ${until(p.deadline)}`}`,
  'contact.attempted': (p) =>
    `tried to reach somebody by ${way(p.how)}: ${p.reached ? 'reached' : 'not reached'}`,
  'contact.claims-changed': (p) =>
    [
      ...(p.added.length === 0 ? [] : [`put ${claimsInWords(p.added)} to somebody who is asked`]),
      ...(p.removed.length === 0 ? [] : [`no longer puts ${claimsInWords(p.removed)} to them`]),
    ].join('; '),
  'contact.answered': (p) =>
    `noted what somebody answered ${aside(p.terms)}${p.claims.length === 0 ? '' : ` to ${claimsInWords(p.claims)}`}${p.answer === null ? '' : `: ${answerInWords(p.answer)} on all of it`}`,
  'contact.claim-answered': (p) =>
    `noted ${p.supersedes === null ? '' : 'anew '}what somebody said ${aside(p.terms)} of claim ${p.number}${p.answer === null ? '' : `: ${answerInWords(p.answer)}`}`,
  'contact.reflected': (p) =>
    p.number === null
      ? `took back ${p.was == null ? 'where a reply is reflected' : `that a reply is reflected in claim ${p.was}`}`
      : `noted that a reply is reflected in claim ${p.number}${p.was == null ? '' : `, no longer in claim ${p.was}`}`,
  'contact.changed': (p) => `changed a contact: ${changesInWords(p)}`,
}

function changesInWords({
  changed,
  was,
  is,
  loosened,
  reasonHash,
}: ContactEvents['contact.changed']): string {
  const why = reasonHash === null ? '' : ', with a reason'
  const words: Readonly<Record<string, () => string>> = {
    person: () => 'who is asked',
    how: () => `from ${way(was.how ?? '')} to ${way(is.how ?? '')}`,
    terms: () =>
      `from ${aside(was.terms ?? '')} to ${aside(is.terms ?? '')}${loosened ? `, loosened after an answer${why}` : ''}`,
    rightOfReply: () => (is.rightOfReply === true ? 'a right of reply now' : 'no right of reply any more'),
    deadline: () => `${until(was.deadline)} before, ${until(is.deadline)} now`,
  }
  return changed.flatMap((field) => words[field]?.() ?? []).join('; ')
}

const ANSWERS: Readonly<Record<string, string>> = { none: 'no reply', declined: 'declined to say' }

/** What somebody answered, as people say it. */
export const answerInWords = (answer: string): string => ANSWERS[answer] ?? answer

const way = (how: string): string => (how === 'in person' ? 'a visit' : how === 'other' ? 'another way' : how)
const until = (deadline: string | null | undefined): string =>
  deadline == null ? 'no deadline' : `until ${deadline.slice(0, 16).replace('T', ' ')} UTC`
const aside = (terms: string): string => (terms === 'background' ? 'on background' : terms)

const MOST_NAMED = 12

function claimsInWords(numbers: readonly number[]): string {
  if (numbers.length === 1) return `claim ${numbers[0] ?? ''}`
  if (numbers.length > MOST_NAMED) return `${numbers.length} claims`
  return `claims ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1) ?? ''}`
}
