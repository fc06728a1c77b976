import type { FlowBlock, FlowWarning } from '../flow.ts'
import { deskCommentsWarning, isByDesk } from '../office/desk-comment.ts'
import type { XmlCursor } from '../office/xml-cursor.ts'
import { noteBodies, type NoteBody } from './note-bodies.ts'
import type { WordContext } from './word-context.ts'

/** The comments of a file, each with its answers; `silent` are the ids of those that only answer, say nothing or came from the desk. */
export interface Comments {
  readonly bodies: ReadonlyMap<string, readonly FlowBlock[]>
  readonly silent: ReadonlySet<string>
  readonly warnings: readonly FlowWarning[]
}

/** Reads the comments of a file. Which comment answers which stands in a part of its own, by their last paragraphs. */
export function readComments(context: WordContext): Comments {
  const { file } = context
  const bodies = noteBodies(file.related('comments'), 'w:comment', context)
  const parents = parentsOf(file.related('commentsExtended'))
  const byParagraph = new Map(
    [...bodies].flatMap(([id, { paragraph }]) => (paragraph === null ? [] : [[paragraph, id] as const])),
  )
  const threads = new Map<string, FlowBlock[]>()
  const silent = new Set<string>()
  for (const [id, body] of bodies) {
    const first = byParagraph.get(firstOf(body, parents)) ?? id
    const thread = threads.get(first)
    if (first !== id) silent.add(id)
    if (thread) for (const block of body.blocks) thread.push(block)
    else threads.set(first, [...body.blocks])
  }
  for (const [id, blocks] of threads) if (blocks.length === 0) silent.add(id)
  return withoutDesk({ bodies: threads, silent, warnings: [] }, bodies)
}

/** Comments that the desk put into the file, with what answers them, are no notes of the writer. */
function withoutDesk({ bodies, silent }: Comments, all: ReadonlyMap<string, NoteBody>): Comments {
  const ofDesk = [...bodies].filter(([id]) => isByDesk(all.get(id)?.author ?? null))
  const answers = ofDesk.flatMap(([id, blocks]) => wordsOf(blocks.slice(all.get(id)?.blocks.length)))
  const ids = new Set(ofDesk.map(([id]) => id))
  return {
    bodies: new Map([...bodies].filter(([id]) => !ids.has(id))),
    silent: new Set([...silent, ...ids]),
    warnings: deskCommentsWarning(ids.size, answers),
  }
}

const wordsOf = (blocks: readonly FlowBlock[]): string[] => {
  const words = blocks
    .map(({ text }) => text)
    .join(' ')
    .trim()
  return words === '' ? [] : [words]
}

/** The paragraph of the comment that a comment answers; its own where it answers none. Word knows one level of answers. */
const firstOf = ({ paragraph }: NoteBody, parents: ReadonlyMap<string, string>): string =>
  paragraph === null ? '' : (parents.get(paragraph) ?? paragraph)

function parentsOf(cursor: XmlCursor | null): ReadonlyMap<string, string> {
  const parents = new Map<string, string>()
  while (cursor && cursor.next() !== 'end') {
    if (cursor.kind !== 'open' || cursor.name !== 'w15:commentEx') continue
    const own = cursor.attribute('w15:paraId')
    const parent = cursor.attribute('w15:paraIdParent')
    if (own !== null && parent !== null) parents.set(own, parent)
  }
  return parents
}
