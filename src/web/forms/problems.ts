/** What is wrong with a form: a sentence, and the field it is about as a link (`#rationale`). */
export interface Problem {
  readonly text: string
  readonly href: string
}

/** A form that can be used, or what is wrong with it and what was typed, to be shown again. */
export type FormResult<Value, Typed> =
  | { readonly ok: true; readonly value: Value; readonly typed: Typed }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly typed: Typed }

/** One field of a posted body as text, '' when it is absent or not text. */
export function fieldOf(body: unknown, name: string): string {
  const value = (body as Readonly<Record<string, unknown>> | undefined)?.[name]
  return typeof value === 'string' ? value : ''
}

/** One of the words that a field may hold, undefined for anything else. */
export const oneOf = <Word extends string>(words: readonly Word[], given: string): Word | undefined =>
  words.find((word) => word === given)

/** A version as a form posts it: an integer from 1, else 0, which no claim has. */
export const versionOf = (given: string): number => (/^[1-9]\d{0,8}$/.test(given) ? Number(given) : 0)
