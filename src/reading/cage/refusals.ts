import { Invalid } from '../../errors.ts'
import { READING_LIMITS } from './limits.ts'

const DIVIDE =
  'Divide the report and read the parts one by one, or save it as plain text or Markdown and try that.'

export const tookTooLong = (): Invalid =>
  new Invalid(
    `Reading this file took longer than ${READING_LIMITS.time / 1000} seconds and was stopped. ${DIVIDE}`,
  )

export const tookTooMuchMemory = (): Invalid =>
  new Invalid(
    `Reading this file took more than ${READING_LIMITS.memory} MB of memory and was stopped. ${DIVIDE}`,
  )

/** `name`: the list of the document, in the plural: blocks, notes, markers, sentences, claims, warnings. */
export const tooManyEntries = (name: string, most: number): Invalid =>
  new Invalid(
    `This file holds more than ${most.toLocaleString('en')} ${name}, and a desk cannot show so many. Divide the report and read the parts one by one.`,
  )

/** What somebody is told when a reader itself broke: which kind of file does that, and why in the program's words. */
export function brokeOnFile(error: unknown): Invalid {
  if (error instanceof Invalid) return error
  if (error instanceof RangeError && /call stack/i.test(error.message))
    return new Invalid(
      'This file nests its parts too deeply to be read. Save the report as plain text and try that.',
    )
  const why = error instanceof Error ? `${error.name}: ${firstLine(error.message)}` : 'no reason was given'
  return new Invalid(
    `This file could not be read; it seems to be damaged (${why}). Open it where it was written, save it anew, and try again.`,
    { cause: error },
  )
}

const firstLine = (message: string): string => (message.split('\n')[0] ?? '').slice(0, 200)
