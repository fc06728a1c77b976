import type { XmlCursor } from '../office/xml-cursor.ts'
import type { LossKind } from '../office/losses.ts'
import { pass, type ElementHandler, type Handlers } from './element-handler.ts'

const lose =
  (kind: LossKind): ElementHandler =>
  (writer, cursor) => {
    writer.lose(kind)
    cursor.skip()
  }

/** Equations of Word's older editor are objects of this program. */
const EQUATION = /^Equation\b/i

/** Drawings: text boxes are read; pictures, charts, diagrams, equations and objects are losses. */
export const drawingElements: Handlers = {
  open: {
    'w:txbxContent': (writer) => writer.beginBox(),
    'mc:AlternateContent': (writer) => writer.alternatives.push(false),
    'mc:Choice': (writer, cursor) => {
      if (writer.alternatives.at(-1) === true || !isUnderstood(cursor)) cursor.skip()
      else writer.alternatives[writer.alternatives.length - 1] = true
    },
    'mc:Fallback': (writer, cursor) => {
      if (writer.alternatives.at(-1) === true) cursor.skip()
    },
    'pic:pic': lose('picture'),
    'v:imagedata': lose('picture'),
    'v:textpath': lose('drawn-text'),
    'c:chart': lose('chart'),
    'cx:chart': lose('chart'),
    'dgm:relIds': lose('diagram'),
    'm:oMath': lose('equation'),
    'w:object': (writer, cursor) => writer.lose(readIsEquation(cursor) ? 'equation' : 'embedded-object'),
    'wps:bodyPr': pass,
    'a:txBody': lose('drawn-text'),
  },
  close: {
    'w:txbxContent': (writer) => writer.endBox(),
    'mc:AlternateContent': (writer) => writer.alternatives.pop(),
  },
}

/** Whether every namespace that a choice requires is one that reading knows; else what stands beside it is read. */
const isUnderstood = (cursor: XmlCursor): boolean =>
  (cursor.attribute('Requires') ?? '')
    .split(/\s+/)
    .every((prefix) => prefix !== '' && cursor.knownPrefix(prefix) !== null)

function readIsEquation(cursor: XmlCursor): boolean {
  const depth = cursor.depth
  let isEquation = false
  while (cursor.next() !== 'end' && cursor.depth >= depth)
    if (cursor.kind === 'open' && cursor.name === 'o:OLEObject')
      isEquation = EQUATION.test(cursor.attribute('ProgID') ?? '')
  return isEquation
}
