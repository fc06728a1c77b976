import type { Span } from '../text/span.ts'
import type { BlockKind, BlockRole, CslItem, NoteKind } from './document.ts'

/**
 * The middle document. Every reader turns its format into a flow; linking turns a flow into a linked flow;
 * layout writes that out as the text of a ReadDocument. Data travels this one way only.
 */
export interface Flow {
  readonly title: string | null
  /** BCP 47, null when the file does not say. */
  readonly language: string | null
  readonly blocks: readonly FlowBlock[]
  readonly warnings: readonly FlowWarning[]
  /** Which blocks the format keeps together, where it says so: list items, rows, divisions with an id, notes sections. */
  readonly containers?: readonly FlowContainer[]
}

/** A run of blocks that stand in one element of the format. `start` inclusive, `end` exclusive, indexes into `blocks`. */
export interface FlowContainer extends Span {
  readonly ids: readonly string[]
  /** What the format says stands here: a note or a section of notes of this kind. */
  readonly notes?: NoteKind
  /** A list item, a term with its definition, a table row: something that holds one thing. */
  readonly item?: true
}

/** One block as the format gave it. `text` has its white space folded. `marks` are sorted by start and may nest. */
export interface FlowBlock {
  readonly kind: Exclude<BlockKind, 'note'>
  readonly level?: number
  readonly text: string
  readonly marks: readonly FlowMark[]
  readonly role?: BlockRole
  /** The note whose body the format itself says this block belongs to (`[^id]: …`), by key. */
  readonly noteKey?: string
  /** Anchors that stand before the block with no text of their own. Those of elements around it are in `containers`. */
  readonly anchors?: readonly string[]
  /** The number that an ordered list gives the item which starts with this block, as shown: "3", "c", "iv". */
  readonly ordinal?: string
}

/** What the format says about a stretch of a block's text. Spans are into the block's text; an anchor's may be empty. */
export type FlowMark = Span &
  (
    | { readonly kind: 'code' }
    | { readonly kind: 'raised' }
    /** `calls`: the format says that this link calls a note (`role="doc-noteref"`); `back`: that it leads back to a call. */
    | { readonly kind: 'link'; readonly href: string; readonly calls?: true; readonly back?: true }
    | { readonly kind: 'anchor'; readonly id: string }
    /** A call that the format itself declares (`[^id]`, `^[inline]`), with the key of its note. */
    | { readonly kind: 'call'; readonly key: string; readonly label: string }
    /** A field of a reference manager: these works, in its own data. */
    | { readonly kind: 'citation'; readonly items: readonly CslItem[] }
    /** A page of the file begins here; the mark is empty. `number` counts from 1. */
    | { readonly kind: 'page'; readonly number: number }
    /** Only where a writer asked for it: the raw content (code units `from`–`to`) of the file's part that the words come from. */
    | { readonly kind: 'source'; readonly part: string; readonly from: number; readonly to: number }
  )

export interface FlowWarning {
  readonly rule: string
  readonly message: string
  /** Index into `blocks`, where the loss has a place. */
  readonly block?: number
}

/** A flow whose markers and notes have been found. */
export interface LinkedFlow {
  readonly title: string | null
  readonly language: string | null
  readonly body: readonly FlowBlock[]
  readonly notes: readonly LinkedNote[]
  readonly calls: readonly LinkedCall[]
  readonly warnings: readonly LinkedWarning[]
}

/** A note's body: one or more blocks without their label, without links back. */
export interface LinkedNote {
  readonly label: string
  readonly kind: NoteKind
  readonly blocks: readonly FlowBlock[]
}

/** A marker: the span of its words in its block, which layout replaces by `[label]`. `note`: index into `notes`. */
export interface LinkedCall extends Span {
  /** Where it stands: in block `block` of the body, or of note `inNote` when that is set. */
  readonly block: number
  readonly inNote?: number
  readonly label: string
  readonly note: number | null
}

/** Spans are into the text of `body[block]`; with `note` set, the place is that whole note. */
export interface LinkedWarning extends Partial<Span> {
  readonly rule: string
  readonly message: string
  readonly block?: number
  readonly note?: number
}
