import type { AuditedText } from '../audited-text.ts'
import { groupBy } from '../../text/group-by.ts'
import { contentWords, overlap } from '../content-words.ts'
import { type Figure, figuresIn } from '../figures.ts'
import type { TextRule } from '../rule.ts'

/** The share of the words of the shorter statement, and how many of them, to be about one thing. */
const [SHARED_WORDS, FEWEST_WORDS] = [0.8, 4]

interface Counted {
  readonly figure: Figure
  readonly words: ReadonlySet<string>
  /** The days and years it names: a count on another day may differ. */
  readonly when: string
}

export const sameFigureDiffers: TextRule = {
  id: 'same-figure-differs',
  severity: 'warning',
  why: 'A figure that is one thing in the summary and another in the body is wrong in one of them.',
  find: (audited) =>
    [...groupBy(countedStatements(audited), ({ figure, when }) => `${figure.unit} ${when}`).values()].flatMap(
      (alike) =>
        alike.flatMap((one, i) =>
          alike
            .slice(i + 1)
            .filter((other) => differ(one, other))
            .map((other) => ({
              at: other.figure,
              also: [one.figure],
              message: `“${audited.quote(other.figure)}” here, “${audited.quote(one.figure)}” there, in words that are nearly the same.`,
            })),
        ),
    ),
}

const countedStatements = (audited: AuditedText): Counted[] =>
  audited.statements.flatMap((sentence): Counted[] => {
    const words = audited.quote(sentence)
    const [figure, ...others] = figuresIn(words, sentence.start)
    if (figure === undefined || others.length > 0) return []
    const when = audited
      .spansOf('date', sentence)
      .map((date) => audited.quote(date))
      .join(' ')
    return [{ figure, words: contentWords(words), when }]
  })

/** Of two that count the same on the same days. */
const differ = (one: Counted, other: Counted): boolean =>
  one.figure.value !== other.figure.value &&
  Math.min(one.words.size, other.words.size) >= FEWEST_WORDS &&
  overlap(one.words, other.words) >= SHARED_WORDS
