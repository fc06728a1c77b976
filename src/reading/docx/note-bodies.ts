import type { FlowBlock } from '../flow.ts'
import type { XmlCursor } from '../office/xml-cursor.ts'
import { readStory } from './read-story.ts'
import { StoryWriter } from './story-writer.ts'
import type { WordContext } from './word-context.ts'

/** What `w:footnote`, `w:endnote` or `w:comment` holds. */
export interface NoteBody {
  readonly blocks: readonly FlowBlock[]
  /** The name of its last paragraph, by which comments are answered. */
  readonly paragraph: string | null
  /** Who wrote it, where it is a comment. */
  readonly author: string | null
}

/** The lines between text and notes stand among the notes under types of their own. */
const isText = (type: string | null): boolean => type === null || type === 'normal'

/** The bodies in a part of notes by their ids; none where there is no such part. */
export function noteBodies(
  cursor: XmlCursor | null,
  element: string,
  context: WordContext,
): ReadonlyMap<string, NoteBody> {
  const bodies = new Map<string, NoteBody>()
  while (cursor && cursor.next() !== 'end') {
    if (cursor.kind !== 'open' || cursor.name !== element) continue
    const id = cursor.attribute('w:id') ?? ''
    const author = cursor.attribute('w:author')
    if (!isText(cursor.attribute('w:type'))) {
      cursor.skip()
      continue
    }
    const writer = new StoryWriter(context, false)
    readStory(cursor, writer, context)
    if (!bodies.has(id)) bodies.set(id, { blocks: writer.blocks, paragraph: writer.lastParagraph, author })
  }
  return bodies
}
