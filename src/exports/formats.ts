import { FORMATS } from '../reading/formats.ts'

/** The formats that a report can leave the desk in. */
export const exportFormats = ['docx'] as const
export type ExportFormat = (typeof exportFormats)[number]

/** What an export holds only when it is asked for by name. */
export const inclusions = ['rationale', 'contacts'] as const
export type Inclusion = (typeof inclusions)[number]

export const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = { docx: FORMATS.docx.mediaType }

/** A name for the file: the report's title in letters and digits that every system takes, and the draft's number. */
export function fileNameOf(title: string, draft: number, format: ExportFormat): string {
  const words =
    title
      .match(/[\p{L}\p{N}]+/gu)
      ?.slice(0, 10)
      .join('-')
      .toLowerCase() ?? 'report'
  return `${words.slice(0, 80)}-draft-${draft}.${format}`
}
