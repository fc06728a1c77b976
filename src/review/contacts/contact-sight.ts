import type { ContactTerms } from '../contact.ts'

/** What somebody may see of a contact beyond that there is one. */
export interface ContactSight {
  /** Who the person is. */
  readonly person: boolean
  /** What was put, tried and answered. */
  readonly words: boolean
  /** Whether they may go on with it: only who sees all of it can. */
  readonly all: boolean
}

interface Beholder {
  readonly terms: string
  /** They made the contact. */
  readonly own: boolean
  /** They may see what is off the record in this report (`accounts/policy.ts`). */
  readonly editor: boolean
  /** The person is a protected source: whether they are among those who know it. Null where it is none. */
  readonly initiated: boolean | null
}

const OPEN: ContactTerms = 'on the record'
const SHUT: ContactTerms = 'off the record'

/** On background the name is kept, off the record the words too; a protected source is known to whom it names, and to who met it. */
export function sightOf({ terms, own, editor, initiated }: Beholder): ContactSight {
  const trusted = own || editor
  const person = (terms === OPEN || trusted) && (initiated !== false || own)
  const words = terms !== SHUT || trusted
  return { person, words, all: person && words }
}

/** What stands in the place of a name that is kept. */
export const unnamed = (terms: string, publicDescriptor: string | null): string =>
  publicDescriptor ??
  (terms === OPEN ? 'a protected source' : `somebody ${terms === SHUT ? '' : 'on '}${terms}`)
