import type { XmlCursor } from '../office/xml-cursor.ts'
import { NO_RUN_PROPS, readRunProps, type RunProps } from './run-props.ts'
import { readSection, type Section } from './section.ts'
import { isOn, numberIn } from './switches.ts'

/** What `w:pPr` says that reading cares for. `null`: it says nothing, and a style decides. */
export interface ParagraphProps {
  readonly style: string | null
  /** 0–8 for the levels of headings, 9 for text. */
  readonly outline: number | null
  readonly list: string | null
  readonly listLevel: number | null
  /** Indents from both margins. Twentieths of a point. */
  readonly left: number | null
  readonly right: number | null
  readonly newPage: boolean
  /** The section that ends with this paragraph. */
  readonly section: Section | null
  /** What is said of the paragraph's own mark. */
  readonly mark: RunProps
}

export const NO_PARAGRAPH_PROPS: ParagraphProps = {
  style: null,
  outline: null,
  list: null,
  listLevel: null,
  left: null,
  right: null,
  newPage: false,
  section: null,
  mark: NO_RUN_PROPS,
}

type Writable = { -readonly [K in keyof ParagraphProps]: ParagraphProps[K] }

const READERS: Readonly<Record<string, (props: Writable, cursor: XmlCursor) => void>> = {
  'w:pStyle': (props, cursor) => (props.style = cursor.attribute('w:val')),
  'w:outlineLvl': (props, cursor) => (props.outline = numberIn(cursor, 'w:val')),
  'w:numId': (props, cursor) => (props.list = cursor.attribute('w:val')),
  'w:ilvl': (props, cursor) => (props.listLevel = numberIn(cursor, 'w:val')),
  'w:ind': (props, cursor) => {
    props.left = numberIn(cursor, 'w:left') ?? numberIn(cursor, 'w:start')
    props.right = numberIn(cursor, 'w:right') ?? numberIn(cursor, 'w:end')
  },
  'w:pageBreakBefore': (props, cursor) => (props.newPage = isOn(cursor)),
  'w:rPr': (props, cursor) => (props.mark = readRunProps(cursor)),
  'w:sectPr': (props, cursor) => (props.section = readSection(cursor)),
  'w:pPrChange': (_, cursor) => {
    cursor.skip()
  },
}

/** Reads the `w:pPr` that the cursor stands on, to its end. */
export function readParagraphProps(cursor: XmlCursor): ParagraphProps {
  const props: Writable = { ...NO_PARAGRAPH_PROPS }
  const depth = cursor.depth
  while (cursor.next() !== 'end' && cursor.depth >= depth)
    if (cursor.kind === 'open') READERS[cursor.name]?.(props, cursor)
  return props
}
