import type { ClaimNamed } from './claim-named.ts'
import type { Sentences } from './sentences.ts'

/** What is put to the authors of a report. `author` beside an answer: who gave it by a link; null: the actor. */
export interface QueryEvents {
  'query.asked': ClaimNamed & {
    readonly queryId: string
    readonly authorId: string | null
    readonly wordsHash: string
    readonly deadline: string | null
  }
  'query.answered': ClaimNamed & {
    readonly queryId: string
    readonly answer: string
    readonly answerHash: string | null
    readonly author: string | null
  }
  'query.closed': ClaimNamed & { readonly queryId: string; readonly from: string }
  'author.added': AuthorNamed
  'author.changed': AuthorNamed & { readonly from: string }
  'author-link.created': AuthorNamed & {
    readonly linkId: string
    readonly expiresAt: string
    readonly deadline: string | null
    readonly revoked: number
  }
  'author-link.revoked': AuthorNamed & { readonly linkId: string }
}

interface AuthorNamed {
  readonly authorId: string
  readonly name: string
}

export const querySentences: Sentences<QueryEvents> = {
  'query.asked': (p) => `asked the author about claim ${p.number}`,
  'query.answered': (p) => `answered the query on claim ${p.number}${ANSWERS[p.answer] ?? ''}`,
  'query.closed': (p) => `closed the query on claim ${p.number}`,
  'author.added': (p) => `named ${p.name} as an author`,
  'author.changed': (p) => `changed how the author ${p.name} is named or reached`,
  'author-link.created': (p) =>
    `made a link for the author ${p.name}${p.revoked === 0 ? '' : ', which ends the one before it'}`,
  'author-link.revoked': (p) => `took back the link of the author ${p.name}`,
}

const ANSWERS: Readonly<Record<string, string>> = {
  'on me': ': the author vouches for it',
  source: ' with a source',
}
