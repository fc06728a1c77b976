import type { Span } from '../../text/span.ts'
import { rangeEnd, rangeStart } from './comments-part.ts'
import {
  type Author,
  changeTag,
  type Deletion,
  divideNode,
  type Insertion,
  withEdits,
} from './marked-words.ts'
import type { TextNode } from './text-nodes.ts'
import type { Replacement } from './word-changes.ts'
import { coveredBy, endOf, type Piece, type RawPlace, startOf } from './word-pieces.ts'
import { escapeXml } from '../../text/escape-xml.ts'

/** What is to be done to one text node. */
interface Work {
  readonly insertions: Insertion[]
  readonly deletions: Deletion[]
}

/** Collects comments and tracked changes on the words of a part's XML, and writes them in at once. */
export class BodyEditor {
  private readonly work = new Map<TextNode, Work>()

  /** `nextId`: the first `w:id` that no change in the part has. */
  constructor(
    private readonly xml: string,
    private readonly pieces: readonly Piece[],
    private nextId: number,
  ) {}

  /** Puts a comment on words; false when no part of them is found. */
  comment(span: Span, id: number): boolean {
    const start = startOf(this.pieces, span)
    const end = endOf(this.pieces, span)
    if (!start || !end) return false
    this.insert(start, withPrefix(rangeStart(id), start.node))
    this.insert(end, withPrefix(rangeEnd(id), end.node))
    return true
  }

  /** Whether all words that would go can be reached and nobody else's change takes them. */
  canChange(changes: readonly Replacement[]): boolean {
    return changes.every(({ start, end }) => {
      const span = start === end ? { start: Math.max(0, start - 1), end: start + 1 } : { start, end }
      const covered = coveredBy(this.pieces, span)
      return (
        covered.length > 0 &&
        covered.every(({ node, from, to }) =>
          (this.work.get(node)?.deletions ?? []).every((other) => other.to <= from || other.from >= to),
        )
      )
    })
  }

  /** Tracks words as deleted and others as inserted in their place. */
  change({ start, end, words }: Replacement, author: Author): void {
    const covered = start === end ? [] : coveredBy(this.pieces, { start, end })
    for (const { node, from, to } of covered) {
      const open = changeTag(node.run.prefix, 'del', this.nextId++, author)
      this.workOn(node).deletions.push({ from, to, open })
    }
    const last = covered.at(-1)
    const place = last ? { node: last.node, at: last.to } : this.placeAt(start)
    if (words !== '' && place) this.insert(place, this.insertionOf(place.node, words, author))
  }

  finish(): string {
    const edits = [...this.work].map(([node, { insertions, deletions }]) =>
      divideNode(this.xml, node, insertions, deletions),
    )
    return withEdits(this.xml, edits)
  }

  /** Words that come in look like those that they follow, or that follow them. */
  private insertionOf({ run }: TextNode, words: string, author: Author): string {
    const { prefix, open, properties } = run
    const text = `<${prefix}t xml:space="preserve">${escapeXml(words)}</${prefix}t>`
    return `${changeTag(prefix, 'ins', this.nextId++, author)}${open}${properties}${text}</${prefix}r></${prefix}ins>`
  }

  private placeAt(at: number): RawPlace | null {
    return (
      endOf(this.pieces, { start: Math.max(0, at - 1), end: at }) ??
      startOf(this.pieces, { start: at, end: at + 1 })
    )
  }

  private insert({ node, at }: RawPlace, xml: string): void {
    this.workOn(node).insertions.push({ at, xml })
  }

  private workOn(node: TextNode): Work {
    const work = this.work.get(node) ?? { insertions: [], deletions: [] }
    this.work.set(node, work)
    return work
  }
}

/** Own elements with the prefix that the file has for Word's namespace. */
const withPrefix = (xml: string, { run }: TextNode): string =>
  run.prefix === 'w:' ? xml : xml.replace(/(<\/?| )w:/g, `$1${run.prefix}`)
