import { Invalid } from '../../errors.ts'
import type { ReadDocument } from '../document.ts'
import type { ReadingProgress, Tell } from '../progress.ts'
import { tooManyEntries } from './refusals.ts'

/**
 * A reading as it crosses from where it was made: lines of JSON, so that the receiver takes them one by one and goes on
 * with other work between them. A document comes in many lines that are laid together; one other line ends it.
 */
type Line =
  | { readonly progress: ReadingProgress }
  | { readonly part: Partial<ReadDocument> }
  | { readonly end: true }
  | { readonly invalid: string }

/** Entries of a list in one line: some hundred kilobytes, parsed in a millisecond or two. */
const ENTRIES = 500

export const progressLine = (progress: ReadingProgress): string => JSON.stringify({ progress } satisfies Line)

export const refusalLine = (refusal: Invalid): string =>
  JSON.stringify({ invalid: refusal.message } satisfies Line)

/** The lines of a document; the last one says that it is whole. */
export function* documentLines(document: ReadDocument): Generator<string> {
  for (const [key, value] of Object.entries(document) as [string, unknown][]) {
    const parts = Array.isArray(value) ? slicesOf(value) : [value]
    for (const part of parts) yield JSON.stringify({ part: { [key]: part } })
  }
  yield JSON.stringify({ end: true } satisfies Line)
}

/** The JSON of a document in pieces, because as one string it would take as much memory as the reading itself. */
export function* documentJson(document: ReadDocument): Generator<string> {
  let before = '{'
  for (const [key, value] of Object.entries(document) as [string, unknown][]) {
    yield `${before}${JSON.stringify(key)}:`
    yield* Array.isArray(value) ? listJson(value) : [JSON.stringify(value)]
    before = ','
  }
  yield '}'
}

function* listJson(list: readonly unknown[]): Generator<string> {
  yield '['
  for (const [i, slice] of slicesOf(list).entries()) {
    const entries = JSON.stringify(slice).slice(1, -1)
    yield i === 0 ? entries : `,${entries}`
  }
  yield ']'
}

/** An empty list is one empty slice: its field has to arrive, too. */
function slicesOf(list: readonly unknown[]): (readonly unknown[])[] {
  const slices: (readonly unknown[])[] = []
  for (let from = 0; from === 0 || from < list.length; from += ENTRIES)
    slices.push(list.slice(from, from + ENTRIES))
  return slices
}

/** Takes the lines of a reading as they come. `longestList`: entries that a list of the document may have. */
export class ReadingReceiver {
  private readonly fields: Record<string, unknown> = {}
  private outcome: 'whole' | Invalid | null = null

  constructor(
    private readonly tell: Tell,
    private readonly longestList = Infinity,
  ) {}

  receive(text: string): void {
    const line = JSON.parse(text) as Line
    if ('progress' in line) this.tell(line.progress)
    else if (this.outcome !== null) return
    else if ('part' in line) this.add(line.part)
    else this.outcome = 'end' in line ? 'whole' : new Invalid(line.invalid)
  }

  /** Whether a document or a refusal has come. */
  get ended(): boolean {
    return this.outcome !== null
  }

  /**
   * The document, after the last line.
   * @throws Invalid the reader refused the file · Error the lines broke off
   */
  document(): ReadDocument {
    if (this.outcome instanceof Invalid) throw this.outcome
    if (this.outcome === null) throw new Error('The reading broke off without an answer')
    return this.fields as unknown as ReadDocument
  }

  private add(part: Partial<ReadDocument>): void {
    for (const [key, value] of Object.entries(part) as [string, unknown][]) {
      const before = this.fields[key]
      if (Array.isArray(before) && Array.isArray(value)) this.lengthen(before, value, key)
      else this.fields[key] = value
    }
  }

  private lengthen(list: unknown[], by: readonly unknown[], name: string): void {
    if (list.length + by.length > this.longestList) this.outcome = tooManyEntries(name, this.longestList)
    else for (const entry of by) list.push(entry)
  }
}
