import { FORMATS, sourceTypes } from '../../reading/formats.ts'

/** What the form for a new report says of the formats that Stet reads. */
export interface FormatChoices {
  readonly choices: readonly { readonly value: string; readonly words: string }[]
  /** For the file field's `accept`. */
  readonly accept: string
  /** All formats in words: "plain text, Markdown or web page (HTML)". */
  readonly inWords: string
}

export function formatChoices(): FormatChoices {
  const formats = sourceTypes.map((type) => FORMATS[type])
  return {
    choices: sourceTypes.map((value) => ({ value, words: FORMATS[value].words })),
    accept: formats
      .flatMap(({ extensions, mediaType }) => [...extensions.map((one) => `.${one}`), mediaType])
      .join(','),
    inWords: new Intl.ListFormat('en', { type: 'disjunction' }).format(formats.map(({ words }) => words)),
  }
}
