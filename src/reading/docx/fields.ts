import type { CallMark, Line, OpenSpan } from '../office/line.ts'
import { endnoteData, endnoteItems } from './endnote-xml.ts'
import { fieldUse, type FieldUse } from './field-instruction.ts'
import type { WordContext } from './word-context.ts'

/** A field that is open: `{ instruction | result }`, or a content control, which is all result. */
interface Field {
  instruction: string
  /** Base64 that EndNote keeps beside the instruction. */
  data: string
  /** What it is for, known when its result begins. */
  use: FieldUse | null
  span: OpenSpan | null
  /** The call that the result stands for, and the words that show it. */
  call: CallMark | null
  shown: string
}

/** Fields in each other; a damaged file may begin many and end none. */
const DEEPEST_FIELD = 50

/** The fields and content controls that are open at a place of a story. They stand in each other. */
export class Fields {
  private readonly open: Field[] = []
  /** Fields begun inside too many others, which are passed over. */
  private beyond = 0

  constructor(
    private readonly line: Line,
    private readonly context: WordContext,
  ) {}

  begin(): void {
    if (this.open.length >= DEEPEST_FIELD) this.beyond++
    else this.open.push({ instruction: '', data: '', use: null, span: null, call: null, shown: '' })
  }

  instruct(text: string): void {
    const top = this.open.at(-1)
    if (top?.use === null) top.instruction += text
  }

  addData(base64: string): void {
    const top = this.open.at(-1)
    if (top) top.data += base64
  }

  beginResult(): void {
    if (this.beyond > 0) return
    const top = this.open.at(-1)
    if (top?.use !== null) return
    this.use(top, this.resolved(fieldUse(top.instruction), top.data))
  }

  /** Ends the innermost field. EndNote puts its data into a field of its own inside the instruction. */
  end(): void {
    if (this.beyond > 0) {
      this.beyond--
      return
    }
    const field = this.open.pop()
    if (!field) return
    if (field.span) this.line.closeSpan(field.span)
    if (field.call) field.call.label = field.shown.trim()
    const around = this.open.at(-1)
    if (around?.use === null) around.data += field.data
  }

  /** A content control is a field whose use is said beside it; `null`: it only groups. */
  beginControl(use: FieldUse | null): void {
    this.begin()
    const top = this.open.at(-1)
    if (top && this.beyond === 0) this.use(top, use ?? { kind: 'plain' })
  }

  /** Takes text that is none of the page's: inside an instruction, or the words of a repeated call. */
  takes(text: string): boolean {
    const top = this.open.at(-1)
    if (!top) return false
    const again = this.open.find((field) => field.call !== null)
    if (again) again.shown += text
    return again !== undefined || this.isInInstruction()
  }

  isIn(kind: 'contents' | 'bibliography'): boolean {
    return this.open.some((field) => field.use?.kind === kind)
  }

  /** The innermost instruction may never end in a damaged file: what stands there is shown. */
  private isInInstruction(): boolean {
    return this.open.some((field, i) => field.use === null && i < this.open.length - 1)
  }

  private use(field: Field, use: FieldUse): void {
    field.use = use
    if (use.kind === 'link') field.span = this.line.openLink(use.href)
    else if (use.kind === 'citation') field.span = this.line.openCitation(use.items)
    else if (use.kind === 'equation') this.context.losses.add('equation', null)
    else if (use.kind === 'note-again') {
      field.call = this.line.call(`again ${use.bookmark}`)
      this.context.calls.repeat(use.bookmark, field.call)
    }
  }

  /** Fetches the works of a citation that stand elsewhere in the file. */
  private resolved(use: FieldUse, data: string): FieldUse {
    const items =
      use.kind === 'endnote-xml'
        ? endnoteItems(use.xml === '' ? endnoteData(data) : use.xml)
        : use.kind === 'word-sources'
          ? use.tags.flatMap((tag) => this.context.source(tag) ?? [])
          : null
    return items === null || items.length === 0 ? use : { kind: 'citation', items }
  }
}
