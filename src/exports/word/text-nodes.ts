import type { XmlCursor } from '../../reading/office/xml-cursor.ts'

/** A `w:r` and what has to be repeated where it is divided. Offsets: code units into the part's XML. */
export interface Run {
  readonly start: number
  end: number
  /** Its opening tag as it stands. */
  readonly open: string
  /** Its `w:rPr` as it stands, '' when it has none. */
  properties: string
  /** The file's own prefix for Word's namespace, with its colon; '' where it is the default. */
  readonly prefix: string
}

/** A `w:t`: its tags stand at `start` and end at `end`, its raw content from `from` to `to`. */
export interface TextNode {
  readonly run: Run
  readonly start: number
  readonly from: number
  to: number
  end: number
  /** Nothing but properties stands before it in its run. */
  readonly isFirst: boolean
  isLast: boolean
}

/** A run that is being read, with the last text in it. */
interface OpenRun {
  readonly run: Run
  readonly depth: number
  node: TextNode | null
  isEmpty: boolean
}

/** Every text node of a part in the order of its XML. `xml` is what the cursor walks over. */
export function textNodesOf(cursor: XmlCursor): readonly TextNode[] {
  const nodes: TextNode[] = []
  const open: OpenRun[] = []
  while (cursor.next() !== 'end') {
    const around = open.at(-1)
    if (cursor.kind === 'open') {
      if (cursor.name === 'w:r') open.push(openRun(cursor))
      else if (around && cursor.depth === around.depth + 1) enter(cursor, around, nodes)
      else if (around) around.isEmpty = false
    } else if (cursor.kind === 'close' && cursor.name === 'w:r') close(cursor, open.pop())
  }
  return nodes
}

function openRun(cursor: XmlCursor): OpenRun {
  const { xml, start, end, depth } = cursor
  const open = xml.slice(start, end)
  const prefix = /^<([^\s/>]*:)?/.exec(open)?.[1] ?? ''
  return { run: { start, end, open, properties: '', prefix }, depth, node: null, isEmpty: true }
}

/** Looks at a child of a run: its properties, a text, or something else. */
function enter(cursor: XmlCursor, around: OpenRun, nodes: TextNode[]): void {
  const { xml, start, end: from, depth, name } = cursor
  if (name === 'w:rPr') {
    cursor.leave(depth)
    around.run.properties = xml.slice(start, cursor.end)
    return
  }
  if (around.node) around.node.isLast = false
  const isFirst = around.isEmpty
  around.isEmpty = false
  around.node = null
  if (name !== 'w:t') return
  cursor.leave(depth)
  const end = cursor.end
  const to = Math.max(from, xml.lastIndexOf('<', end - 1))
  if (end === from || xml.slice(from, to).includes('<')) return
  around.node = { run: around.run, start, from, to, end, isFirst, isLast: true }
  nodes.push(around.node)
}

function close(cursor: XmlCursor, closed: OpenRun | undefined): void {
  if (closed) closed.run.end = cursor.end
}
