import { Invalid } from '../errors.ts'

/**
 * What somebody wrote, as it is kept: line ends as `\n`, no space at either end, without NUL, which no database takes.
 * `what`: "the comment", for the sentence that refuses. `longest`: UTF-16 code units.
 * @throws Invalid nothing is left, or too much
 */
export function writtenWords(given: string, what: string, longest: number): string {
  const words = given.replaceAll('\0', '').replace(/\r\n?/g, '\n').trim()
  if (words === '') throw new Invalid(`Write ${what}: it is empty.`)
  if (words.length > longest)
    throw new Invalid(`Shorten ${what} to ${longest} characters; it has ${words.length}.`)
  return words
}
