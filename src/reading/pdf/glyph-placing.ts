import type { Operators } from './operators.ts'
import type { RawItem } from './page-pieces.ts'
import { type Matrix, times } from './turn.ts'

interface Glyph {
  readonly unicode?: string
  /** In thousandths of the size of the type. */
  readonly width?: number
  readonly isSpace?: boolean
}

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

/** Follows what a page draws, and notes where each sign of its text comes to stand. PDF 32000-1, 9.4. */
export class GlyphPlacing {
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

  constructor(
    operators: Operators,
    private readonly most: number,
  ) {
    const entering = (args: readonly unknown[]): void => {
      this.save()
      this.turn(args[0])
    }
    const leave = (): void => {
      this.restore()
    }
    const set =
      (key: 'charSpacing' | 'wordSpacing' | 'leading' | 'rise') =>
      ([value]: readonly unknown[]): void => {
        this.state[key] = numberOf(value)
      }
    this.actions = new Map<number, (args: readonly unknown[]) => void>([
      [
        operators.save,
        () => {
          this.save()
        },
      ],
      [operators.restore, leave],
      [
        operators.transform,
        (args) => {
          this.turn(args)
        },
      ],
      [operators.paintFormXObjectBegin, entering],
      [operators.paintFormXObjectEnd, leave],
      [
        operators.beginGroup,
        ([group]) => {
          entering([(group as { matrix?: unknown } | null)?.matrix])
        },
      ],
      [operators.endGroup, leave],
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
      [operators.setCharSpacing, set('charSpacing')],
      [operators.setWordSpacing, set('wordSpacing')],
      [
        operators.setHScale,
        ([percent]) => {
          this.state.stretch = numberOf(percent) / 100
        },
      ],
      [operators.setLeading, set('leading')],
      [operators.setTextRise, set('rise')],
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
      else if (glyph && this.items.length < this.most) this.place(glyph)
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
