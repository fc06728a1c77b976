import { packInclusions } from '../publication/pack/pack.ts'
import { FORMATS } from '../reading/formats.ts'

/** What an export holds only when it is asked for by name. */
export const inclusions = [
  'rationale',
  'contacts',
  'protected-sources',
  'comments',
  'privileged-comments',
  'scores',
] as const
export type Inclusion = (typeof inclusions)[number]

interface Format {
  /** What people call it. */
  readonly words: string
  /** What is in it, for whoever chooses. */
  readonly holds: string
  /** The end of the file's name. */
  readonly ending: string
  readonly mediaType: string
  /** What can be named to leave with it. */
  readonly takes: readonly Inclusion[]
}

const TALK = ['rationale', 'contacts', 'protected-sources', 'comments', 'privileged-comments'] as const

const EXPORTS = {
  csv: {
    words: 'Table of claims (CSV)',
    holds: 'one line for each claim, for any spreadsheet; risk, assignment and comments can come back',
    ending: 'csv',
    mediaType: 'text/csv; charset=utf-8; header=present',
    takes: inclusions,
  },
  xlsx: {
    words: 'Workbook (Excel)',
    holds: 'the same table, and the sources, as sheets',
    ending: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    takes: inclusions,
  },
  json: {
    words: 'Everything (JSON)',
    holds: 'text, notes, claims, evidence, verdicts and sources for another program',
    ending: 'json',
    mediaType: 'application/json',
    takes: inclusions,
  },
  claimreview: {
    words: 'Claims for search engines (schema.org)',
    holds: 'Claim with its citations; ClaimReview where the report is by others',
    ending: 'claims.jsonld',
    mediaType: 'application/ld+json',
    takes: ['rationale', 'protected-sources'],
  },
  annotations: {
    words: 'Annotations (W3C)',
    holds: 'each claim as an annotation of the text; others can annotate, and what they wrote can come back',
    ending: 'annotations.jsonld',
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
    takes: TALK,
  },
  csl: {
    words: 'Sources (CSL-JSON)',
    holds: 'for Zotero, Pandoc and other tools that cite',
    ending: 'csl.json',
    mediaType: 'application/vnd.citationstyles.csl+json',
    takes: ['protected-sources'],
  },
  bibtex: {
    words: 'Sources (BibTeX)',
    holds: 'for LaTeX',
    ending: 'bib',
    mediaType: 'application/x-bibtex; charset=utf-8',
    takes: ['protected-sources'],
  },
  ris: {
    words: 'Sources (RIS)',
    holds: 'for EndNote, Citavi and others',
    ending: 'ris',
    mediaType: 'application/x-research-info-systems; charset=utf-8',
    takes: ['protected-sources'],
  },
  html: {
    words: 'Annotated text (web page)',
    holds: 'one file to read, send or print: the text with every claim marked, and a table of them',
    ending: 'html',
    mediaType: 'text/html; charset=utf-8',
    takes: TALK,
  },
  pdf: {
    words: 'Annotated text (PDF)',
    holds: 'the same, printed by Chromium on the server',
    ending: 'pdf',
    mediaType: 'application/pdf',
    takes: TALK,
  },
  docx: {
    words: 'Back to Word',
    holds: 'what is still open on the words, as Word’s own comments and changes',
    ending: 'docx',
    mediaType: FORMATS.docx.mediaType,
    takes: ['rationale', 'contacts'],
  },
  pack: {
    words: 'Audit pack (zip)',
    holds:
      'what the report was published with, its history and proofs, and what checks them: a stranger can, without Stet',
    ending: 'pack.zip',
    mediaType: 'application/zip',
    takes: packInclusions,
  },
} as const satisfies Readonly<Record<string, Format>>

/** The formats that a report can leave the desk in. */
export type ExportFormat = keyof typeof EXPORTS
export const exportFormats = Object.keys(EXPORTS) as [ExportFormat, ...ExportFormat[]]

export const EXPORT_FORMATS: Readonly<Record<ExportFormat, Format>> = EXPORTS

/** A name for the file: the report's title in letters and digits that every system takes, and the draft's number. */
export function fileNameOf(title: string, draft: number, format: ExportFormat): string {
  const words =
    title
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, 10)
      .join('-')
      .toLowerCase() ?? 'report'
  return `${words.slice(0, 80)}-draft-${draft}.${EXPORT_FORMATS[format].ending}`
}
