import type { XmlCursor } from '../office/xml-cursor.ts'
import { isOn, numberIn } from './switches.ts'

/** One level of a list. `text` is its pattern: "%1.%2)" shows the numbers of levels 1 and 2. */
export interface Level {
  readonly format: string
  readonly start: number
  readonly text: string
  /** The level (from 1) whose next number starts this one anew; 0: none does; null: any above. */
  readonly restart: number | null
  readonly plainDigits: boolean
  readonly style: string | null
}

/** What `w:abstractNum` and `w:num` hold. */
export interface ReadLevels {
  readonly levels: ReadonlyMap<number, Level>
  readonly starts: ReadonlyMap<number, number>
  readonly abstract: string | null
  readonly styleOf: string | null
  readonly linkTo: string | null
}

/** Reads the `w:abstractNum` or `w:num` that the cursor stands on, to its end. */
export function readLevels(cursor: XmlCursor): ReadLevels {
  const levels = new Map<number, Level>()
  const starts = new Map<number, number>()
  let [abstract, styleOf, linkTo]: (string | null)[] = [null, null, null]
  let overridden = 0
  const depth = cursor.depth
  while (cursor.next() !== 'end' && cursor.depth >= depth) {
    if (cursor.kind !== 'open') continue
    if (cursor.name === 'w:lvl') levels.set(numberIn(cursor, 'w:ilvl') ?? 0, readLevel(cursor))
    else if (cursor.name === 'w:lvlOverride') overridden = numberIn(cursor, 'w:ilvl') ?? 0
    else if (cursor.name === 'w:startOverride') starts.set(overridden, numberIn(cursor, 'w:val') ?? 1)
    else if (cursor.name === 'w:abstractNumId') abstract = cursor.attribute('w:val')
    else if (cursor.name === 'w:styleLink') styleOf = cursor.attribute('w:val')
    else if (cursor.name === 'w:numStyleLink') linkTo = cursor.attribute('w:val')
  }
  return { levels, starts, abstract: abstract ?? null, styleOf: styleOf ?? null, linkTo: linkTo ?? null }
}

type Writable = { -readonly [K in keyof Level]: Level[K] }

function readLevel(cursor: XmlCursor): Level {
  const level: Writable = {
    format: 'decimal',
    start: 1,
    text: '',
    restart: null,
    plainDigits: false,
    style: null,
  }
  const depth = cursor.depth
  while (cursor.next() !== 'end' && cursor.depth >= depth) {
    if (cursor.kind !== 'open') continue
    if (cursor.name === 'w:numFmt') level.format = cursor.attribute('w:val') ?? 'decimal'
    else if (cursor.name === 'w:start') level.start = numberIn(cursor, 'w:val') ?? 1
    else if (cursor.name === 'w:lvlText') level.text = cursor.attribute('w:val') ?? ''
    else if (cursor.name === 'w:lvlRestart') level.restart = numberIn(cursor, 'w:val')
    else if (cursor.name === 'w:isLgl') level.plainDigits = isOn(cursor)
    else if (cursor.name === 'w:pStyle') level.style = cursor.attribute('w:val')
  }
  return level
}
