import type { AuthorsView, AuthorView } from '../../review/list-authors.ts'
import { timeWords, type TimeWords } from './time-words.ts'

/** What a refused form had in it. `about`: '' for a new author, an author's id, or `link-` and their id. */
export interface TypedAuthor {
  readonly about: string
  readonly name: string
  readonly email: string
  readonly deadline: string
  readonly expiresAt: string
}

export interface AuthorsPage {
  readonly authors: readonly AuthorRow[]
  readonly unnamed: AuthorsView['unnamed']
  /** For the form that adds one. */
  readonly typed: { readonly name: string; readonly email: string }
}

export interface AuthorRow {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly waits: string
  readonly link: LinkRow | null
  readonly typed: TypedAuthor | null
  readonly typedLink: TypedAuthor | null
}

interface LinkRow {
  readonly id: string
  readonly by: string
  readonly at: TimeWords
  readonly deadline: TimeWords | null
  readonly expiresAt: TimeWords
  readonly opened: TimeWords | null
  /** The address, on the one page that shows it. */
  readonly address: string | null
  /** Begins a letter with the address in it, where the author has one to write to. */
  readonly mailto: string | null
}

type Made = { readonly linkId: string; readonly address: string } | null

export const authorsPage = (view: AuthorsView, typed: TypedAuthor | null, made: Made): AuthorsPage => ({
  unnamed: view.unnamed,
  authors: view.authors.map((author) => rowOf(author, typed, made)),
  typed: typed?.about === '' ? typed : { name: '', email: '' },
})

function rowOf(author: AuthorView, typed: TypedAuthor | null, made: Made): AuthorRow {
  const { id, name, email, openQueries, openFixes, link } = author
  return {
    ...{ id, name, email: email ?? '' },
    waits: `${counted(openQueries, 'query', 'queries')}, ${counted(openFixes, 'fix', 'fixes')}`,
    typed: typed?.about === id ? typed : null,
    typedLink: typed?.about === `link-${id}` ? typed : null,
    link: link === null ? null : linkRow(link, made?.linkId === link.id ? made.address : null, email),
  }
}

const counted = (n: number, one: string, many: string): string => `${n} open ${n === 1 ? one : many}`

function linkRow(
  link: NonNullable<AuthorView['link']>,
  address: string | null,
  email: string | null,
): LinkRow {
  const letter = new URLSearchParams({ subject: 'Questions about your text', body: address ?? '' })
  return {
    ...{ id: link.id, by: link.createdBy, at: timeWords(link.createdAt), address },
    deadline: link.deadline === null ? null : timeWords(link.deadline),
    expiresAt: timeWords(link.expiresAt),
    opened: link.lastUsedAt === null ? null : timeWords(link.lastUsedAt),
    mailto:
      address === null || email === null
        ? null
        : `mailto:${encodeURIComponent(email)}?${letter.toString().replaceAll('+', '%20')}`,
  }
}
