import type { Flow, FlowBlock } from '../flow.ts'
import { readDublinCore } from '../office/dublin-core.ts'
import { firstHeading } from '../office/first-heading.ts'
import { withFirstPage } from '../office/first-page.ts'
import { fromPreformatted } from '../office/preformatted.ts'
import { withNotes, type NoteToPlace } from '../office/note-blocks.ts'
import { refuseWithoutWords } from '../office/refuse-without-words.ts'
import { keyOf, type Call, type NoteClass } from './calls.ts'
import { readComments } from './comments.ts'
import { noteBodies } from './note-bodies.ts'
import { writeLabels } from './note-labels.ts'
import { readNoteSettings } from './note-settings.ts'
import { readStory } from './read-story.ts'
import { StoryWriter } from './story-writer.ts'
import { docxWarnings } from './docx-warnings.ts'
import { WordContext } from './word-context.ts'
import { WordPackage } from './word-package.ts'

export interface DocxOptions {
  /** Every piece of text gets a `source` mark with its place in the file's XML, for those who write into the file. */
  readonly traced?: boolean
}

type Bodies = ReadonlyMap<string, readonly FlowBlock[]>

/**
 * Reads a Word file (Office Open XML, transitional or strict) from its XML: the text as it stands with all changes
 * accepted, with foot- and endnotes, and comments as annotations. Headers and footers are no text.
 * @throws Invalid for what is no whole Word file, and for one without words
 */
export function readDocx(bytes: Uint8Array, options: DocxOptions = {}): Flow {
  const context = new WordContext(new WordPackage(bytes), options.traced === true)
  const comments = readComments(context)
  context.calls.silence(comments.silent)
  const story = readText(context)
  const read = fromPreformatted(story.blocks, story.lines, context.calls.all.length === 0)
  const text = read.blocks
  const bodies: Readonly<Record<NoteClass, Bodies>> = {
    footnote: blocksOf(context, 'footnotes', 'w:footnote'),
    endnote: blocksOf(context, 'endnotes', 'w:endnote'),
    annotation: comments.bodies,
  }
  refuseWithoutWords([text, ...Object.values(bodies).flatMap((each) => [...each.values()])])
  const settings = readNoteSettings(context.file.related('settings'))
  const isGuess = writeLabels(context.calls.all, context.sections, settings, context.pages.isRendered)
  context.calls.settleRepeats()
  const paged = context.pages.isBroken ? withFirstPage(text) : text
  const { blocks, containers } = withNotes(paged, calledNotes(context.calls.all, bodies))
  const core = readDublinCore(context.file.core())
  return {
    title: context.title ?? core.title ?? read.title ?? firstHeading(text),
    language: core.language ?? context.languages.main ?? context.styles.language,
    blocks,
    containers,
    warnings: [
      ...read.warnings,
      ...docxWarnings(context, text.length, isGuess, uncalled(context.calls.all, bodies)),
      ...comments.warnings,
    ],
  }
}

function readText(context: WordContext): StoryWriter {
  const writer = new StoryWriter(context, true)
  const cursor = context.file.open(context.file.main)
  if (cursor?.next() === 'open') readStory(cursor, writer, context)
  cursor?.leave(1)
  return writer
}

function blocksOf(context: WordContext, type: string, element: string): Bodies {
  const bodies = noteBodies(context.file.related(type), element, context)
  return new Map([...bodies].map(([id, { blocks }]) => [id, blocks]))
}

/** The notes in the order of their calls; comments that nothing calls stand last. */
function calledNotes(calls: readonly Call[], bodies: Readonly<Record<NoteClass, Bodies>>): NoteToPlace[] {
  const placed = new Set<string>()
  const notes: NoteToPlace[] = []
  for (const { class: kind, id, custom } of calls) {
    const key = keyOf(kind, id)
    const blocks = bodies[kind].get(id)
    if (!blocks || placed.has(key)) continue
    placed.add(key)
    notes.push({ key, kind, blocks, ownLabel: custom })
  }
  return notes
}

/** How many notes the file keeps that nothing calls; Word prints none of them. */
function uncalled(calls: readonly Call[], bodies: Readonly<Record<NoteClass, Bodies>>): number {
  const called = new Set(calls.map((call) => keyOf(call.class, call.id)))
  return (['footnote', 'endnote', 'annotation'] as const).reduce(
    (sum, kind) =>
      sum +
      [...bodies[kind]].filter(([id, blocks]) => blocks.length > 0 && !called.has(keyOf(kind, id))).length,
    0,
  )
}
