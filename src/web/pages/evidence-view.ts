import type { ClaimEvidence, EvidenceView, ShownSource } from '../../claims/claim-evidence.ts'
import { judgements, type Judgement } from '../../review/evidence.ts'
import type { PanelCitation, PanelNote } from './desk-rows.ts'
import { checkView, type CheckView } from './excerpt-check-view.ts'
import { webAddress } from './notes-view.ts'
import { timeWords, type TimeWords } from './time-words.ts'
import { judgementKeys, judgementWords } from './words.ts'

/** What the panel prints of a claim's evidence. */
export interface EvidencePanel {
  /** Citations of the claim's notes in their order, then sources that the report does not cite here. */
  readonly rows: readonly EvidenceRow[]
  /** Those that were taken back, or judged again since. */
  readonly past: readonly JudgementLine[]
  /** "independent origins: 1", '' where nothing supports the claim. */
  readonly origins: string
  readonly mayJudge: boolean
  /** The address of the row that a key leads to: the first that the reader has not judged. */
  readonly first: string
  readonly added: AddedTyped
}

/** One citation or source, and what people judged that it says. */
export interface EvidenceRow {
  /** Of the row in the page, for links to it. */
  readonly id: string
  readonly field: 'citationId' | 'sourceId' | null
  readonly about: string
  readonly label: string | null
  readonly words: string
  readonly href: string | null
  readonly source: { readonly href: string; readonly signs: readonly string[] } | null
  /** The reader has not judged it. */
  readonly open: boolean
  readonly choices: readonly JudgementChoice[]
  readonly own: JudgementLine | null
  readonly others: readonly JudgementLine[]
  readonly typed: EvidenceTyped
  /** What was seen of its source: what the judgement may be read from. */
  readonly captures: readonly CaptureChoice[]
  /** What is folded away holds something. */
  readonly unfolded: boolean
}

export interface JudgementChoice {
  readonly value: Judgement
  readonly words: string
  readonly key: string
  readonly chosen: boolean
}

/** A capture to choose. */
export interface CaptureChoice {
  readonly id: string
  readonly words: string
}

/** One person's judgement as it is printed. */
export interface JudgementLine {
  readonly id: string
  readonly judgement: Judgement
  readonly words: string
  readonly by: string
  readonly at: TimeWords
  readonly about: string
  readonly withdrawn: boolean
  readonly locator: string | null
  readonly credibility: number | null
  readonly excerpt: string | null
  readonly translation: string | null
  readonly translator: string | null
  readonly kept: boolean
  readonly check: CheckView | null
  readonly capture: string | null
}

/** What stands in the fields of a row: typed and refused, else what the reader said before. */
export interface EvidenceTyped {
  readonly locator: string
  readonly credibility: string
  readonly excerpt: string
  readonly translation: string
  readonly translator: string
  readonly captureId: string
}

/** What stands in the form that adds a source. */
export interface AddedTyped {
  readonly open: boolean
  readonly title: string
  readonly url: string
  readonly kind: string
}

export interface EvidencePanelInput extends ClaimEvidence {
  readonly notes: readonly PanelNote[]
  /** The draft's. */
  readonly text: string
  readonly readerId: string
  readonly mayJudge: boolean
  readonly typed: Readonly<Record<string, string>> | null
  /** By the id of the source that they count for, newest first. */
  readonly captures: ReadonlyMap<string, readonly CaptureChoice[]>
}

/** Everything the panel prints about a claim's evidence. Linear. */
export function evidencePanel(input: EvidencePanelInput): EvidencePanel {
  const subjects = subjectsOf(input)
  const rows = subjects.map((subject, index) => rowOf(subject, `evidence-${index + 1}`, input))
  const names = new Map(subjects.map(({ key, words }) => [key, words]))
  const past = input.evidence.filter(({ standing }) => !standing).toReversed()
  return {
    rows,
    past: past.map((one) => lineOf(one, names.get(keyOf(one)) ?? one.source?.title ?? 'a source')),
    origins: input.origins === 0 ? '' : `independent origins: ${input.origins}`,
    mayJudge: input.mayJudge,
    first: `#${(rows.find(({ open }) => open) ?? rows[0])?.id ?? 'evidence-add'}`,
    added: addedTyped(input.typed),
  }
}

/** What can be judged, with what was. `key`: as of `keyOf`. */
interface Subject {
  readonly key: string
  readonly field: EvidenceRow['field']
  readonly about: string
  readonly label: string | null
  readonly words: string
  readonly source: ShownSource | null
  readonly judged: EvidenceView[]
}

