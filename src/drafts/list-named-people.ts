import type { Actor } from '../accounts/account.ts'
import { maybeSamePerson } from '../claims/same-person.ts'
import type { Database } from '../db/database.ts'
import { reportOfContacts } from '../review/contacts/contact-at-work.ts'
import { namedInClaims, type NamedClaim } from './named-in-claims.ts'

/** A name that stands in claims. Found by rule: a person, a body, or neither; people decide. */
export interface NamedPerson {
  readonly name: string
  /** Numbers of the claims that name them, in the report's order. */
  readonly claims: readonly number[]
  /** In how many of these they are said to say it. */
  readonly speaks: number
}

/** The most names that are listed. */
const MOST_NAMES = 100

/**
 * The names in a report's claims that no right of reply was offered to yet, as far as the asker knows: those named most first.
 * `offered`: the people to whom it was.
 * @throws NotFound no such report · NotAllowed closed to them
 */
export async function listNamedPeople(
  db: Database,
  { actor, reportId, offered }: { actor: Actor; reportId: string; offered: readonly string[] },
): Promise<readonly NamedPerson[]> {
  const { draftId } = await reportOfContacts(db, actor, reportId, 'see contacts')
  return namedPeople(await namedInClaims(db, draftId))
    .filter(({ name }) => !offered.some((person) => maybeSamePerson(person, name)))
    .slice(0, MOST_NAMES)
}

/**
 * Each name with the claims that hold it, also by its last word alone. A name of one word counts where it speaks ("Interpol
 * said") and is the last of no longer name.
 */
export function namedPeople(claims: readonly NamedClaim[]): NamedPerson[] {
  const holding = new Map<string, NamedClaim[]>()
  for (const claim of claims)
    for (const name of claim.names) holding.set(name, [...(holding.get(name) ?? []), claim])
  const shorts = shortNames([...holding.keys()].filter(isFull))
  const alone = new Set(claims.flatMap(speakersOf).filter((name) => !isFull(name) && !shorts.has(name)))
  return [...holding.keys()]
    .filter((name) => isFull(name) || alone.has(name))
    .map((name) =>
      personOf(name, shorts.get(lastWord(name)) === name ? [name, lastWord(name)] : [name], holding),
    )
    .sort((a, b) => b.claims.length - a.claims.length || a.name.localeCompare(b.name, 'en'))
}

const isFull = (name: string): boolean => /\S\s+\S/u.test(name)
const lastWord = (name: string): string => name.split(/\s+/u).at(-1) ?? name

/** The last word of each full name with that name; null where several end with it, so that it is nobody's. */
function shortNames(full: readonly string[]): ReadonlyMap<string, string | null> {
  const shorts = new Map<string, string | null>()
  for (const name of full) shorts.set(lastWord(name), shorts.has(lastWord(name)) ? null : name)
  return shorts
}

/** The names of a claim that are said to say it. */
const speakersOf = ({ spoken, speaker, names }: NamedClaim): string[] =>
  spoken ? names.filter((name) => maybeSamePerson(speaker, name)) : []

function personOf(
  name: string,
  forms: readonly string[],
  holding: ReadonlyMap<string, readonly NamedClaim[]>,
): NamedPerson {
  const named = [...new Set(forms.flatMap((form) => holding.get(form) ?? []))].sort(
    (a, b) => a.start - b.start,
  )
  return {
    name,
    claims: named.map(({ number }) => number),
    speaks: named.filter(({ spoken, speaker }) => spoken && maybeSamePerson(speaker, name)).length,
  }
}
