import { createHash } from 'node:crypto'
import { Invalid } from '../errors.ts'
import { detectType } from './detect.ts'
import type { ReadDocument, SourceType } from './document.ts'
import type { Flow } from './flow.ts'
import { LARGEST_FILE } from './largest-file.ts'
import { layOut, pageAt } from './layout.ts'
import { citeNotes } from './citations/cite-notes.ts'
import { markContents } from './mark-contents.ts'
import { markFrontMatter } from './mark-front-matter.ts'
import { readClaims } from './claims/read-claims.ts'
import { linkByLabel } from './notes/link-by-label.ts'
import { linkByStructure } from './notes/link-by-structure.ts'
import { readFlow } from './read-flow.ts'

export interface ReadOptions {
  /** The file's name, as the reader should see it. */
  readonly name: string
  /** The format; by default it is told from the name and the content. */
  readonly type?: SourceType
}

/**
 * Reads a file into text, blocks, notes, markers, sentences and claims, with a warning for everything that was lost.
 * The same bytes and options give the same document.
 *
 * @throws Invalid for a file that holds no text, or one above 20 MB
 */
export async function readDocument(bytes: Uint8Array, options: ReadOptions): Promise<ReadDocument> {
  if (bytes.length > LARGEST_FILE)
    throw new Invalid('The file is larger than 20 MB: divide it, and read the parts one by one.')
  const type = options.type ?? detectType(options.name, bytes)
  const flow = withRoles(await readFlow(bytes, type))
  const laid = layOut(linkByLabel(linkByStructure(flow)))
  const cited = citeNotes(laid.text, laid.notes)
  const { sentences, claims } = readClaims(laid)
  return {
    format: 'stet.document/1',
    source: {
      name: options.name,
      type,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    },
    language: flow.language ?? 'en',
    title: flow.title ?? options.name,
    text: laid.text,
    blocks: laid.blocks,
    notes: cited.notes,
    markers: laid.markers,
    sentences,
    claims:
      laid.pages.length === 0
        ? claims
        : claims.map((claim) => ({ ...claim, ...pageAt(laid.pages, claim.start) })),
    warnings: [...laid.warnings, ...cited.warnings],
  }
}

const withRoles = (flow: Flow): Flow => ({ ...flow, blocks: markContents(markFrontMatter(flow.blocks)) })