function subjectsOf({ notes, text, evidence }: EvidencePanelInput): Subject[] {
  const subjects = new Map<string, Subject>()
  for (const { label, note } of notes)
    for (const citation of note?.citations ?? []) {
      const key = `citation ${citation.id}`
      if (!subjects.has(key)) subjects.set(key, ofCitation(key, label, citation, text))
    }
  for (const one of evidence.filter(({ standing }) => standing)) {
    const key = keyOf(one)
    const subject = subjects.get(key) ?? ofEvidence(key, one)
    subject.judged.push(one)
    subjects.set(key, subject)
  }
  return [...subjects.values()]
}

const ofCitation = (
  key: string,
  label: string,
  { id, start, end, source }: PanelCitation,
  text: string,
): Subject => ({
  key,
  field: 'citationId',
  about: id,
  label,
  words: source?.title ?? text.slice(start, end).trim(),
  source,
  judged: [],
})

const ofEvidence = (key: string, { citationId, contactId, source }: EvidenceView): Subject => ({
  key,
  field: contactId !== null ? null : citationId !== null ? 'citationId' : 'sourceId',
  about: citationId ?? source?.id ?? '',
  label: null,
  words: contactId === null ? (source?.title ?? 'a citation of an earlier draft') : 'somebody who was asked',
  source,
  judged: [],
})

const keyOf = ({ citationId, contactId, source }: EvidenceView): string =>
  contactId !== null
    ? `contact ${contactId}`
    : citationId !== null
      ? `citation ${citationId}`
      : `source ${source?.id ?? ''}`

function rowOf(subject: Subject, id: string, { readerId, typed, captures }: EvidencePanelInput): EvidenceRow {
  const { field, about, label, words, source, judged } = subject
  const own = judged.findLast(({ judgedBy }) => judgedBy.id === readerId) ?? null
  const refused = typed?.['form'] === 'evidence' && typed['about'] === about && about !== '' ? typed : null
  return {
    id,
    field,
    about,
    label,
    words,
    href: source?.doNotFetch === true ? null : webAddress(source?.url ?? null),
    source:
      source === null ? null : { href: `/sources/${encodeURIComponent(source.id)}`, signs: signsOf(source) },
    open: own === null && field !== null,
    choices: choicesOf(own?.judgement ?? null),
    own: own === null ? null : lineOf(own, words),
    others: judged.filter((one) => one !== own).map((one) => lineOf(one, words)),
    typed: typedOf(refused, own),
    captures: captures.get(source?.id ?? '') ?? [],
    unfolded: refused !== null,
  }
}

const choicesOf = (chosen: string | null): JudgementChoice[] =>
  judgements.map((value) => ({
    value,
    words: judgementWords[value],
    key: judgementKeys[value],
    chosen: value === chosen,
  }))

const signsOf = (source: ShownSource): string[] => [
  ...(source.fallen === null ? [] : [source.fallen]),
  ...(source.reliability === null ? [] : [`reliability ${source.reliability}`]),
  ...(source.protected ? ['protected'] : []),
  ...(source.doNotFetch ? ['do not fetch'] : []),
]

function typedOf(refused: Readonly<Record<string, string>> | null, own: EvidenceView | null): EvidenceTyped {
  return {
    locator: refused?.['locator'] ?? own?.locator ?? '',
    credibility: refused?.['credibility'] ?? own?.credibility?.toString() ?? '',
    excerpt: refused?.['excerpt'] ?? own?.excerpt ?? '',
    translation: refused?.['translation'] ?? own?.translation ?? '',
    translator: refused?.['translator'] ?? own?.translator ?? '',
    captureId: refused?.['captureId'] ?? own?.captureId ?? '',
  }
}

function addedTyped(typed: Readonly<Record<string, string>> | null): AddedTyped {
  const open = typed?.['form'] === 'evidence' && (typed['about'] ?? '') === ''
  const given = open ? typed : {}
  return { open, title: given['title'] ?? '', url: given['url'] ?? '', kind: given['kind'] ?? 'document' }
}

const lineOf = (one: EvidenceView, about: string): JudgementLine => ({
  id: one.id,
  judgement: one.judgement as Judgement,
  words: judgementWords[one.judgement as Judgement],
  by: one.judgedBy.name,
  at: timeWords(one.at),
  about,
  withdrawn: one.withdrawn,
  locator: one.locator,
  credibility: one.credibility,
  excerpt: one.excerpt,
  translation: one.translation,
  translator: one.translator,
  kept: one.kept,
  check: one.check === null ? null : checkView(one.check),
  capture: one.captureId,
})
