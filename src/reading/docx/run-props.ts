import type { XmlCursor } from '../office/xml-cursor.ts'
import { isOn, numberIn } from './switches.ts'

/** What `w:rPr` says that reading cares for. `null`: it says nothing, and a style decides. */
export interface RunProps {
  readonly style: string | null
  readonly raised: boolean | null
  readonly hidden: boolean | null
  readonly rightToLeft: boolean | null
  readonly language: string | null
  /** The language of runs in Arabic, Hebrew and other scripts that are written to the left. */
  readonly bidiLanguage: string | null
  /** Of a paragraph's mark: the mark was deleted, so that its paragraph runs on into the next. */
  readonly deleted: boolean
}

export const NO_RUN_PROPS: RunProps = {
  style: null,
  raised: null,
  hidden: null,
  rightToLeft: null,
  language: null,
  bidiLanguage: null,
  deleted: false,
}

/** A rise of the baseline by which text stands as a superscript does. Half-points. */
const RISE = 4

type Writable = { -readonly [K in keyof RunProps]: RunProps[K] }

const READERS: Readonly<Record<string, (props: Writable, cursor: XmlCursor) => void>> = {
  'w:rStyle': (props, cursor) => (props.style = cursor.attribute('w:val')),
  'w:vertAlign': (props, cursor) => (props.raised = cursor.attribute('w:val') === 'superscript'),
  'w:position': (props, cursor) => {
    const rise = numberIn(cursor, 'w:val') ?? 0
    if (rise >= RISE) props.raised = true
  },
  'w:vanish': (props, cursor) => (props.hidden = isOn(cursor)),
  'w:rtl': (props, cursor) => (props.rightToLeft = isOn(cursor)),
  'w:lang': (props, cursor) => {
    props.language = cursor.attribute('w:val')
    props.bidiLanguage = cursor.attribute('w:bidi')
  },
  'w:del': (props) => (props.deleted = true),
  'w:moveFrom': (props) => (props.deleted = true),
}

/** Reads the `w:rPr` that the cursor stands on, to its end. What it was before a tracked change is passed over. */
export function readRunProps(cursor: XmlCursor): RunProps {
  const props: Writable = { ...NO_RUN_PROPS }
  const depth = cursor.depth
  while (cursor.next() !== 'end' && cursor.depth >= depth) {
    if (cursor.kind !== 'open') continue
    if (cursor.name === 'w:rPrChange') cursor.skip()
    else READERS[cursor.name]?.(props, cursor)
  }
  return props
}
