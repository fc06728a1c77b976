import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { RawItem } from './page-pieces.ts'
import { type Matrix, times } from './turn.ts'

/** The library's numbers for the operators of a page that place text. PDF 32000-1, annex A. */
export interface Operators {
  readonly save: number
  readonly restore: number
  readonly transform: number
  readonly beginText: number
  readonly setCharSpacing: number
  readonly setWordSpacing: number
  readonly setHScale: number
  readonly setLeading: number
  readonly setFont: number
  readonly setTextRise: number
  readonly moveText: number
  readonly setLeadingMoveText: number
  readonly setTextMatrix: number
  readonly nextLine: number
  readonly showText: number
  readonly paintFormXObjectBegin: number
  readonly paintFormXObjectEnd: number
  readonly beginGroup: number
  readonly endGroup: number
}

interface Glyph {
  readonly unicode?: string
  /** In thousandths of the size of the type. */
  readonly width?: number
  readonly isSpace?: boolean
}

/** Signs on one page; more is no page but a bomb. */
const MOST_GLYPHS = 200_000
/** Forms in forms deeper than this are no text. */
const DEEPEST = 200
const UNMOVED: Matrix = [1, 0, 0, 1, 0, 0]

interface TextState {
  ctm: Matrix
  font: string
  size: number
  charSpacing: number
  wordSpacing: number
  stretch: number
  leading: number
  rise: number
}

/**
 * The signs of a page one by one, at their places: the library joins them to words by the order in which they are drawn,
 * which for text that runs from right to left is not that of reading. Empty where there are more than a page can have.
 */
export async function glyphItems(page: PDFPageProxy, operators: Operators): Promise<RawItem[]> {
  const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: 0 })
  const placing = new GlyphPlacing(operators)
  fnArray.forEach((operator, i) => {
    placing.run(operator, (argsArray[i] as readonly unknown[] | null) ?? [])
  })
  return placing.items.length < MOST_GLYPHS ? placing.items : []
}

class GlyphPlacing {
  readonly items: RawItem[] = []
  private state: TextState = {
    ctm: UNMOVED,
    font: '',
    size: 0,
    charSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
  }
  private readonly saved: TextState[] = []
  private line: Matrix = UNMOVED
  private text: Matrix = UNMOVED
  private readonly actions: ReadonlyMap<number, (args: readonly unknown[]) => void>

  constructor(operators: Operators) {
    const entering = (args: readonly unknown[]): void => {
      this.save()
      this.turn(args[0])
    }
    this.actions = new Map<number, (args: readonly unknown[]) => void>([
      [
        operators.save,
        () => {
          this.save()
        },
      ],
      [
        operators.restore,
        () => {
          this.restore()
        },
      ],
      [
        operators.transform,
        (args) => {
          this.turn(args)
        },
      ],
      [operators.paintFormXObjectBegin, entering],
      [
        operators.paintFormXObjectEnd,
        () => {
          this.restore()
        },
      ],
      [
        operators.beginGroup,
        ([group]) => {
          entering([(group as { matrix?: unknown } | null)?.matrix])
        },
      ],
      [
        operators.endGroup,
        () => {
          this.restore()
        },
      ],
      [
        operators.beginText,
        () => {
          this.begin(UNMOVED)
        },
      ],
      [
        operators.setTextMatrix,
        (args) => {
          this.begin(matrixOf(args.length === 1 ? args[0] : args) ?? UNMOVED)
        },
      ],
      [
        operators.moveText,
        ([x, y]) => {
          this.move(numberOf(x), numberOf(y))
        },
      ],
      [
        operators.setLeadingMoveText,
        ([x, y]) => {
          this.state.leading = -numberOf(y)
          this.move(numberOf(x), numberOf(y))
        },
      ],
      [
        operators.nextLine,
        () => {
          this.move(0, -this.state.leading)
        },
      ],
      [
        operators.setFont,
        ([font, size]) => {
          Object.assign(this.state, { font: String(font), size: numberOf(size) })
        },
      ],
      [
        operators.setCharSpacing,
        ([spacing]) => {
          this.state.charSpacing = numberOf(spacing)
        },
      ],
      [
        operators.setWordSpacing,
        ([spacing]) => {
          this.state.wordSpacing = numberOf(spacing)
        },
      ],
      [
        operators.setHScale,
        ([percent]) => {
          this.state.stretch = numberOf(percent) / 100
        },
      ],
      [
        operators.setLeading,
        ([leading]) => {
          this.state.leading = numberOf(leading)
        },
      ],
      [
        operators.setTextRise,
        ([rise]) => {
          this.state.rise = numberOf(rise)
        },
      ],
      [
        operators.showText,
        ([glyphs]) => {
          this.show(glyphs)
        },
      ],
    ])
  }

  run(operator: number, args: readonly unknown[]): void {
    this.actions.get(operator)?.(args)
  }

  private save(): void {
    if (this.saved.length < DEEPEST) this.saved.push({ ...this.state })
  }

  private restore(): void {
    this.state = this.saved.pop() ?? this.state
  }

  private turn(by: unknown): void {
    const matrix = matrixOf(by)
    if (matrix) this.state.ctm = times(this.state.ctm, matrix)
  }

  private begin(matrix: Matrix): void {
    this.line = matrix
    this.text = matrix
  }

  private move(x: number, y: number): void {
    this.begin(times(this.line, [1, 0, 0, 1, x, y]))
  }

  private show(glyphs: unknown): void {
    if (!Array.isArray(glyphs)) return
    for (const glyph of glyphs as (number | Glyph | null)[]) {
      if (typeof glyph === 'number') this.advance((-glyph * this.state.size) / 1000)
      else if (glyph && this.items.length < MOST_GLYPHS) this.place(glyph)
    }
  }

  private place({ unicode = '', width = 0, isSpace }: Glyph): void {
    const { ctm, size, stretch, rise, font, charSpacing, wordSpacing } = this.state
    const own = (width * size) / 1000
    const transform = times(ctm, times(this.text, [size * stretch, 0, 0, size, 0, rise]))
    const scale = size === 0 ? 0 : Math.hypot(transform[0], transform[1]) / size
    this.items.push({ str: unicode, transform, width: own * scale, fontName: font })
    this.advance(own + charSpacing + (isSpace === true ? wordSpacing : 0))
  }

  private advance(by: number): void {
    this.text = times(this.text, [1, 0, 0, 1, by * this.state.stretch, 0])
  }
}

const numberOf = (value: unknown): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0)

function matrixOf(value: unknown): Matrix | null {
  if (!Array.isArray(value) && !ArrayBuffer.isView(value)) return null
  const [a, b, c, d, e, f] = Array.from(value as ArrayLike<unknown>, numberOf)
  return a === undefined ||
    b === undefined ||
    c === undefined ||
    d === undefined ||
    e === undefined ||
    f === undefined
    ? null
    : [a, b, c, d, e, f]
}
