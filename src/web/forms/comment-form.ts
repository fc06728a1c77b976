import { LONGEST_COMMENT } from '../../review/comment.ts'
import { fieldOf, type FormResult } from './problems.ts'

export interface TypedComment {
  readonly words: string
  readonly privileged: boolean
  /** Ids of accounts. */
  readonly mentions: readonly string[]
}

/** Reads a posted comment. */
export function readCommentForm(body: unknown): FormResult<TypedComment, TypedComment> {
  const words = fieldOf(body, 'words')
  const typed = {
    words,
    privileged: fieldOf(body, 'privileged') !== '',
    mentions: fieldsOf(body, 'mention'),
  }
  const problem = (text: string) =>
    ({ ok: false, typed, problems: [{ text, href: '#comment-words' }] }) as const
  if (words.trim() === '') return problem('Write the comment first.')
  if (words.length > LONGEST_COMMENT)
    return problem(`Shorten the comment to ${LONGEST_COMMENT} characters; it has ${words.length}.`)
  return { ok: true, typed, value: typed }
}

/** A field that a form may send several times. */
export function fieldsOf(body: unknown, name: string): string[] {
  const value = (body as Readonly<Record<string, unknown>> | undefined)?.[name]
  const values: unknown[] = Array.isArray(value) ? value : [value]
  return values.filter((one): one is string => typeof one === 'string' && one !== '')
}
