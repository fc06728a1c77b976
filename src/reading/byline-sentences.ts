/** A line that names publisher, authors and date in sentences of their own has no more of them than this. */
const MOST_SENTENCES = 4

/** A full stop behind a number or two letters, with a capital to follow: not that of an initial or of "No. 14". */
const BETWEEN_SENTENCES = /(?<=(?:[^\s.]{2}|\d)\.)\s(?=\p{Lu})/u
const BY_NAME = /^By:?\s\p{Lu}/u

/** Small words in names, titles and series. */
const SMALL: ReadonlySet<string> = new Set(
  'a an and at by de del den der di du et for from in la le no of on the to van von with y &'.split(' '),
)

/**
 * True for "The Quay Office, Paper No. 3. By A. Writer. May 2, 2019": a few sentences without a verb, one of which
 * names the authors.
 */
export function isBylineInSentences(text: string): boolean {
  const sentences = text.split(BETWEEN_SENTENCES)
  return (
    sentences.length <= MOST_SENTENCES &&
    sentences.some((sentence) => BY_NAME.test(sentence)) &&
    sentences.every(isOfNames)
  )
}

/** Names, numbers and titles only: every word but the small ones starts with a capital or a digit. */
const isOfNames = (sentence: string): boolean =>
  sentence.split(/\s+/).every((word) => /^[^\p{L}\p{N}]*[\p{Lu}\p{N}]/u.test(word) || SMALL.has(word))
