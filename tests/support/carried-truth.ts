import { readPlacement } from '../../src/drafts/draft-rows.ts'
import { carryClaims } from '../../src/reading/compare/carry-claims.ts'
import { compareDocuments } from '../../src/reading/compare/compare-documents.ts'
import type { ReadClaim, ReadDocument } from '../../src/reading/document.ts'
import { readDocument } from '../../src/reading/read-document.ts'
import { settlementOf } from '../../src/review/settlement.ts'
import { editedDraft, generatedDraft, randomFrom, type GeneratedDraft } from './edit-scripts.ts'

/**
 * What came of one script. `silent`: verdicts that hold on changed words, notes, or words that are not the claim's. `foreign`: claims on
 * words that are not theirs, all of them stale. `kept` of `same`: verdicts held of those on claims that nothing touched.
 */
export interface ScriptResult {
  readonly claims: number
  readonly placed: number
  readonly stale: number
  readonly same: number
  readonly kept: number
  readonly silent: readonly string[]
  readonly foreign: readonly string[]
}

/** Reading shows a word or a marker otherwise than it was written: such a script tells nothing of drafts, and is left out. */
class LostInReading extends Error {}

/** A word where it stands in a text. */
interface Standing {
  readonly start: number
  readonly end: number
  /** The word, typography aside. */
  readonly word: string
  readonly of: number | null
}

interface Rendered {
  readonly markdown: string
  readonly words: readonly Standing[]
  readonly calls: readonly { readonly at: number; readonly note: string | null }[]
  readonly read: ReadDocument
}

/**
 * Makes a draft from a seed and some next drafts of it, carries its claims into each with a verdict on every one, and tells by the
 * generator's own knowledge whether a claim stands on words that are not its, or a verdict on changed words or notes is not stale.
 */
export async function runScripts(seed: number, scripts: number): Promise<ScriptResult[]> {
  const random = randomFrom(seed)
  const old = generatedDraft(random)
  const before = await rendered(old)
  const results: ScriptResult[] = []
  for (let script = 0; script < scripts; script++) {
    const after = await rendered(editedDraft(random, old)).catch((error: unknown) => {
      if (error instanceof LostInReading) return null
      throw error
    })
    if (after !== null) results.push(resultOf(`${seed}.${script}`, before, after))
  }
  return results
}

function resultOf(seed: string, before: Rendered, after: Rendered): ScriptResult {
  const { placed } = carryClaims(before.read.claims, compareDocuments(before.read, after.read), after.read)
  const silent: string[] = []
  const foreign: string[] = []
  let stale = 0
  let kept = 0
  for (const { old: claim, claim: now } of placed) {
    const [was, is] = [saidBy(before, claim), saidBy(after, now)]
    const told = `${seed}: “${claim.quote}” on “${now.quote}”`
    const [isForeign, isStale] = [
      foreignIn(before, after, was, is),
      staleIn(before.read, claim, after.read, now),
    ]
    if (isForeign) foreign.push(told)
    if (isStale) stale++
    else if (isForeign || !sameSaid(was, is)) silent.push(told)
    else kept++
  }
  const same = before.read.claims.filter((claim) => standsUntouched(saidBy(before, claim), after)).length
  return { claims: before.read.claims.length, placed: placed.length, stale, same, kept, silent, foreign }
}

interface Said {
  readonly words: readonly Standing[]
  readonly notes: readonly (string | null)[]
}

function saidBy({ words, calls, read }: Rendered, { start, end, notes }: ReadClaim): Said {
  const own = new Set(notes.map(({ marker }) => read.markers[marker]?.start))
  return {
    words: words.filter((word) => word.start >= start && word.start < end),
    notes: calls.filter(({ at }) => own.has(at)).map(({ note }) => note),
  }
}

const folded = ({ words }: Said): string => words.map(({ word }) => word).join(' ')

const sameSaid = (one: Said, other: Said): boolean =>
  folded(one) === folded(other) && JSON.stringify(one.notes) === JSON.stringify(other.notes)

/**
 * Whether a claim stands on words that are not its. Its own are those of its sentence, and of those that said word for word the same:
 * nobody can tell them apart. Where none of these is left, new words are its own only in its very place: with nothing of any other
 * sentence between them and the words that stood before and after it.
 */
function foreignIn(before: Rendered, after: Rendered, was: Said, is: Said): boolean {
  if (folded(is) === folded(was)) return false
  const own = new Set<number | null>(was.words.map(({ of }) => of))
  for (const claim of before.read.claims) {
    const other = saidBy(before, claim)
    if (folded(other) === folded(was)) for (const { of } of other.words) own.add(of)
  }
  if (is.words.some(({ of }) => own.has(of))) return false
  if (is.words.some(({ of }) => of !== null)) return true
  return !isInPlace(before, after, was.words[0]?.of ?? 0, is)
}

/**
 * Whether new words stand where an old sentence stood: behind what is left of the one before it and before what is left of the one
 * after it, or directly beside one of them. A sentence that says the same as an old one counts as it.
 */
