import type { ReadClaim, Sentence, SentenceKind } from '../document.ts'
import { quotationsIn, type Quotations } from '../quotations.ts'
import { readsCues } from '../language/cues-by-language.ts'
import { findSentences, type FoundSentence } from './find-sentences.ts'
import { kindsOf } from './kinds-of.ts'
import type { LaidOut } from './laid-out.ts'
import { makeClaim, type ClaimContext } from './make-claim.ts'
import { sentenceOf } from './not-checkable.ts'
import { groupStatements, type Statement } from './statements.ts'

export interface ReadClaims {
  readonly sentences: Sentence[]
  readonly claims: ReadClaim[]
}

/**
 * Finds the sentences and claims of a document's body; notes are left alone. Both come in order of their place.
 *
 * Every sentence of prose that asserts something is a claim, and so is every one that a marker stands on. Every
 * marker of the prose belongs to exactly one claim. `language`: BCP 47; in others than English cues and moods are not read.
 */
export function readClaims(laid: LaidOut, language = 'en'): ReadClaims {
  const found = findSentences(laid)
  const { runs, quoted } = quotationsIn(laid.text, laid.blocks)
  const cues = readsCues(language)
  const kinds = kindsOf(laid.text, found, runs, cues)
  return {
    sentences: sentencesOf(found, kinds),
    claims: claimsOf(laid, found, kinds, { runs, quoted, cues }),
  }
}

const sentencesOf = (found: readonly FoundSentence[], kinds: readonly SentenceKind[]): Sentence[] =>
  found.map((sentence, index) => sentenceOf(sentence, kinds[index] ?? 'other'))

function claimsOf(
  laid: LaidOut,
  found: readonly FoundSentence[],
  kinds: readonly SentenceKind[],
  { runs, quoted, cues }: Quotations & ClaimContext,
): ReadClaim[] {
  const claims: ReadClaim[] = []
  let from = 0
  for (const statement of groupStatements(laid.text, found, runs)) {
    const to = from + statement.length
    const kind = kindOfStatement(kinds, from, to)
    if (isClaim(statement, kind)) claims.push(makeClaim(laid, statement, kind, { quoted, cues }))
    from = to
  }
  return claims
}

/**
 * The kind of the statement that the sentences `from` up to `to` make. A quotation with its introduction is an assertion
 * whatever either would be alone.
 */
function kindOfStatement(kinds: readonly SentenceKind[], from: number, to: number): SentenceKind {
  const kind = kinds[from] ?? 'other'
  if (kind === 'quotation') return kind
  for (let index = from + 1; index < to; index++) if (kinds[index] === 'quotation') return 'claim'
  return kind
}

const isClaim = (statement: Statement, kind: SentenceKind): boolean =>
  statement[0]?.part === 'prose' &&
  (kind === 'claim' || kind === 'quotation' || statement.some((sentence) => sentence.markers.length > 0))
