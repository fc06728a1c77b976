import type { Block } from '../../reading/document.ts'
import { firstCall, laterCall } from './call.ts'
import { rangeEnd, rangeStart } from './comments-part.ts'
import { OFFICE_RELATIONS, WORD } from './namespaces.ts'
import { callsOfNotes, type PlacedNote } from './note-numbers.ts'
import { paragraph, run } from './runs.ts'
import type { WordMarker, WordText } from './word-text.ts'

const STYLE_OF: Readonly<Record<Exclude<Block['kind'], 'heading'>, string>> = {
  paragraph: 'Normal',
  'list-item': 'ListParagraph',
  quotation: 'Quote',
  caption: 'Caption',
  'table-cell': 'TableText',
  note: 'FootnoteText',
}

/** A4 with margins of 2.5 cm, in twentieths of a point. Notes are counted 1, 2, 3 …, end notes too. */
const SECTION =
  '<w:sectPr><w:footnotePr><w:numFmt w:val="decimal"/></w:footnotePr><w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr>'

/** The notes of a draft as Word holds them: its own notes, and the annotations that become comments, by the note's index. */
export interface WordNotes {
  readonly placed: ReadonlyMap<number, PlacedNote>
  /** Each with the id of its comment. */
  readonly annotations: ReadonlyMap<number, number>
}

/** `word/document.xml`: the blocks of the body with Word's own notes where the text calls them; notes that nothing calls come last. */
export function bodyXml(draft: WordText, notes: WordNotes): string {
  const calls = new Calls(draft, notes)
  const body = draft.blocks
    .filter(({ kind }) => kind !== 'note')
    .map((block) => blockXml(draft, block, calls))
  return `<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE_RELATIONS}"><w:body>${body.join('')}${uncalledNotes(draft)}${SECTION}</w:body></w:document>`
}

function blockXml(draft: WordText, block: Block, calls: Calls): string {
  const pieces: string[] = []
  let from = block.start
  for (const marker of calls.within(block)) {
    pieces.push(run(draft.text.slice(from, marker.start)), calls.xmlOf(marker))
    from = marker.end
  }
  pieces.push(run(draft.text.slice(from, block.end)))
  const words = draft.text.slice(block.start, block.end)
  return paragraph(styleOf(block), pieces.join(''), words, listProperties(block))
}

const styleOf = ({ kind, level }: Block): string =>
  kind === 'heading' ? `Heading${level ?? 1}` : STYLE_OF[kind]

const listProperties = ({ kind, level }: Block): string =>
  kind === 'list-item'
    ? `<w:numPr><w:ilvl w:val="${Math.min(level ?? 1, 9) - 1}"/><w:numId w:val="1"/></w:numPr>`
    : ''

/** What Word shows in the place of each marker. */
class Calls {
  private next = 0
  private readonly first: ReadonlySet<WordMarker | undefined>

  constructor(
    private readonly draft: WordText,
    private readonly notes: WordNotes,
  ) {
    this.first = new Set([...callsOfNotes(draft).values()].map(([first]) => first))
  }

  /** The markers of a block. Blocks must be asked for in order. */
  within(block: Block): WordMarker[] {
    const { markers } = this.draft
    while ((markers[this.next]?.start ?? Infinity) < block.start) this.next++
    const from = this.next
    while ((markers[this.next]?.end ?? Infinity) <= block.end) this.next++
    return markers.slice(from, this.next)
  }

  /** Word's note where it is called first, a reference to it after that, and the label where there is no note. */
  xmlOf(marker: WordMarker): string {
    const note = marker.note ?? -1
    const comment = this.notes.annotations.get(note)
    if (comment !== undefined) return this.first.has(marker) ? rangeStart(comment) + rangeEnd(comment) : ''
    const placed = this.notes.placed.get(note)
    if (placed === undefined) return run(`[${marker.label}]`)
    return this.first.has(marker) ? firstCall(placed) : laterCall(placed)
  }
}

/** Word has no notes without a call: they stand after the text, with their labels. */
function uncalledNotes(draft: WordText): string {
  const called = callsOfNotes(draft)
  return draft.notes
    .flatMap((note, index) => (called.has(index) ? [] : [note]))
    .map(({ label, start, end }) => `[${label}] ${draft.text.slice(start, end)}`)
    .map((words) => paragraph('FootnoteText', run(words), words))
    .join('')
}
