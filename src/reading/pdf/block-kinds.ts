import type { FlowBlock } from '../flow.ts'
import { bulletAtStart, numberAtStart } from '../text/label-at-start.ts'
import { headingLevel, isCaption } from '../text/shapes.ts'
import type { BodyType } from './body-type.ts'
import { indentOf, roomBehind } from './column-shape.ts'
import type { Line } from './line.ts'
import { opensItem } from './line-words.ts'
import type { LineGroup } from './paragraphs.ts'

/** The form of a block, without its text. `skip`: code units at its start that are a bullet. */
export interface BlockForm {
  readonly kind: FlowBlock['kind']
  readonly level?: number
  readonly role?: 'contents'
  readonly skip?: number
}

/** Larger than the body by this share is a heading. */
const LARGER = 1.1
const LONGEST_HEADING = 320
/** A heading in the body's size but another font is short. */
const LONGEST_IN_FONT = 160
/** A numbered paragraph longer than this is no item. Code units. */
const LONGEST_ITEM = 300
/** Quotations are set in by this many ems at least. */
const SET_IN = 1.2

/** Tells headings, items, captions, lines of contents and quotations by their type, place and words. */
export class BlockKinds {
  private readonly levels: ReadonlyMap<string, number>

  constructor(
    groups: readonly (LineGroup & { readonly text: string })[],
    private readonly body: BodyType,
  ) {
    this.levels = levelsOf(
      groups.filter((group) => this.isHeading(group)).flatMap(({ lines }) => lines[0] ?? []),
    )
  }

  formOf(group: LineGroup & { readonly text: string }, previous: BlockForm | undefined): BlockForm {
    const { text } = group
    if (CONTENTS.test(text)) return { kind: 'list-item', level: 1, role: 'contents' }
    const bullet = bulletAtStart(text)
    if (bullet !== null && bullet.trim() !== '*')
      return { kind: 'list-item', level: this.depthOf(group), skip: bullet.length }
    if (isCaption(text)) return { kind: 'caption' }
    const level = this.levelOf(group)
    if (level !== null) return { kind: 'heading', level }
    if (text.startsWith('[') || bullet !== null) return { kind: 'paragraph' }
    if ((numberAtStart(text) !== null || opensItem(text)) && text.length <= LONGEST_ITEM)
      return { kind: 'list-item', level: this.depthOf(group) }
    return { kind: isSetIn(group, previous) ? 'quotation' : 'paragraph' }
  }

  private levelOf(group: LineGroup & { readonly text: string }): number | null {
    if (this.isHeading(group)) return this.levels.get(styleOf(group.lines[0])) ?? 1
    if (!this.body.plain) return null
    return headingLevel(group.text, { gap: 1, lines: 1, wrapped: false, indent: 0 })
  }

  private isHeading({ lines, text }: LineGroup & { readonly text: string }): boolean {
    const [first] = lines
    if (!first || lines.length > 5 || text.length > LONGEST_HEADING || !/\p{L}{2}/u.test(text)) return false
    if (isCaption(text) || CONTENTS.test(text)) return false
    if (first.size >= LARGER * this.body.size) return !/[,;]$/.test(text)
    if (first.size < 0.97 * this.body.size || first.font === this.body.font) return false
    return (
      lines.length <= 3 &&
      text.length <= LONGEST_IN_FONT &&
      lines.every(({ font }) => font === first.font) &&
      isInOneFont(lines) &&
      !/[.,;:!?…]["”’)]?$/.test(text) &&
      /^[\p{Lu}\p{N}("“‘\p{Lo}]/u.test(text)
    )
  }

  /** How deep an item is nested by its indent, from 1. */
  private depthOf({ lines, shape }: LineGroup): number {
    const [first] = lines
    const ems = first ? indentOf(first, shape) / first.size : 0
    return Math.max(1, Math.min(6, 1 + Math.floor(ems / 2.5)))
  }
}

/** Words, leaders, the number of a page. */
const CONTENTS = /^[^\n]{1,300}?(?:\.\s?){4,200}\s*[\divxlc]{1,5}$/i

/** Nothing in the text stands in another font. */
const isInOneFont = (lines: readonly Line[]): boolean =>
  lines.every(({ spans, font }) => spans.every(({ piece }) => piece.font === font || piece.shift !== 'none'))

const styleOf = (line: Line | undefined): string =>
  line ? `${Math.round(line.size * 2) / 2} ${line.font}` : ''

/** Levels of headings: by size, then by the order in which their fonts come. */
function levelsOf(firsts: readonly Line[]): Map<string, number> {
  const styles = [...new Set(firsts.map((line) => styleOf(line)))]
  const sizes = [...new Set(styles.map((style) => Number.parseFloat(style)))].sort((a, b) => b - a)
  return new Map(styles.map((style) => [style, Math.min(6, sizes.indexOf(Number.parseFloat(style)) + 1)]))
}

/** Two lines or more that keep off both margins of their column, or off one in smaller type. */
function isSetIn({ lines, shape }: LineGroup, previous: BlockForm | undefined): boolean {
  const [first] = lines
  if (!first || lines.length < 2 || previous?.kind === 'list-item') return false
  const least = SET_IN * first.size
  const offStart = lines.every((line) => indentOf(line, shape) >= least)
  return offStart && lines.every((line) => roomBehind(line, shape) >= 0.8 * least)
}
