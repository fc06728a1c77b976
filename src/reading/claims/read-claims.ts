import type { ReadClaim, Sentence, SentenceKind } from '../document.ts'
import { quotationsIn } from '../quotations.ts'
import { findSentences, type FoundSentence } from './find-sentences.ts'
import { kindsOf } from './kinds-of.ts'
import type { LaidOut } from './laid-out.ts'
import { makeClaim } from './make-claim.ts'
import { groupStatements, type Statement } from './statements.ts'

export interface ReadClaims {
  readonly sentences: Sentence[]
  readonly claims: ReadClaim[]
}

/**
 * Finds the sentences and claims of a document's body; notes are left alone. Both come in order of their place.
 *
 * Every sentence of prose that asserts something is a claim, and so is every one that a marker stands on. Every
 * marker of the prose belongs to exactly one claim.
 */
export function readClaims(laid: LaidOut): ReadClaims {
  const found = findSentences(laid)
  const { runs, quoted } = quotationsIn(laid.text, laid.blocks)
  const sentences = kindsOf(laid.text, found, runs).map((kind, index) => ({ ...placeOf(found[index]), kind }))
  const kinds = new Map(found.map((sentence, index) => [sentence, sentences[index]?.kind ?? 'other']))
  const claims = groupStatements(laid.text, found, runs).flatMap((statement) => {
    const kind = kindOfStatement(statement, kinds)
    return isClaim(statement, kind) ? [makeClaim(laid, statement, kind, quoted)] : []
  })
  return { sentences, claims }
}

const placeOf = (sentence: FoundSentence | undefined): { start: number; end: number } => ({
  start: sentence?.start ?? 0,
  end: sentence?.end ?? 0,
})

/** A quotation with its introduction is an assertion whatever either would be alone. */
function kindOfStatement(
  statement: Statement,
  kinds: ReadonlyMap<FoundSentence, SentenceKind>,
): SentenceKind {
  const [first] = statement
  const kind = (first && kinds.get(first)) ?? 'other'
  const quotes = statement.some((sentence) => kinds.get(sentence) === 'quotation')
  return quotes && kind !== 'quotation' ? 'claim' : kind
}

const isClaim = (statement: Statement, kind: SentenceKind): boolean =>
  statement[0]?.part === 'prose' &&
  (kind === 'claim' || kind === 'quotation' || statement.some((sentence) => sentence.markers.length > 0))
