import { createHash } from 'node:crypto'
import { Invalid } from '../errors.ts'
import { detectType } from './detect.ts'
import type { ReadDocument, SourceType } from './document.ts'
import { assertReadable, LARGEST_FILE } from './largest-file.ts'
import { layOutFlow } from './lay-out-flow.ts'
import { pageAt } from './laid-document.ts'
import { citeNotes } from './citations/cite-notes.ts'
import { readClaims } from './claims/read-claims.ts'
import { languageWarnings } from './language/cues-by-language.ts'
import { languageOf } from './language/detect-language.ts'
import { progressOf, tellNobody, type Tell } from './progress.ts'
import { readFlow } from './read-flow.ts'

export interface ReadOptions {
  /** The file's name, as the reader should see it. */
  readonly name: string
  /** The format; by default it is told from the name and the content. */
  readonly type?: SourceType
}

/**
 * Reads a file into text, blocks, notes, markers, sentences and claims, with a warning for everything that was lost.
 * The same bytes and options give the same document. `tell` hears how far it is.
 *
 * @throws Invalid for a file that holds no text, or more than can be read at once (`largest-file.ts`)
 */
export async function readDocument(
  bytes: Uint8Array,
  options: ReadOptions,
  tell: Tell = tellNobody,
): Promise<ReadDocument> {
  if (bytes.length > LARGEST_FILE)
    throw new Invalid('The file is larger than 20 MB: divide it, and read the parts one by one.')
  const type = options.type ?? detectType(options.name, bytes)
  tell(progressOf('reading', 0))
  const flow = await readFlow(bytes, type, (done) => tell(progressOf('reading', done)))
  assertReadable(flow)
  tell(progressOf('notes', 0))
  const laid = layOutFlow(flow)
  tell(progressOf('citations', 0))
  const cited = citeNotes(laid.text, laid.notes)
  tell(progressOf('claims', 0))
  const language = languageOf(flow.language, laid.text)
  const { sentences, claims } = readClaims(laid, language)
  tell(progressOf('claims', 1))
  return {
    format: 'stet.document/1',
    source: {
      name: options.name,
      type,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
    },
    language,
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
    warnings: [...laid.warnings, ...cited.warnings, ...languageWarnings(language)],
  }
}
