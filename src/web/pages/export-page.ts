import {
  EXPORT_FORMATS,
  exportFormats,
  inclusions,
  type ExportFormat,
  type Inclusion,
} from '../../exports/formats.ts'

/** What somebody chose on the form for any other file than Word's. */
export interface TypedExport {
  readonly format: string
  readonly include: readonly string[]
  readonly byOthers: boolean
}

export const NOTHING_CHOSEN: TypedExport = { format: 'csv', include: [], byOthers: false }

export interface ExportChoice {
  readonly value: string
  readonly words: string
  readonly hint: string
  readonly checked: boolean
  readonly disabled: boolean
}

export interface ExportPage {
  readonly formats: readonly ExportChoice[]
  readonly inclusions: readonly ExportChoice[]
  readonly byOthers: boolean
}

/** The formats and what can be named to leave with them. `prints`: whether something here prints a PDF. */
export const exportPage = (typed: TypedExport, prints: boolean): ExportPage => ({
  formats: exportFormats.filter(isOther).map((value) => {
    const { words, holds } = EXPORT_FORMATS[value]
    const disabled = value === 'pdf' && !prints
    const hint = disabled ? 'needs Chromium on the server, where there is none: print the web page' : holds
    return { value, words, hint, disabled, checked: typed.format === value && !disabled }
  }),
  inclusions: inclusions.map((value) => ({
    value,
    ...INCLUSIONS[value],
    disabled: false,
    checked: typed.include.includes(value),
  })),
  byOthers: typed.byOthers,
})

/** Word's file has a form of its own. */
const isOther = (format: ExportFormat): boolean => format !== 'docx'

const INCLUSIONS: Readonly<Record<Inclusion, { readonly words: string; readonly hint: string }>> = {
  rationale: { words: 'the checkers’ rationale', hint: 'what they wrote beside their verdicts' },
  contacts: {
    words: 'what people answered',
    hint: 'names only of those who spoke on the record; nothing that was said off the record, ever',
  },
  'protected-sources': {
    words: 'protected sources',
    hint: 'with what everybody may read of them; who they are never leaves',
  },
  comments: { words: 'comments', hint: 'what people of the desk wrote to one another on the claims' },
  'privileged-comments': { words: 'privileged comments', hint: 'those that you may see' },
  scores: { words: 'machine scores', hint: 'how sure the words sound and how worth checking, as numbers' },
}
