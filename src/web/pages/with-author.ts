import { stateInWords } from '../../review/fix.ts'
import type { FixView, QueryView } from '../../review/list-author-work.ts'
import { timeWords, type TimeWords } from './time-words.ts'
import { type DiffPiece, wordDiff } from './word-diff.ts'

/** What stands between the desk and the authors about one claim, in the order it was asked. */
export interface WithAuthorView {
  readonly authors: readonly { readonly id: string; readonly name: string }[]
  readonly thread: readonly (FixLine | QueryLine)[]
  /** Fixes that wait for a draft and can be ruled on. */
  readonly rulable: readonly { readonly id: string; readonly words: string }[]
  readonly mayAsk: boolean
  /** The claim's words, to be typed over; null where it stands nowhere. */
  readonly words: string | null
  /** What a refused form had in it; `form` names the form. */
  readonly typed: Readonly<Record<string, string>>
}

interface Line {
  readonly id: string
  readonly asked: number
  readonly by: string
  readonly to: string | null
  readonly at: TimeWords
  readonly answeredBy: string | null
  readonly answeredAt: TimeWords | null
  readonly answer: string | null
}

export interface FixLine extends Line {
  readonly is: 'fix'
  readonly diff: readonly DiffPiece[]
  readonly state: string
  /** "was accepted" */
  readonly said: string
  readonly answerable: boolean
  readonly withdrawable: boolean
}

export interface QueryLine extends Line {
  readonly is: 'query'
  readonly words: string
  readonly deadline: TimeWords | null
  readonly answerKind: string | null
  readonly answerable: boolean
  readonly closable: boolean
  readonly closedBy: string | null
}

export interface WithAuthorInput {
  readonly fixes: readonly FixView[]
  readonly queries: readonly QueryView[]
  readonly authors: WithAuthorView['authors']
  readonly mayAsk: boolean
  readonly placementId: string
  readonly words: string | null
  readonly typed: Readonly<Record<string, string>> | undefined
}

const WITHDRAWABLE = new Set(['asked', 'accepted', 'declined'])
const SHOWN = 60

export function withAuthorView(input: WithAuthorInput): WithAuthorView {
  const { fixes, queries, authors, mayAsk, placementId, words, typed = {} } = input
  const lines = [...fixes.map((fix) => fixLine(fix, mayAsk)), ...queries.map((one) => queryLine(one, mayAsk))]
  return {
    ...{ authors, mayAsk, words, typed },
    thread: lines.toSorted((a, b) => a.asked - b.asked),
    rulable: fixes
      .filter((fix) => ['asked', 'accepted'].includes(fix.state) && fix.placementId === placementId)
      .map(({ id, original, proposed }) => ({ id, words: `“${short(original)}” → “${short(proposed)}”` })),
  }
}

const short = (words: string): string =>
  words.length <= SHOWN ? words : `${words.slice(0, SHOWN).trimEnd()}…`

function fixLine(fix: FixView, mayAsk: boolean): FixLine {
  return {
    is: 'fix',
    ...lineOf(fix),
    diff: fixDiff(fix),
    state: fix.state,
    said: stateInWords(fix.state),
    answerable: mayAsk && fix.state === 'asked',
    withdrawable: mayAsk && WITHDRAWABLE.has(fix.state),
  }
}

/** The whole claim with the fix in it, where it stands in the claim's words as they were kept; else its words alone. */
export function fixDiff({ original, proposed, quote, start, quoteStart }: FixView): readonly DiffPiece[] {
  const at = quoteStart === null ? -1 : start - quoteStart
  const fits = at >= 0 && quote.slice(at, at + original.length) === original
  return fits
    ? wordDiff(quote, quote.slice(0, at) + proposed + quote.slice(at + original.length))
    : wordDiff(original, proposed)
}

function queryLine(query: QueryView, mayAsk: boolean): QueryLine {
  return {
    is: 'query',
    ...lineOf(query),
    words: query.words ?? 'The words of this query were destroyed.',
    deadline: query.deadline === null ? null : timeWords(query.deadline),
    answerKind: query.answerKind,
    answerable: mayAsk && query.state === 'open',
    closable: mayAsk && query.state !== 'closed',
    closedBy: query.state === 'closed' ? (query.closedBy ?? 'the desk') : null,
  }
}

const lineOf = (asked: FixView | QueryView): Line => ({
  id: asked.id,
  asked: asked.askedAt.getTime(),
  by: asked.askedBy.name,
  to: asked.author?.name ?? null,
  at: timeWords(asked.askedAt),
  answeredBy: asked.answeredBy,
  answeredAt: asked.answeredAt === null ? null : timeWords(asked.answeredAt),
  answer: asked.answer,
})
