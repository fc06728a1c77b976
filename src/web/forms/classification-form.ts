import { classes, notCheckableReasons, type NotCheckableReason } from '../../claims/coverage.ts'
import { completeClassification, LONGEST_WORDS, type Classifying } from '../../drafts/classification.ts'
import { Invalid } from '../../errors.ts'
import { fieldOf, oneOf, versionOf, type FormResult, type Problem } from './problems.ts'

/** What somebody put into the form of one sentence; `start` tells which. */
export interface TypedClassification {
  readonly start: number
  readonly because: string
  readonly words: string
}

export interface ClassificationForm extends Classifying {
  readonly draftId: string
  readonly start: number
  readonly end: number
  readonly seen: string | null
  readonly seenVersion: number | null
}

/** Reads what a sentence was taken for. Problems name the field of that sentence. */
export function readClassificationForm(body: unknown): FormResult<ClassificationForm, TypedClassification> {
  const because = fieldOf(body, 'because')
  const typed = { start: offsetOf(fieldOf(body, 'start')), because, words: fieldOf(body, 'words') }
  const kind = oneOf(classes, fieldOf(body, 'kind')) ?? 'not checkable'
  const reason = oneOf(notCheckableReasons, because)
  const problems = problemsOf({ kind, because: reason, words: typed.words }, typed.start)
  if (problems.length > 0) return { ok: false, typed, problems }
  const [seen, version] = [fieldOf(body, 'seen'), fieldOf(body, 'seenVersion')]
  return {
    ok: true,
    typed,
    value: {
      draftId: fieldOf(body, 'draftId'),
      start: typed.start,
      end: offsetOf(fieldOf(body, 'end')),
      kind,
      because: reason,
      words: typed.words,
      seen: seen === '' ? null : seen,
      seenVersion: version === '' ? null : versionOf(version),
    },
  }
}

/** An offset as a form posts it, else one where no sentence starts. */
const offsetOf = (given: string): number => (/^\d{1,9}$/.test(given) ? Number(given) : -1)

function problemsOf(
  given: Classifying & { readonly because: NotCheckableReason | undefined },
  start: number,
): Problem[] {
  if ((given.words ?? '').length > LONGEST_WORDS)
    return [{ text: `Shorten the words to ${LONGEST_WORDS} characters.`, href: `#words-${start}` }]
  try {
    completeClassification(given)
    return []
  } catch (error) {
    if (!(error instanceof Invalid)) throw error
    const field = given.because === 'other' ? 'words' : 'because'
    return [{ text: error.message, href: `#${field}-${start}` }]
  }
}
