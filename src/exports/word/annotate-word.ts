import { readDocx } from '../../reading/docx/read-docx.ts'
import { signedByDesk } from '../../reading/office/desk-comment.ts'
import { layOutFlow } from '../../reading/lay-out-flow.ts'
import type { LaidDocument } from '../../reading/laid-document.ts'
import type { Span } from '../../text/span.ts'
import { BodyEditor } from './body-editor.ts'
import type { WordComment } from './comments-part.ts'
import { locate } from './locate.ts'
import { PackageEditor } from './package-editor.ts'
import { textNodesOf } from './text-nodes.ts'
import { replacements } from './word-changes.ts'
import { type Piece, piecesOf } from './word-pieces.ts'

/** A comment on words of the draft. */
export interface CommentOnWords extends WordComment, Span {}

/** Words proposed for exact words of the draft. */
export interface ProposedChange extends Span {
  readonly author: string
  readonly at: Date
  readonly words: string
}

export interface Annotated {
  readonly bytes: Uint8Array
  /** What could not be put on its words with certainty; the file holds it as comments on its first words. */
  readonly unplaced: readonly CommentOnWords[]
}

/**
 * Puts comments and tracked changes on the words of a Word file; everything else in it stays as it is. Spans are into `draft`, the
 * text that was read from this file; where another version of the reading reads it otherwise, only certain places count.
 * @throws Invalid for what is no Word file
 */
export function annotateWord(
  bytes: Uint8Array,
  draft: { readonly text: string },
  comments: readonly CommentOnWords[],
  changes: readonly ProposedChange[],
): Annotated {
  const page = new AnnotatedPage(bytes, draft.text)
  for (const change of changes) page.propose(change)
  for (const comment of comments) page.comment(comment)
  return page.finish()
}

/** The text's part of a Word file, as it fills with comments and changes. */
class AnnotatedPage {
  private readonly file: PackageEditor
  private readonly laid: LaidDocument
  private readonly pieces: readonly Piece[]
  private readonly body: BodyEditor
  private readonly written = new Map<number, WordComment>()
  private readonly unplaced: CommentOnWords[] = []
  private nextComment: number

  constructor(
    bytes: Uint8Array,
    private readonly draft: string,
  ) {
    this.laid = layOutFlow(readDocx(bytes, { traced: true }))
    this.file = new PackageEditor(bytes)
    const { cursor } = this.file
    const { xml } = cursor
    const traced = this.laid.sources.filter(({ part }) => part === this.file.main)
    this.pieces = piecesOf(xml, this.laid.text, traced, textNodesOf(cursor))
    this.body = new BodyEditor(xml, this.pieces, nextIdOf(xml))
    this.nextComment = this.file.nextCommentId()
  }

  /** A tracked change; a comment with the proposed words where they cannot be tracked. */
  propose(change: ProposedChange): void {
    const { text, markers } = this.laid
    const place = locate(change, this.draft, text)
    const parts =
      place && replacements(text.slice(place.start, place.end), change.words, place.start, markers)
    if (parts && this.body.canChange(parts)) for (const part of parts) this.body.change(part, change)
    else this.comment({ ...change, author: signedByDesk(change.author), text: `Proposed: “${change.words}”` })
  }

  comment(comment: CommentOnWords): void {
    const place = locate(comment, this.draft, this.laid.text)
    if (place === null || !this.write(place, comment)) this.unplaced.push(comment)
  }

  finish(): Annotated {
    for (const { start, end, ...comment } of this.unplaced) {
      const text = `On “${this.draft.slice(start, end)}”: ${comment.text}`
      if (this.pieces[0]) this.write(this.pieces[0], { ...comment, text })
    }
    this.file.write(this.file.main, this.body.finish())
    this.file.addComments(this.written)
    return { bytes: this.file.finish(), unplaced: this.unplaced }
  }

  private write(place: Span, comment: WordComment): boolean {
    if (!this.body.comment(place, this.nextComment)) return false
    this.written.set(this.nextComment++, comment)
    return true
  }
}

/** The first `w:id` above all that the part has. */
function nextIdOf(xml: string): number {
  let highest = 0
  for (const [, id] of xml.matchAll(/:id="(\d{1,9})"/g)) highest = Math.max(highest, Number(id))
  return highest + 1
}
