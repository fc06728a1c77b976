import type { FlowBlock } from '../flow.ts'
import type { Numbering } from './numbering.ts'
import type { ParagraphProps } from './paragraph-props.ts'
import { outlineLevel, type ResolvedStyle } from './styles.ts'

export type Shape = Pick<FlowBlock, 'kind' | 'level' | 'role' | 'ordinal'>

/** Where a paragraph stands. */
export interface Surroundings {
  readonly inTable: boolean
  /** Inside the field of a table of contents, or of a list of works. */
  readonly inContents: boolean
  readonly inBibliography: boolean
}

/** Indents from both margins that set a quotation off. Twentieths of a point: half an inch is 720. */
const SET_OFF = 360

/** What a paragraph is, by its own properties, its style and where it stands. Counts it in its list. */
export function shapeOf(
  props: ParagraphProps,
  style: ResolvedStyle,
  numbering: Numbering,
  { inTable, inContents, inBibliography }: Surroundings,
): Shape {
  const place = listPlace(props, style, numbering)
  if (inContents || style.use === 'contents') return { kind: 'list-item', level: 1, role: 'contents' }
  const level = props.outline === null ? style.heading : outlineLevel(props.outline)
  if (style.use === 'title') return { kind: 'heading', level: 1 }
  if (style.use === 'subtitle') return { kind: 'heading', level: 2 }
  if (level !== null) return { kind: 'heading', level }
  if (style.use === 'caption') return { kind: 'caption' }
  if (inTable) return { kind: 'table-cell' }
  if (style.use === 'quotation') return { kind: 'quotation' }
  if (place)
    return {
      kind: 'list-item',
      level: place.level,
      ...(place.ordinal === null ? {} : { ordinal: place.ordinal }),
    }
  if (inBibliography || style.use === 'bibliography') return { kind: 'paragraph', role: 'references' }
  const [left, right] = [props.left ?? style.left, props.right ?? style.right]
  return { kind: left >= SET_OFF && right >= SET_OFF ? 'quotation' : 'paragraph' }
}

function listPlace(
  props: ParagraphProps,
  style: ResolvedStyle,
  numbering: Numbering,
): ReturnType<Numbering['take']> {
  const list = props.list ?? style.list
  if (list === null) return null
  const ofStyle = props.style === null ? null : numbering.levelOfStyle(list, props.style)
  return numbering.take(list, props.listLevel ?? ofStyle ?? style.listLevel ?? 0)
}
