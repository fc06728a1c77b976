import { Invalid } from '../../errors.ts'
import { contactWords, type ContactAnswer } from '../contact.ts'
import { completeRuling, type Ruling } from '../verdict.ts'

/** What somebody said of one claim, and what follows from it. */
export interface ClaimAnswer {
  readonly claimId: string
  readonly answer: ContactAnswer
  readonly words?: string | undefined
  /** The claim's version (integer from 1) that was put before them. */
  readonly seenVersion: number
  /** Id of the evidence that this contact had left on the claim, null for none: who asks again has seen the answer before. */
  readonly seenAnswer: string | null
  /** What whoever enters the answers rules on the claim at once; null rules nothing. */
  readonly ruling: Ruling | null
}

/** What somebody said of all that was put. `seen`: what `answerMark` gave before, '' for no answer yet. */
export interface WholeAnswer {
  readonly answer: ContactAnswer
  readonly words?: string | undefined
  readonly seen: string
}

/** Names the answer that stands on all of it, so that nobody writes over one that they have not seen; '' for none. */
export const answerMark = (answer: string | null, answerId: string | null): string =>
  answer === null ? '' : `${answer} ${answerId ?? ''}`

/**
 * Answers without blanks.
 * @throws Invalid nothing is answered, one claim is answered twice, words are too long, or a ruling lacks its reason
 */
export function completeAnswers(given: {
  readonly answers: readonly ClaimAnswer[]
  readonly whole?: WholeAnswer | undefined
}): { readonly answers: readonly ClaimAnswer[]; readonly whole: WholeAnswer | null } {
  const { answers, whole } = given
  if (answers.length === 0 && whole === undefined)
    throw new Invalid(
      'Nothing is answered yet: choose what they said of one claim at least, or of all of it.',
    )
  if (new Set(answers.map(({ claimId }) => claimId)).size < answers.length)
    throw new Invalid('One claim is answered twice: give one answer each.')
  return {
    answers: answers.map((answer) => ({
      ...answer,
      words: contactWords(answer.words),
      ruling: answer.ruling === null ? null : completeRuling(answer.ruling),
    })),
    whole: whole === undefined ? null : { ...whole, words: contactWords(whole.words) },
  }
}
