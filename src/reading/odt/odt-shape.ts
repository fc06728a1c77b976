import type { FlowBlock } from '../flow.ts'
import type { ResolvedStyle } from './odt-styles.ts'

/** Regions of the text that give their blocks a role. */
export type Region = 'contents' | 'references'

/** What decides the kind of a paragraph. `list`: how many lists stand around it. */
export interface Paragraph {
  readonly style: ResolvedStyle
  readonly heading: number | null
  readonly list: number
  readonly ordinal: string | null
  readonly inTable: boolean
  readonly region: Region | undefined
}

/** Margins that set a quotation off on both sides. Centimetres. */
const SET_OFF = 0.6
const DEEPEST_HEADING = 6

/** What a paragraph is, by its element, its style and where it stands. */
export function blockShape({
  style,
  heading,
  list,
  ordinal,
  inTable,
  region,
}: Paragraph): Pick<FlowBlock, 'kind' | 'level' | 'role' | 'ordinal'> {
  if (region === 'contents' || style.use === 'contents')
    return { kind: 'list-item', level: 1, role: 'contents' }
  if (style.use === 'title') return { kind: 'heading', level: 1 }
  if (style.use === 'subtitle') return { kind: 'heading', level: 2 }
  const level = heading ?? style.outline
  if (level !== null) return { kind: 'heading', level: Math.min(Math.max(level, 1), DEEPEST_HEADING) }
  if (style.use === 'caption') return { kind: 'caption' }
  if (inTable) return { kind: 'table-cell' }
  if (style.use === 'quotation') return { kind: 'quotation' }
  if (list > 0) return { kind: 'list-item', level: list, ...(ordinal === null ? {} : { ordinal }) }
  if (region === 'references' || style.use === 'bibliography')
    return { kind: 'paragraph', role: 'references' }
  const isSetOff = (style.left ?? 0) >= SET_OFF && (style.right ?? 0) >= SET_OFF
  return { kind: isSetOff ? 'quotation' : 'paragraph' }
}
