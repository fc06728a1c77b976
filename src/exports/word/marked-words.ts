import { escapeXml } from '../../text/escape-xml.ts'
import { dateOf } from './comments-part.ts'
import type { TextNode } from './text-nodes.ts'

/** Who proposes a change, and when. */
export interface Author {
  readonly author: string
  readonly at: Date
}

/** XML that is put in at a place of the part: between runs. */
export interface Insertion {
  /** Code units into the part's XML, within the content of a text node. */
  readonly at: number
  readonly xml: string
}

/** Raw content that becomes a tracked deletion. */
export interface Deletion {
  readonly from: number
  readonly to: number
  /** The deletion's opening tag. */
  readonly open: string
}

/** A stretch of a part's XML and what comes in its place. */
export interface Edit {
  readonly from: number
  readonly to: number
  readonly xml: string
}

/** The opening tag of a tracked change, `ins` or `del`. */
export const changeTag = (prefix: string, kind: 'ins' | 'del', id: number, { author, at }: Author): string =>
  `<${prefix}${kind} ${prefix}id="${id}" ${prefix}author="${escapeXml(author)}"${dateOf(at).replace('w:', prefix)}>`

/**
 * Divides the run of a text node so that `insertions` stand between its words and the words of `deletions` are tracked as
 * deleted. What else the run holds stays where it is. Deletions do not overlap; both come in order.
 */
export function divideNode(
  xml: string,
  node: TextNode,
  insertions: readonly Insertion[],
  deletions: readonly Deletion[],
): Edit {
  const { run } = node
  const pieces: string[] = []
  let isOpen = !node.isFirst
  const beginRun = (): void => {
    if (!isOpen) pieces.push(run.open, run.properties)
    isOpen = true
  }
  const endRun = (): void => {
    if (isOpen) pieces.push(`</${run.prefix}r>`)
    isOpen = false
  }
  const write = (from: number, to: number, element: string): void => {
    if (from === to) return
    beginRun()
    const tag = `${run.prefix}${element}`
    pieces.push(`<${tag} xml:space="preserve">${xml.slice(from, to)}</${tag}>`)
  }
  for (const { from, to, deletion, before } of stretches(node, insertions, deletions)) {
    if (before !== '' || deletion !== null) endRun()
    pieces.push(before)
    if (deletion === null) {
      write(from, to, 't')
      continue
    }
    pieces.push(deletion.open)
    write(from, to, 'delText')
    endRun()
    pieces.push(`</${run.prefix}del>`)
  }
  if (node.isLast) endRun()
  else beginRun()
  return {
    from: node.isFirst ? run.start : node.start,
    to: node.isLast ? run.end : node.end,
    xml: pieces.join(''),
  }
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly deletion: Deletion | null
  /** What is put in before it. */
  readonly before: string
}

/** The content of a node cut at every insertion and at both ends of every deletion. */
function stretches(
  node: TextNode,
  insertions: readonly Insertion[],
  deletions: readonly Deletion[],
): Stretch[] {
  const cuts = new Set([node.from, node.to])
  for (const { at } of insertions) cuts.add(at)
  for (const { from, to } of deletions) cuts.add(from).add(to)
  const places = [...cuts].sort((a, b) => a - b)
  return places.map((from, i) => {
    const to = places[i + 1] ?? from
    const deletion = deletions.find((one) => one.from <= from && one.to >= to && to > from) ?? null
    const before = insertions.filter(({ at }) => at === from).map(({ xml }) => xml)
    return { from, to, deletion, before: before.join('') }
  })
}

/** A text with some stretches replaced. Edits do not overlap; they come in any order. */
export function withEdits(xml: string, edits: readonly Edit[]): string {
  const pieces: string[] = []
  let read = 0
  for (const edit of [...edits].sort((a, b) => a.from - b.from)) {
    pieces.push(xml.slice(read, edit.from), edit.xml)
    read = edit.to
  }
  return pieces.join('') + xml.slice(read)
}
