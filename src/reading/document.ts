import type { Span } from '../text/span.ts'

/** The kinds a block can be; `note` blocks stand at the end of the text. */
export type BlockKind =
  'heading' | 'paragraph' | 'list-item' | 'quotation' | 'caption' | 'table-cell' | 'note'

/**
 * What a block is for, beside its form: a line of the table of contents, the line that names the authors, the note
 * that says who the authors are, an entry of a list of works without labels. None of these makes claims.
 */
export type BlockRole = 'contents' | 'byline' | 'author-note' | 'references'

/**
 * `level`: 1–6 for a heading, nesting depth from 1 for a list item, absent elsewhere. `page`: the page of the file that it
 * begins on, from 1; absent where the format has no pages.
 */
export interface Block extends Span {
  readonly kind: BlockKind
  readonly level?: number
  readonly role?: BlockRole
  readonly page?: number
}

export type NoteKind = 'footnote' | 'endnote' | 'reference' | 'annotation'

/**
 * One work named in a note. `csl` is CSL-JSON of what could be read, nothing invented. With `refersTo` the note only repeats a
 * work ("Ibid., p. 4", "see note 12"): `csl` is then that of the work meant, with the locator of its own.
 */
export interface Citation extends Span {
  readonly csl: CslItem
  readonly refersTo?: CitationPlace
}

/** A citation by its place: indexes into `notes` and that note's `citations`. `citation` is null where the note as a whole is meant. */
export interface CitationPlace {
  readonly note: number
  readonly citation: number | null
}

/** The part of CSL-JSON that reading fills. Source: https://docs.citationstyles.org (CSL 1.0.2). */
export interface CslItem {
  readonly type: string
  readonly title?: string
  readonly author?: readonly CslName[]
  readonly 'container-title'?: string
  readonly 'collection-title'?: string
  readonly number?: string
  readonly publisher?: string
  readonly 'publisher-place'?: string
  readonly editor?: readonly CslName[]
  readonly volume?: string
  readonly page?: string
  /** What it came in or through, where that is told: "Telegram channel", "interview", "press release", "broadcast". */
  readonly medium?: string
  /** The place in a work that a short form adds: "4", "12–15". */
  readonly locator?: string
  readonly issued?: { readonly 'date-parts': readonly (readonly number[])[] }
  readonly URL?: string
  readonly DOI?: string
}

export interface CslName {
  readonly family?: string
  readonly given?: string
  readonly literal?: string
}

/** A note's span excludes its label. */
export interface Note extends Span {
  readonly label: string
  readonly kind: NoteKind
  readonly citations: readonly Citation[]
}

/** A marker's span is its `[label]` in the text. `note` is an index into `notes`, null when the note is missing. */
export interface Marker extends Span {
  readonly label: string
  readonly note: number | null
}

export type SentenceKind =
  | 'claim'
  | 'quotation'
  | 'opinion'
  | 'forecast'
  | 'question'
  | 'instruction'
  | 'heading'
  | 'caption'
  | 'other'

/**
 * Why a sentence is no claim by default. `opinion`: the writer's own judgement of what is good or ought to be; `forecast`: what
 * is still to come; `question` and `instruction`: they assert nothing; `heading` and `caption`: for the display list; `contents`,
 * `byline`, `author-note`, `references`: apparatus; `table-cell`: a figure or name in a table; `fragment`: no full sentence.
 */
export type NotCheckable =
  | 'opinion'
  | 'forecast'
  | 'question'
  | 'instruction'
  | 'heading'
  | 'caption'
  | BlockRole
  | 'table-cell'
  | 'fragment'

/** A sentence includes the markers that end it. `because`: why it is no claim by default; absent for claims and quotations. */
export interface Sentence extends Span {
  readonly kind: SentenceKind
  readonly because?: NotCheckable
}

export type CueKind = 'hedge' | 'doubt' | 'vague-attribution' | 'likelihood' | 'condition'

/**
 * What makes a statement less than certain. `band`: probabilities 0–1 of an ICD 203 term. `quoted`: stands inside quotation
 * marks. `discourse`: only loose words (often, many critics, one of the best), which leave open how much or who, not whether.
 */
export interface Cue extends Span {
  readonly kind: CueKind
  readonly text: string
  readonly band?: readonly [number, number]
  readonly discourse?: true
  readonly quoted?: true
}

export interface Booster extends Span {
  readonly text: string
}

export type ConfidenceLevel = 'high' | 'moderate' | 'low'

/** `score` from 0 (doubted) to 1 (flatly asserted); low < 1/3 ≤ moderate < 2/3 ≤ high. */
export interface Confidence {
  readonly level: ConfidenceLevel
  readonly score: number
  readonly cues: readonly Cue[]
  readonly boosters: readonly Booster[]
}

/**
 * Who is said to have said it. `named` is false for people without names ("anonymous sources"). `verb`: the words that say so
 * ("said", "according to"), where there are any. `inner`: whose words the speaker gives in turn ("Cole said that Lee claims …").
 */
export interface Attribution extends Span {
  readonly text: string
  readonly named: boolean
  readonly verb?: Span & { readonly text: string }
  readonly inner?: Attribution
}

export type Tests = 'that it was said' | 'that it is so'

export interface Checkworthiness {
  readonly score: number
  readonly label: boolean
}

/** One marker of a claim and what it vouches for: from the previous marker (or the claim's start) to this marker. */
export interface ClaimNote {
  readonly marker: number
  readonly note: number | null
  readonly scope: Span
}

/** An assertion of the report. Its span leaves out the markers that end it. */
export interface ReadClaim extends Span {
  readonly quote: string
  readonly notes: readonly ClaimNote[]
  readonly confidence: Confidence
  readonly attribution: Attribution | null
  readonly tests: Tests
  readonly checkworthy: Checkworthiness
  /** The page of the file that it begins on, from 1; absent where the format has no pages. */
  readonly page?: number
}

/** Something that reading lost or could not place. Spans are into `text`; absent when the loss has no place in it. */
export interface Warning extends Partial<Span> {
  readonly rule: string
  readonly message: string
}

export type SourceType = 'text' | 'markdown' | 'html' | 'docx' | 'odt' | 'pdf'

export interface DocumentSource {
  readonly name: string
  readonly type: SourceType
  readonly bytes: number
  readonly sha256: string
}

/** What reading makes of a file: the contract `stet.document/1`. */
export interface ReadDocument {
  readonly format: 'stet.document/1'
  readonly source: DocumentSource
  readonly language: string
  readonly title: string
  readonly text: string
  readonly blocks: readonly Block[]
  readonly notes: readonly Note[]
  readonly markers: readonly Marker[]
  readonly sentences: readonly Sentence[]
  readonly claims: readonly ReadClaim[]
  readonly warnings: readonly Warning[]
}
