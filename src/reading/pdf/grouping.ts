import type { BodyType } from './body-type.ts'
import type { ColumnShape } from './column-shape.ts'
import { indentOf } from './column-shape.ts'
import type { Line } from './line.ts'
import { beginsParagraph, goesOn, isFarBelow, type LineGroup } from './paragraphs.ts'
import { type Cell, partsOf } from './tables.ts'

/** A paragraph's lines, or a table's cells. */
export type Grouped =
  | ({ readonly kind: 'text' } & LineGroup)
  | { readonly kind: 'table'; readonly lines: readonly Line[]; readonly cells: readonly Cell[] }

/** What grouping needs to know of the file. */
export interface GroupingContext {
  readonly body: BodyType
  readonly shapes: ReadonlyMap<number, ColumnShape>
  /** Lines that begin a note at the end of the text. */
  readonly noteStarts: ReadonlySet<Line>
  /** Lines that begin with a marker, which calls a note for the words on the line above. */
  readonly calling: ReadonlySet<Line>
}

const NO_SHAPE: ColumnShape = { left: 0, right: 0 }

/** The paragraphs and tables of all columns, those that a column's or a page's end cut put together. */
export function groupColumns(columns: readonly (readonly Line[])[], context: GroupingContext): Grouped[] {
  const grouped = columns.map((column) => groupColumn(column, context))
  const indents = indentsParagraphs(grouped.flat(), context.body)
  const joined: Grouped[] = []
  for (const ofColumn of grouped) {
    const next = ofColumn.find((group) => group.kind === 'text' && isBody(group, context.body))
    const last = lastText(joined, context.body)
    if (next?.kind === 'text' && last && canGoOn(next, context) && goesOn(last, next, indents)) {
      last.lines.push(...next.lines)
      joined.push(...ofColumn.filter((group) => group !== next))
    } else joined.push(...ofColumn)
  }
  return joined
}

function groupColumn(column: readonly Line[], context: GroupingContext): Grouped[] {
  const [first] = column
  const shape = (first && context.shapes.get(first.column)) ?? NO_SHAPE
  return partsOf(column, context.body).flatMap((part) =>
    part.kind === 'table' ? [part] : paragraphsOf(part.lines, shape, context),
  )
}

function paragraphsOf(lines: readonly Line[], shape: ColumnShape, context: GroupingContext): Grouped[] {
  const groups: { kind: 'text'; lines: Line[]; shape: ColumnShape }[] = []
  for (const line of lines) {
    const group = groups.at(-1)
    const [above, first] = [group?.lines.at(-1), group?.lines[0]]
    const begins =
      !above ||
      !first ||
      context.noteStarts.has(line) ||
      (context.calling.has(line)
        ? isFarBelow(above, line, context.body)
        : beginsParagraph(above, line, shape, context.body, first))
    if (group && !begins) group.lines.push(line)
    else groups.push({ kind: 'text', lines: [line], shape })
  }
  return groups
}

const isBody = ({ lines }: LineGroup, body: BodyType): boolean =>
  Math.abs((lines[0]?.size ?? 0) - body.size) < 0.06 * body.size

const canGoOn = ({ lines }: LineGroup, { noteStarts }: GroupingContext): boolean =>
  lines[0] !== undefined && !noteStarts.has(lines[0])

/** Groups to look back over: tables, captions and the like that stand between two halves of a paragraph. */
const LOOK_BACK = 12

function lastText(groups: readonly Grouped[], body: BodyType): LineGroup | null {
  for (let i = groups.length - 1; i >= Math.max(0, groups.length - LOOK_BACK); i--) {
    const group = groups[i]
    if (group?.kind === 'text' && isBody(group, body)) return group
  }
  return null
}

/** Whether most paragraphs begin with an indent, so that one without goes on. */
function indentsParagraphs(groups: readonly Grouped[], body: BodyType): boolean {
  const long = groups.flatMap((group) =>
    group.kind === 'text' && group.lines.length >= 3 && isBody(group, body) ? [group] : [],
  )
  const indented = long.filter(({ lines, shape }) => {
    const [first, second] = lines
    return first && second && indentOf(first, shape) > indentOf(second, shape) + 0.7 * first.size
  })
  return indented.length * 2 > long.length
}
