import { WORD } from './namespaces.ts'
import { paragraph, run } from './runs.ts'
import { escapeXml } from '../../text/escape-xml.ts'

/** What somebody says beside the text. */
export interface WordComment {
  readonly author: string
  /** UTC; null where nobody wrote it down. */
  readonly at: Date | null
  readonly text: string
}

/** `w:comment` elements; each stands at the words whose range carries the same id. */
export const commentXml = (id: number, { author, at, text }: WordComment): string =>
  `<w:comment w:id="${id}" w:author="${escapeXml(author)}" w:initials="${escapeXml(initialsOf(author))}"${dateOf(at)}>${text
    .split('\n')
    .map((words) => paragraph('CommentText', run(words), words))
    .join('')}</w:comment>`

export const commentsXml = (comments: readonly WordComment[]): string =>
  `<w:comments xmlns:w="${WORD}">${comments.map((comment, id) => commentXml(id, comment)).join('')}</w:comments>`

/** Word's dates have no fractions of a second. */
export const dateOf = (at: Date | null): string =>
  at === null ? '' : ` w:date="${at.toISOString().replace(/\.\d+/, '')}"`

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => /^./u.exec(word)?.[0] ?? '')
    .join('')
    .slice(0, 4)

export const rangeStart = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`
export const rangeEnd = (id: number): string =>
  `<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
