import { Invalid } from '../errors.ts'

export const sourceKinds = ['outlet', 'document', 'person', 'dataset'] as const
export type SourceKind = (typeof sourceKinds)[number]

/** Admiralty code: how far a source can be relied on, whatever it says. */
export const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const
export type Reliability = (typeof reliabilities)[number]

export const LONGEST_TITLE = 500
export const LONGEST_URL = 2_000
export const LONGEST_REASON = 2_000
/** What only the people named on a protected source see. */
export const LONGEST_LOCATOR = 5_000
export const LONGEST_ORIGIN = 200

/**
 * A text without space at its ends.
 * @throws Invalid it is empty, or longer than `longest` code units
 */
export function requiredText(given: string, longest: number, wanted: string): string {
  const text = given.replaceAll('\0', '').trim()
  if (text === '') throw new Invalid(wanted)
  return shortEnough(text, longest)
}

/** The same, null for a text that was left empty. */
export function optionalText(given: string | undefined, longest: number): string | null {
  const text = (given ?? '').replaceAll('\0', '').trim()
  return text === '' ? null : shortEnough(text, longest)
}

function shortEnough(text: string, longest: number): string {
  if (text.length <= longest) return text
  throw new Invalid(`Shorten “${text.slice(0, 40)}…” to ${longest} characters; it has ${text.length}.`)
}
