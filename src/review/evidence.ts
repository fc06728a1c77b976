import { Invalid } from '../errors.ts'

/** What one citation or source says of one claim. */
export const judgements = [
  'supports',
  'partly supports',
  'does not support',
  'contradicts',
  'not accessed',
] as const
export type Judgement = (typeof judgements)[number]

/** The longest excerpt, in UTF-16 code units: a few pages. What is longer belongs into a capture. */
export const LONGEST_EXCERPT = 20_000
export const LONGEST_LOCATOR = 500

/** A judgement with what somebody may say beside it. `credibility`: 1–6, Admiralty code. */
export interface JudgedEvidence {
  readonly judgement: Judgement
  readonly credibility?: number | undefined
  /** A page, paragraph, timestamp or text fragment (`#:~:text=`). */
  readonly locator?: string | undefined
  readonly excerpt?: string | undefined
  readonly translation?: string | undefined
  readonly translator?: string | undefined
  /** The capture that it was read from: one of the source. */
  readonly captureId?: string | undefined
}

/**
 * Evidence without blanks: what was left empty is not there.
 * @throws Invalid for a text that is too long, a credibility outside 1–6, a translation without its original
 */
export function completeEvidence(given: JudgedEvidence): JudgedEvidence {
  const [excerpt, translation] = [filled(given.excerpt), filled(given.translation)]
  for (const text of [excerpt, translation])
    if ((text?.length ?? 0) > LONGEST_EXCERPT)
      throw new Invalid(
        `Shorten the excerpt to ${LONGEST_EXCERPT} characters, or keep the page as a capture.`,
      )
  const locator = filled(given.locator)
  if ((locator?.length ?? 0) > LONGEST_LOCATOR)
    throw new Invalid(`Shorten the place in the source to ${LONGEST_LOCATOR} characters.`)
  if (given.credibility !== undefined && ![1, 2, 3, 4, 5, 6].includes(given.credibility))
    throw new Invalid('Credibility goes from 1 (confirmed) to 6 (cannot be judged).')
  if (translation !== undefined && excerpt === undefined)
    throw new Invalid('Give the original words too, beside their translation.')
  const [translator, captureId] = [filled(given.translator), filled(given.captureId)]
  return { ...given, excerpt, translation, locator, translator, captureId }
}

const filled = (text: string | undefined): string | undefined => {
  const trimmed = text?.trim()
  return trimmed === '' ? undefined : trimmed
}
