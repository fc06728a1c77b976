import { DraftTicks } from '../claims/ticks/draft-ticks.ts'
import type { TickKind, TickSpan } from '../claims/ticks/tick-span.ts'
import { type Quotations, quotationsIn } from '../reading/quotations.ts'
import type { Block, Citation, Note, ReadDocument, Sentence } from '../reading/document.ts'
import { firstIndex } from '../text/first-index.ts'
import type { Span } from '../text/span.ts'

/** What a reading has that an audit looks at. */
export type AuditedDocument = Pick<
  ReadDocument,
  'language' | 'text' | 'blocks' | 'notes' | 'markers' | 'sentences' | 'claims' | 'warnings'
>

/** A citation with the note that it stands in. */
export interface PlacedCitation {
  readonly note: Note
  readonly citation: Citation
}

/** A text as the rules see it: its reading, and what several of them ask of it, worked out once. */
export class AuditedText {
  readonly text: string
  /** Works that are cited, without those that notes only repeat. */
  readonly citations: readonly PlacedCitation[]
  /** Blocks of the body that are no apparatus: headings, paragraphs, captions, cells and so on. */
  readonly body: readonly Block[]
  readonly quotations: Quotations
  /** Words that the text writes with a small letter somewhere. */
  readonly smallWords: ReadonlySet<string>
  private readonly names = new Map<string, readonly Span[]>()

  /** `today`: the day on which the audit is made, as `[year, month, day]`. `ticks`: of this very reading, where they were looked for before. */
  constructor(
    readonly document: AuditedDocument,
    readonly today: readonly [number, number, number],
    private readonly ticks: DraftTicks = new DraftTicks(document),
  ) {
    this.text = document.text
    this.citations = document.notes.flatMap((note) =>
      note.citations.filter(({ refersTo }) => refersTo === undefined).map((citation) => ({ note, citation })),
    )
    this.body = document.blocks.filter(({ kind, role }) => kind !== 'note' && role === undefined)
    this.quotations = quotationsIn(document.text, document.blocks)
    this.smallWords = this.ticks.context.small
  }

  quote({ start, end }: Span): string {
    return this.text.slice(start, end)
  }

  /** The names, numbers, dates … of a stretch, exact spans in order. */
  spansOf(kind: TickKind, stretch: Span): readonly Span[] {
    const key = `${kind}-${stretch.start}-${stretch.end}`
    const found =
      this.names.get(key) ?? this.ticks.within(stretch).filter((tick: TickSpan) => tick.kind === kind)
    this.names.set(key, found)
    return found
  }

  /** All that can be ticked in a stretch. */
  ticksWithin(stretch: Span): readonly TickSpan[] {
    return this.ticks.within(stretch)
  }

  /** Whether a place stands inside quotation marks. */
  isQuoted(at: number): boolean {
    const { quoted } = this.quotations
    const next = quoted[firstIndex(quoted, ({ end }) => end > at)]
    return next !== undefined && next.start <= at
  }

  /** The sentences that say something of the world: claims, quotations and captions. */
  get statements(): readonly Sentence[] {
    return this.document.sentences.filter(({ kind }) => STATEMENTS.has(kind))
  }
}

const STATEMENTS: ReadonlySet<string> = new Set(['claim', 'quotation', 'caption'])
