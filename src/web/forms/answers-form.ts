import type { Outcome, VerdictValue } from '../../claims/vocabulary.ts'
import {
  contactAnswers,
  LONGEST_CONTACT_WORDS,
  rulingByAnswer,
  type ContactAnswer,
} from '../../review/contact.ts'
import type { ClaimAnswer, WholeAnswer } from '../../review/contacts/answers.ts'
import type { Ruling } from '../../review/verdict.ts'
import { fieldOf, oneOf, versionOf, type FormResult, type Problem } from './problems.ts'

/** What somebody put into the row of one claim, or of all of it. */
export interface TypedAnswer {
  readonly answer: string
  readonly words: string
  readonly ruling: string
  readonly outcome: string
}

/** The whole page as it was filled in; `rows` by the claim's number. */
export interface TypedAnswers {
  readonly rule: boolean
  readonly rest: string
  readonly whole: TypedAnswer
  readonly rows: ReadonlyMap<number, TypedAnswer>
}

export interface AnswersForm {
  readonly answers: readonly ClaimAnswer[]
  readonly whole: WholeAnswer | undefined
}

/** A claim that the page asks about. */
interface AskedClaim {
  readonly claimId: string
  readonly number: number
  readonly answered: boolean
}

/** What can be ruled with an answer: `''` is by the answer where the page says so, `none` nothing at all. */
export const rulings = ['', 'none', 'substantiated', 'unsubstantiated', 'disputed'] as const
/** What can be decided with it on the claim's words; '' is what the verdict brings. */
export const outcomesWithAnswer = ['', 'stands', 'query open', 'on author', 'cut'] as const

/** Reads the answers to all claims of a page in one go. Rows that were left blank are not answered, or take `rest`. */
export function readAnswersForm(
  body: unknown,
  claims: readonly AskedClaim[],
): FormResult<AnswersForm, TypedAnswers> {
  const typed = typedAnswers(body, claims)
  const rest = oneOf(contactAnswers, typed.rest)
  const answers = claims.flatMap((claim) => {
    const row = typed.rows.get(claim.number) ?? rowOf(body, `${claim.number}`)
    const answer = oneOf(contactAnswers, row.answer) ?? (claim.answered ? undefined : rest)
    return answer === undefined ? [] : [answerOf(body, claim, { answer, row, rule: typed.rule })]
  })
  const all = oneOf(contactAnswers, typed.whole.answer)
  const whole = all && { answer: all, words: typed.whole.words, seen: fieldOf(body, 'seen-all') }
  const problems = problemsOf(typed, answers.length + (whole === undefined ? 0 : 1))
  if (problems.length > 0) return { ok: false, typed, problems }
  return { ok: true, typed, value: { answers, whole } }
}

export const typedAnswers = (body: unknown, claims: readonly AskedClaim[]): TypedAnswers => ({
  rule: fieldOf(body, 'rule') !== '',
  rest: fieldOf(body, 'rest'),
  whole: rowOf(body, 'all'),
  rows: new Map(claims.map(({ number }) => [number, rowOf(body, `${number}`)])),
})

const rowOf = (body: unknown, name: string): TypedAnswer => ({
  answer: fieldOf(body, `answer-${name}`),
  words: fieldOf(body, `words-${name}`),
  ruling: fieldOf(body, `ruling-${name}`),
  outcome: fieldOf(body, `outcome-${name}`),
})

function answerOf(
  body: unknown,
  { claimId, number }: AskedClaim,
  { answer, row, rule }: { answer: ContactAnswer; row: TypedAnswer; rule: boolean },
): ClaimAnswer {
  const [version = '', seenAnswer = ''] = fieldOf(body, `seen-${number}`).split(' ')
  return {
    claimId,
    answer,
    words: row.words,
    seenVersion: versionOf(version),
    seenAnswer: seenAnswer === '' ? null : seenAnswer,
    ruling: rulingOf(answer, row, rule),
  }
}

function rulingOf(answer: ContactAnswer, row: TypedAnswer, rule: boolean): Ruling | null {
  const chosen = oneOf(rulings, row.ruling) ?? ''
  const ruling = chosen === '' ? (rule ? rulingByAnswer[answer] : null) : chosenRuling(answer, chosen)
  const outcome = oneOf(outcomesWithAnswer, row.outcome) ?? ''
  return ruling === null || outcome === '' ? ruling : { ...ruling, outcome: outcome satisfies Outcome }
}

/** A verdict that finds fault has its reason from the answer. */
function chosenRuling(answer: ContactAnswer, chosen: 'none' | VerdictValue): Ruling | null {
  if (chosen === 'none') return null
  if (chosen === 'substantiated') return { verdict: chosen }
  if (answer === 'corrected') return { verdict: chosen, reason: 'detail-differs' }
  return { verdict: chosen, reason: answer === 'confirmed' ? 'other' : 'no-reply' }
}

function problemsOf(typed: TypedAnswers, answered: number): Problem[] {
  const long = [['all', typed.whole] as const, ...typed.rows].filter(
    ([, { words }]) => words.trim().length > LONGEST_CONTACT_WORDS,
  )
  const unsaid = [['all', typed.whole] as const, ...typed.rows].filter(
    ([, { answer, words }]) => answer === '' && words.trim() !== '',
  )
  return [
    ...long.map(([name]) => ({
      text: `Shorten the words ${on(name)} to ${LONGEST_CONTACT_WORDS} characters.`,
      href: `#words-${name}`,
    })),
    ...(typed.rest === ''
      ? unsaid.map(([name]) => ({
          text: `Choose what they answered ${on(name)}, beside the words.`,
          href: `#answer-${name}-1`,
        }))
      : []),
    ...(answered === 0 && unsaid.length === 0
      ? [{ text: 'Nothing is answered yet: choose what they said of one claim at least.', href: '#rest' }]
      : []),
  ]
}

const on = (name: number | 'all'): string => (name === 'all' ? 'on all of it' : `on claim ${name}`)
