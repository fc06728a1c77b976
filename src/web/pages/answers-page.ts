import { contactAnswers } from '../../review/contact.ts'
import type { ContactClaimView } from '../../review/contacts/load-contact-claims.ts'
import type { ContactView } from '../../review/contacts/show-contact.ts'
import { outcomesWithAnswer, rulings, type TypedAnswer, type TypedAnswers } from '../forms/answers-form.ts'
import type { Problem } from '../forms/problems.ts'
import { answerClass, answerWords, said, wayWords } from './contact-words.ts'
import type { Choice } from './ruling-forms.ts'
import { timeWords, type TimeWords } from './time-words.ts'
import { outcomeWords, pageWords, setAsideWords, statusClass, statusWords } from './words.ts'

export interface AnswersPage {
  readonly id: string
  readonly person: string
  readonly how: string
  readonly terms: string
  readonly put: string | null
  readonly rule: boolean
  readonly rest: readonly Choice[]
  readonly rows: readonly AnswerRow[]
  /** Of all of it. */
  readonly whole: AnswerFields & { readonly before: AnswerBefore | null }
  readonly problems: readonly Problem[]
  readonly conflict: string | null
  readonly mayRule: boolean
}

/** The fields of one row; their names end in the claim's number, or `all`. */
export interface AnswerFields {
  readonly name: string
  readonly seen: string
  readonly answers: readonly Choice[]
  readonly words: string
}

/** What stands already. */
export interface AnswerBefore {
  readonly answer: string
  readonly className: string
  readonly words: string | null
  readonly by: string
  readonly at: TimeWords | null
}

export interface AnswerRow extends AnswerFields {
  readonly number: number
  readonly quote: string
  readonly page: string
  readonly status: string
  readonly statusClass: string
  readonly remark: string
  readonly before: AnswerBefore | null
  readonly rulings: readonly Choice[]
  readonly outcomes: readonly Choice[]
  /** Whether what is folded away holds a choice. */
  readonly open: boolean
  /** Where the page begins: the first claim that nobody has answered. */
  readonly first: boolean
}

interface Shown {
  readonly typed: TypedAnswers | null
  readonly problems: readonly Problem[]
  readonly conflict: string | null
  /** Whether the page opens with ruling by the answers chosen. */
  readonly rule: boolean
}

const EMPTY: TypedAnswer = { answer: '', words: '', ruling: '', outcome: '' }

/** The page on which all answers of one person are entered in one go, in the report's order. */
export function answersPage(contact: ContactView, { typed, problems, conflict, rule }: Shown): AnswersPage {
  const first = contact.claims.find(({ answered }) => !answered)?.number ?? contact.claims[0]?.number
  return {
    id: contact.id,
    person: contact.person,
    how: said(wayWords, contact.how),
    terms: contact.terms,
    put: contact.put,
    rule: typed?.rule ?? rule,
    rest: answerChoices(typed?.rest ?? ''),
    rows: contact.claims.map((claim) => ({
      ...answerRow(claim, typed?.rows.get(claim.number) ?? EMPTY),
      first: problems.length === 0 && conflict === null && claim.number === first,
    })),
    whole: {
      ...fields('all', contact.seen, typed?.whole ?? EMPTY),
      before:
        contact.answer === null ? null : before(contact.answer, contact.answerWords, '', contact.answeredAt),
    },
    problems,
    conflict,
    mayRule: contact.mayWork,
  }
}

function answerRow(claim: ContactClaimView, typed: TypedAnswer): Omit<AnswerRow, 'first'> {
  return {
    ...fields(`${claim.number}`, `${claim.version} ${claim.evidenceId ?? ''}`, typed),
    number: claim.number,
    quote: claim.quote,
    page: pageWords(claim.page),
    status: statusWords[claim.status],
    statusClass: statusClass[claim.status] + (claim.stale ? ' is-stale' : ''),
    remark: remarkOn(claim),
    before:
      claim.answer === null ? null : before(claim.answer, claim.words, claim.notedBy ?? '', claim.answeredAt),
    rulings: rulings.map((value) => ({ value, words: RULING_WORDS[value], chosen: value === typed.ruling })),
    outcomes: outcomesWithAnswer.map((value) => ({
      value,
      words: value === '' ? 'as the verdict brings' : outcomeWords[value],
      chosen: value === typed.outcome,
    })),
    open: typed.ruling !== '' || typed.outcome !== '',
  }
}

const RULING_WORDS: Readonly<Record<(typeof rulings)[number], string>> = {
  '': 'as chosen for the page',
  none: 'no ruling',
  substantiated: 'substantiated',
  unsubstantiated: 'unsubstantiated',
  disputed: 'disputed',
}

const fields = (name: string, seen: string, { answer, words }: TypedAnswer): AnswerFields => ({
  name,
  seen,
  answers: answerChoices(answer),
  words,
})

const answerChoices = (chosen: string): readonly Choice[] =>
  contactAnswers.map((value) => ({ value, words: answerWords[value], chosen: value === chosen }))

const before = (answer: string, words: string | null, by: string, at: Date | null): AnswerBefore => ({
  answer: said(answerWords, answer),
  className: said(answerClass, answer),
  words,
  by,
  at: at === null ? null : timeWords(at),
})

function remarkOn({ setAside, start, settled }: ContactClaimView): string {
  if (setAside !== null) return `set aside: ${setAsideWords[setAside] ?? setAside}`
  if (start === null) return 'not found in this draft: cut or moved?'
  return settled ? 'settled' : ''
}
