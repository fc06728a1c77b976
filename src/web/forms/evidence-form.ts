import { Invalid } from '../../errors.ts'
import { completeEvidence, judgements, LONGEST_EXCERPT, type JudgedEvidence } from '../../review/evidence.ts'
import { sourceKinds } from '../../sources/source.ts'
import type { NamedByHand } from '../../sources/add-source.ts'
import { fieldOf, oneOf, type FormResult, type Problem } from './problems.ts'

/** What a form of the panel says of one citation, one source, or one that it adds. */
export interface EvidenceForm extends JudgedEvidence {
  readonly citationId?: string
  readonly sourceId?: string
  readonly source?: NamedByHand
}

export type TypedEvidence = Readonly<Record<string, string>>

const FIELDS = [
  'locator',
  'credibility',
  'excerpt',
  'translation',
  'translator',
  'captureId',
  'title',
  'url',
  'kind',
] as const
const LONG = ['excerpt', 'translation'] as const

/** Reads a posted judgement. What is far too long to be shown again is left out of `typed`, and the problem says so. */
export function readEvidenceForm(body: unknown): FormResult<EvidenceForm, TypedEvidence> {
  const about = fieldOf(body, 'citationId') || fieldOf(body, 'sourceId')
  const given = Object.fromEntries(FIELDS.map((field) => [field, fieldOf(body, field)]))
  const dropped = LONG.filter((field) => (given[field] ?? '').length > LONGEST_EXCERPT)
  const typed = {
    ...given,
    ...Object.fromEntries(dropped.map((field) => [field, ''])),
    form: 'evidence',
    about,
  }
  const judgement = oneOf(judgements, fieldOf(body, 'judgement'))
  const refuse = (problems: readonly Problem[]) => ({ ok: false, typed, problems }) as const
  if (judgement === undefined) return refuse([{ text: 'Choose what the source says.', href: '#evidence' }])
  if (dropped.length > 0) return refuse(dropped.map((field) => tooLong(field, given[field] ?? '')))
  const said = { ...given, judgement, credibility: credibilityOf(given['credibility'] ?? '') }
  const problem = problemOf(said)
  return problem === null
    ? { ok: true, typed, value: { ...said, ...aboutOf(body, given) } }
    : refuse([{ text: problem, href: '#evidence' }])
}

function aboutOf(body: unknown, given: Readonly<Record<string, string>>) {
  const [citationId, sourceId] = [fieldOf(body, 'citationId'), fieldOf(body, 'sourceId')]
  if (citationId !== '') return { citationId }
  if (sourceId !== '') return { sourceId }
  const { title = '', url, kind = '' } = given
  return { source: { title, url, kind: oneOf(sourceKinds, kind) ?? 'document' } }
}

const credibilityOf = (given: string): number | undefined =>
  given === '' ? undefined : /^[1-6]$/.test(given) ? Number(given) : 0

const tooLong = (field: string, given: string): Problem => ({
  text: `The ${field} has ${given.length} characters; ${LONGEST_EXCERPT} are kept at most. It is too long to be shown again: paste the part that matters. Everything else that you typed is still here.`,
  href: '#evidence',
})

function problemOf(said: JudgedEvidence): string | null {
  try {
    completeEvidence(said)
    return null
  } catch (error) {
    if (error instanceof Invalid) return error.message
    throw error
  }
}
