import { Line } from '../office/line.ts'
import { OpenLinks } from '../office/open-links.ts'
import { Tables } from '../office/tables.ts'
import { Fields } from './fields.ts'
import { NO_PARAGRAPH_PROPS, type ParagraphProps } from './paragraph-props.ts'
import type { RunLook } from './run-look.ts'
import type { ResolvedStyle } from './styles.ts'
import type { WordContext } from './word-context.ts'

/** What is being written: the text itself, or a text box in one of its paragraphs. */
export interface Frame {
  readonly line: Line
  readonly fields: Fields
  readonly tables: Tables
  readonly links: OpenLinks
  props: ParagraphProps
  style: ResolvedStyle
  look: RunLook
  /** The mark of the paragraph before was deleted: the next one goes on in the same block. */
  runsOn: boolean
}

/** A frame before its first paragraph. */
export function newFrame(context: WordContext): Frame {
  const style = context.styles.paragraph(null)
  const line = new Line()
  return {
    line,
    fields: new Fields(line, context),
    tables: new Tables(),
    links: new OpenLinks(),
    props: NO_PARAGRAPH_PROPS,
    style,
    look: context.looks.style(style),
    runsOn: false,
  }
}
