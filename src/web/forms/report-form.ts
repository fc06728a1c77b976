import type { SourceType } from '../../reading/document.ts'
import { FORMATS, sourceTypes } from '../../reading/formats.ts'
import { fieldOf, oneOf, type FormResult, type Problem } from './problems.ts'

/** What somebody typed into the form for a new report; a file they chose has to be chosen again. */
export interface TypedReport {
  readonly title: string
  readonly pasted: string
  readonly type: string
  readonly closed: boolean
}

export interface ReportToRead {
  readonly bytes: Uint8Array
  readonly name: string
  readonly type?: SourceType
  readonly title?: string
  readonly closed?: boolean
}

export const EMPTY_REPORT_FORM: TypedReport = { title: '', pasted: '', type: '', closed: false }

const LONGEST_TITLE = 500

/** The form for a new report: a file or pasted text, one of the two. */
export function readReportForm(
  body: unknown,
  file: { readonly buffer: Buffer; readonly originalname: string } | undefined,
): FormResult<ReportToRead, TypedReport> {
  const typed = {
    title: fieldOf(body, 'title'),
    pasted: fieldOf(body, 'pasted'),
    type: fieldOf(body, 'type'),
    closed: fieldOf(body, 'closed') !== '',
  }
  const problems = problemsOf(typed, file !== undefined)
  if (problems.length > 0) return { ok: false, typed, problems }
  const type = oneOf(sourceTypes, typed.type)
  return {
    ok: true,
    typed,
    value: {
      ...(file === undefined
        ? pastedFile(typed.pasted, type ?? 'markdown')
        : { bytes: file.buffer, name: file.originalname, ...(type === undefined ? {} : { type }) }),
      ...(typed.title.trim() === '' ? {} : { title: typed.title }),
      ...(typed.closed ? { closed: true } : {}),
    },
  }
}

const pastedFile = (pasted: string, type: SourceType) => ({
  bytes: Buffer.from(pasted),
  name: `pasted.${FORMATS[type].extensions[0] ?? type}`,
  type,
})

function problemsOf({ title, pasted, type }: TypedReport, hasFile: boolean): readonly Problem[] {
  const hasText = pasted.trim() !== ''
  return [
    ...(hasFile || hasText ? [] : [{ text: 'Choose a file, or paste the report’s text.', href: '#file' }]),
    ...(hasFile && hasText
      ? [{ text: 'There is a file and a pasted text: keep one of the two.', href: '#pasted' }]
      : []),
    ...(hasText && !isPlain(type)
      ? [{ text: 'Text is pasted as plain text, Markdown or HTML: choose one of these.', href: '#type' }]
      : []),
    ...(title.length > LONGEST_TITLE
      ? [{ text: `Shorten the title to ${LONGEST_TITLE} characters.`, href: '#title' }]
      : []),
  ]
}

const isPlain = (type: string): boolean => {
  const known = oneOf(sourceTypes, type)
  return known === undefined || FORMATS[known].plain
}
