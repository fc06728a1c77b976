import type { LossKind } from '../office/losses.ts'
import type { OdtContext } from './odt-context.ts'
import { pass, type OdtHandler, type OdtHandlers } from './odt-handler.ts'

/** Shapes that may hold words of their own. */
const SHAPES = [
  'draw:text-box',
  'draw:custom-shape',
  'draw:rect',
  'draw:ellipse',
  'draw:circle',
  'draw:polygon',
  'draw:path',
  'draw:caption',
] as const

const beginBox: OdtHandler = (context) => {
  take(context)
  context.writer.beginFrame()
}
const endBox: OdtHandler = ({ writer }) => writer.endBox()

const lose =
  (kindOf: (context: OdtContext, href: string) => LossKind): OdtHandler =>
  (context, cursor) => {
    if (take(context)) context.writer.lose(kindOf(context, cursor.attribute('xlink:href') ?? ''))
    cursor.skip()
  }

/** A frame holds one thing, in the form that suits best and in others: the first counts. */
function take({ frames }: OdtContext): boolean {
  const taken = frames.at(-1)
  if (taken === false) frames[frames.length - 1] = true
  return taken !== true
}

function objectKind({ file }: OdtContext, href: string): LossKind {
  const type = file.mediaType(href)
  if (type.endsWith('.formula')) return 'equation'
  return type.endsWith('.chart') ? 'chart' : 'embedded-object'
}

/** Frames, boxes and shapes: what holds paragraphs is read; pictures, formulas, charts and objects are losses. */
export const frameElements: OdtHandlers = {
  open: {
    'draw:frame': ({ frames }) => frames.push(false),
    'draw:image': lose(() => 'picture'),
    'draw:object': lose(objectKind),
    'draw:object-ole': lose(() => 'embedded-object'),
    'draw:plugin': lose(() => 'embedded-object'),
    'draw:applet': lose(() => 'embedded-object'),
    'svg:title': pass,
    'svg:desc': pass,
    'draw:glue-point': pass,
    ...Object.fromEntries(SHAPES.map((shape) => [shape, beginBox])),
  },
  close: {
    'draw:frame': ({ frames }) => frames.pop(),
    ...Object.fromEntries(SHAPES.map((shape) => [shape, endBox])),
  },
}