function isInPlace(before: Rendered, after: Rendered, of: number, { words: said }: Said): boolean {
  const first = firstSaying(before)
  const words = asFirstSaid(after, first)
  const [start, end] = [said[0]?.start ?? 0, said.at(-1)?.end ?? 0]
  const left = words.findLast((word) => word.of !== null && word.end <= start)
  const right = words.find((word) => word.of !== null && word.start >= end)
  const known = new Set(words.map((word) => word.of))
  const near = (step: number): number | null => {
    for (let at = of + step; at >= 0 && at < 100; at += step) {
      const said = first.ofSentence.get(at) ?? at
      if (known.has(said)) return said
    }
    return null
  }
  const [previous, next] = [near(-1), near(1)]
  if ((left?.of ?? null) === previous || (right?.of ?? null) === next) return true
  const isBefore = previous === null || words.some((word) => word.of === previous && word.end <= start)
  return isBefore && (next === null || words.some((word) => word.of === next && word.start >= end))
}

/** Which old sentence was the first to say what each of them says. */
interface FirstSaying {
  readonly ofSentence: ReadonlyMap<number, number>
  readonly ofWording: ReadonlyMap<string, number>
}

function firstSaying(before: Rendered): FirstSaying {
  const [ofSentence, ofWording] = [new Map<number, number>(), new Map<string, number>()]
  for (const claim of before.read.claims) {
    const said = saidBy(before, claim)
    const of = said.words[0]?.of ?? null
    if (of === null) continue
    const first = ofWording.get(folded(said)) ?? of
    ofWording.set(folded(said), first)
    ofSentence.set(of, first)
  }
  return { ofSentence, ofWording }
}

/** The words of a next draft, each as of the first old sentence that said what its own says, copies among them. */
function asFirstSaid(after: Rendered, { ofSentence, ofWording }: FirstSaying): readonly Standing[] {
  const sentences = after.read.claims.map((claim) => ({
    ...{ start: claim.start, end: claim.end },
    of: ofWording.get(folded(saidBy(after, claim))),
  }))
  return after.words.map((word) => {
    const whole = sentences.find(({ start, end }) => word.start >= start && word.start < end)?.of
    return { ...word, of: whole ?? (word.of === null ? null : (ofSentence.get(word.of) ?? word.of)) }
  })
}

function staleIn(old: ReadDocument, was: ReadClaim, next: ReadDocument, is: ReadClaim): boolean {
  const verdict = {
    ...{
      id: 'v',
      checkerId: 'ana',
      verdict: 'substantiated',
      withdraws: null,
      placementId: 'p',
      fixId: null,
    },
    ...{ tests: 'that it is so', confidence: null, outcome: 'stands', at: new Date(0) },
    wordingKey: readPlacement(old, was).wordingKey,
  }
  const { wordingKey } = readPlacement(next, is)
  const nothing = { outcomes: [], differences: [], objections: [], rechecks: 0, needsSecond: false }
  return settlementOf({ wordingKey, verdicts: [verdict], ...nothing }).stale
}

/** Whether all words of a claim stand side by side, with nothing between them and the notes that they had. */
function standsUntouched(was: Said, after: Rendered): boolean {
  return after.read.claims.some((claim) => sameSaid(was, saidBy(after, claim)))
}

/** A draft as Markdown with the places of its words in what reading makes of it. */
export async function rendered(draft: GeneratedDraft): Promise<Rendered> {
  const labels = new Map<number, number>()
  const labelOf = (note: number): number => {
    const label = labels.get(note) ?? draft.firstLabel + labels.size
    labels.set(note, label)
    return label
  }
  const pieces: {
    readonly shown: string
    readonly word: string | null
    readonly of: number | null
    readonly note: string | null
  }[] = []
  const body = draft.paragraphs
    .map((paragraph) =>
      paragraph
        .map(({ words, calls, typeset }) => {
          const said = words.map(({ text, of }, index) => {
            const shown = typeset ? text.replace(/^"(.*)"$/, '“$1”') : text
            pieces.push({ shown, word: text.toLowerCase(), of, note: null })
            const stop = index === words.length - 1 ? '.' : ''
            const markers = calls
              .filter(({ at }) => at === index)
              .map(({ note }) => {
                const label = labelOf(note)
                pieces.push({
                  shown: `[${label}]`,
                  word: null,
                  of: null,
                  note: draft.notes.get(note) ?? null,
                })
                return `[^${label}]`
              })
            return `${shown}${stop}${markers.join('')}`
          })
          return said.join(typeset ? '  ' : ' ')
        })
        .join(' '),
    )
    .join('\n\n')
  const notes = [...labels].flatMap(([note, label]) => {
    const words = draft.notes.get(note) ?? null
    return words === null ? [] : [`[^${label}]: ${words}`]
  })
  const markdown = `${body}\n\n${notes.join('\n')}\n`
  const read = await readDocument(new TextEncoder().encode(markdown), { name: 'draft.md', type: 'markdown' })
  const words: Standing[] = []
  const calls: { at: number; note: string | null }[] = []
  let from = 0
  for (const { shown, word, of, note } of pieces) {
    const start = read.text.indexOf(shown, from)
    if (start < 0) throw new LostInReading(`“${shown}” is lost in reading:\n${markdown}`)
    from = start + shown.length
    if (word === null) calls.push({ at: start, note })
    else words.push({ start, end: from, word, of })
  }
  return { markdown, words, calls, read }
}
