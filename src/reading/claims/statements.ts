import type { Span } from '../../text/span.ts'
import type { FoundSentence } from './find-sentences.ts'

/** Sentences that are ruled on together: one, or a run of quotation with the sentence that introduces it. */
export type Statement = readonly FoundSentence[]

/**
 * Groups sentences into statements. A quotation, however many paragraphs it runs over, is one statement with the
 * sentence it stands in or that introduces it with a colon; a sentence that holds markers only belongs to the one before.
 * `runs`: the quotations with their marks, sorted and disjoint.
 */
export function groupStatements(
  text: string,
  sentences: readonly FoundSentence[],
  runs: readonly Span[],
): Statement[] {
  const statements: FoundSentence[][] = []
  const reach = new RunReach(runs)
  let last: FoundSentence | undefined
  for (const sentence of sentences) {
    if (last && belongsTogether(text, last, sentence, reach)) statements.at(-1)?.push(sentence)
    else statements.push([sentence])
    last = sentence
  }
  return statements
}

/** Answers, for sentences in order, which quotation reaches from one into the next. */
class RunReach {
  private index = 0

  constructor(private readonly runs: readonly Span[]) {}

  covers(last: Span, next: Span): boolean {
    const run = this.at(next.start)
    return run !== undefined && run.start < last.end
  }

  startsAt(at: number): boolean {
    return this.at(at)?.start === at
  }

  /** The run that ends after `at`, when it starts at or before it. */
  private at(at: number): Span | undefined {
    while ((this.runs[this.index]?.end ?? Infinity) <= at) this.index++
    const run = this.runs[this.index]
    return run && run.start <= at ? run : undefined
  }
}

function belongsTogether(text: string, last: FoundSentence, next: FoundSentence, reach: RunReach): boolean {
  if (last.part !== 'prose' || next.part !== 'prose') return false
  if (reach.covers(last, next)) return true
  if (last.block === next.block) return holdsOnlyMarkers(text, next)
  return mayBeIntroduced(next) && reach.startsAt(next.start) && introduces(text, last)
}

/** Items and cells stand for themselves, even below a line that ends with a colon. */
const mayBeIntroduced = ({ block }: FoundSentence): boolean =>
  block.kind === 'paragraph' || block.kind === 'quotation'

const introduces = (text: string, { start, end }: Span): boolean =>
  /[:：,，](?:\s?\[[^\]]{1,40}\])*$/u.test(text.slice(Math.max(start, end - 100), end))

function holdsOnlyMarkers(text: string, { start, end, markers }: FoundSentence): boolean {
  return (
    markers.length > 0 &&
    end - start < 200 &&
    text.slice(start, end).replace(/\[[^\]]*\]|[\s.,;]/g, '') === ''
  )
}
