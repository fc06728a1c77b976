import { Invalid } from '../errors.ts'
import { LONGEST_LOCATOR, LONGEST_TITLE, requiredText } from './source.ts'

/** What is sealed of a protected source, for the people named on it alone. Null: it never stood open. */
export interface PrivatePart {
  readonly title: string | null
  readonly url: string | null
  readonly key: string | null
  /** Who or what it is, and where it is found. */
  readonly locator: string
}

/** A protection as somebody asks for it. `readers`: ids of accounts beside who asks. */
export interface ProtectionAsked {
  /** What everybody else sees of the source. */
  readonly descriptor: string
  readonly locator: string
  readonly readers: readonly string[]
}

/** @throws Invalid no public or no private words, or too many */
export const completeProtection = (asked: ProtectionAsked): ProtectionAsked => ({
  descriptor: requiredText(
    asked.descriptor,
    LONGEST_TITLE,
    'Say what everybody may read instead: “an official of the port”.',
  ),
  locator: requiredText(
    asked.locator,
    LONGEST_LOCATOR,
    'Say who or what the source is, for the people named on it.',
  ),
  readers: asked.readers,
})

/**
 * The private part of a protected source from its sealed text; null when two people destroyed that.
 * @throws Invalid the text holds something else
 */
export function privatePartOf(sealed: string | null): PrivatePart | null {
  if (sealed === null) return null
  const part = JSON.parse(sealed) as Partial<PrivatePart>
  if (typeof part.locator !== 'string') throw new Invalid('The private part of this source cannot be read.')
  return { title: part.title ?? null, url: part.url ?? null, key: part.key ?? null, locator: part.locator }
}
