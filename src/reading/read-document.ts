import { createHash } from 'node:crypto'
import { Invalid } from '../errors.ts'
import { decode } from './decode.ts'
import { detectType } from './detect.ts'
import type { Note, ReadDocument, SourceType, Warning } from './document.ts'
import type { Flow } from './flow.ts'
import { LARGEST_FILE } from './largest-file.ts'
import { type LaidDocument, layOut } from './layout.ts'
import { readHtml } from './html/read-html.ts'
import { readMarkdown } from './markdown/read-markdown.ts'
import { readCitations } from './citations/read-citations.ts'
import { markContents } from './mark-contents.ts'
import { markFrontMatter } from './mark-front-matter.ts'
import { readClaims } from './claims/read-claims.ts'
import { linkByLabel } from './notes/link-by-label.ts'
import { linkByStructure } from './notes/link-by-structure.ts'
import { readText } from './text/read-text.ts'

export interface ReadOptions {
  /** The file's name, as the reader should see it. */
  readonly name: string
  /** The format; by default it is told from the name and the content. */
  readonly type?: SourceType
}

const READERS: Readonly<Record<SourceType, (text: string) => Flow>> = {
  text: readText,
  markdown: readMarkdown,
  html: readHtml,
}

/**
 * Reads a file into text, blocks, notes, markers, sentences and claims, with a warning for everything that was lost.
 * Pure: the same bytes and options give the same document.
 *
 * @throws Invalid for a file that holds no text, or one above 20 MB
 */
export function readDocument(bytes: Uint8Array, options: ReadOptions): ReadDocument {
  if (bytes.length > LARGEST_FILE)
    throw new Invalid('The file is larger than 20 MB: divide it, and read the parts one by one.')
  const { text, warnings } = decode(bytes)
  const type = options.type ?? detectType(options.name, text)
  const flow = withRoles(READERS[type](text))
  const laid = layOut(linkByLabel(linkByStructure(flow)))
  const cited = readCited(laid)
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
    claims,
    warnings: [
      ...warnings.map(({ rule, message }) => ({ rule, message })),
      ...laid.warnings,
      ...cited.warnings,
    ],
  }
}

const withRoles = (flow: Flow): Flow => ({ ...flow, blocks: markContents(markFrontMatter(flow.blocks)) })

/** The notes with the works that they cite. */
function readCited({ text, notes }: LaidDocument): { notes: Note[]; warnings: Warning[] } {
  const read = notes.map((note) => ({ note, ...readCitations(text, note) }))
  return {
    notes: read.map(({ note, citations }) => ({ ...note, citations })),
    warnings: read.flatMap(({ warnings }) => warnings),
  }
}
