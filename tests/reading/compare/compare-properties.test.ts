import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Comparison } from '../../../src/reading/compare/comparison.ts'
import { compareDocuments } from '../../../src/reading/compare/compare-documents.ts'
import { compareTexts, read } from './support.ts'

const PEOPLE = ['Brandt', 'Holm', 'Okafor', 'Lindqvist', 'Marsh', 'Quill']
const THINGS = ['ledger', 'dredger', 'warehouse', 'lantern', 'culvert', 'granary', 'tollgate', 'anchor']
const DEEDS = ['bought', 'mended', 'inspected', 'abandoned', 'measured', 'painted']

/** A sentence of words that hardly any other sentence shares: its number is written into most of them. */
const sentence = (n: number): string =>
  `Clerk ${PEOPLE[n % 6]} ${DEEDS[(n * 5) % 6]} the ${THINGS[(n * 3) % 8]}${spelled(n)} near quay${spelled(n * 7)} for ${100 + n} crowns`

/** A sentence that shares next to nothing with those, as what is put in beside them does. */
const inserted = (n: number): string =>
  `Over winter ${THINGS[n % 8]}s of every sort lay under snow, as letter${spelled(n * 11)} from abroad tells us`

/** A number in letters, so that it is a part of a word. */
const spelled = (n: number): string =>
  Array.from(String(n))
    .map((digit) => 'abcdefghij'[Number(digit)])
    .join('')

type Edit = 'keep' | 'delete' | 'insert' | 'number' | 'name' | 'negation' | 'hedge' | 'typeset'

const EDITS: Readonly<Record<Exclude<Edit, 'keep' | 'delete' | 'insert'>, (text: string) => string>> = {
  number: (text) => text.replace(/\d+/, (digits) => String(Number(digits) + 1000)),
  name: (text) => text.replace(/^Clerk \S+/, 'Clerk Zimmer'),
  negation: (text) => text.replace(' the ', ' not the '),
  hedge: (text) => text.replace(/^Clerk (\S+) /, 'Clerk $1 possibly '),
  typeset: (text) => text.replace(' near ', ' – near '),
}

/** What happens to each sentence. The first is kept: a draft is never empty. */
const edits = fc
  .array(
    fc.constantFrom<Edit>(
      'keep',
      'keep',
      'keep',
      'delete',
      'insert',
      'number',
      'name',
      'negation',
      'hedge',
      'typeset',
    ),
    { maxLength: 30 },
  )
  .map((rest): readonly Edit[] => ['keep', ...rest])

interface Script {
  readonly edits: readonly Edit[]
  readonly perParagraph: number
  readonly swap: boolean
  readonly width: number
}

const scripts = fc.record({
  edits,
  perParagraph: fc.integer({ min: 1, max: 6 }),
  swap: fc.boolean(),
  width: fc.integer({ min: 60, max: 100 }),
})

const DASHED = (text: string): string => text.replace(' near ', ' - near ')

/** The old and the new text of a script; typesetting needs a dash to set otherwise. */
function drafts(script: Script): { old: string; next: string } {
  const old = script.edits.map((edit, n) => (edit === 'typeset' ? DASHED(sentence(n)) : sentence(n)))
  const next = script.edits.map((edit, n) => edited(edit, n))
  const paragraphs = inParagraphs(next, script.perParagraph)
  if (script.swap) paragraphs.push(...paragraphs.splice(0, 1))
  return {
    old: inParagraphs(
      old.map((text) => [text]),
      script.perParagraph,
    ).join('\n\n'),
    next: paragraphs.map((paragraph) => wrapped(paragraph, script.width)).join('\n\n'),
  }
}

function edited(edit: Edit, n: number): readonly string[] {
  if (edit === 'delete') return []
  if (edit === 'insert') return [sentence(n), inserted(n)]
  return [edit === 'keep' ? sentence(n) : EDITS[edit](sentence(n))]
}

function inParagraphs(sentences: readonly (readonly string[])[], size: number): string[] {
  const paragraphs: string[] = []
  for (let from = 0; from < sentences.length; from += size) {
    const words = sentences.slice(from, from + size).flat()
    if (words.length > 0) paragraphs.push(words.map((text) => `${text}.`).join(' '))
  }
  return paragraphs
}

const wrapped = (paragraph: string, width: number): string =>
  paragraph.replace(new RegExp(`(.{${width - 20},${width}}) `, 'g'), '$1\n')

const statusOf = (made: Comparison, n: number): string => {
  const mark = `quay${spelled(n * 7)} `
  return made.passages.find(({ old }) => old.quote.includes(mark))?.status ?? 'absent'
}

test('a text compared with itself is unchanged, all of it', async () => {
  await fc.assert(
    fc.asyncProperty(scripts, async (script) => {
      const { old } = drafts(script)
      const { passages, added } = await compareTexts(old, old)
      expect(passages.every(({ status, changes }) => status === 'unchanged' && changes.length === 0)).toBe(
        true,
      )
      expect(added).toEqual([])
    }),
    { numRuns: 40 },
  )
})

test('whatever was edited, nothing that changed is called unchanged and nothing deleted has a place', async () => {
  await fc.assert(
    fc.asyncProperty(scripts, async (script) => {
      const { old, next } = drafts(script)
      const made = await compareTexts(old, next)
      script.edits.forEach((edit, n) => {
        const status = statusOf(made, n)
        if (edit === 'delete') expect([edit, n, status]).toEqual([edit, n, 'deleted'])
        else if (['keep', 'insert', 'typeset'].includes(edit))
          expect(['unchanged', 'moved']).toContain(status)
        else expect(['edited', 'deleted']).toContain(status)
      })
    }),
    { numRuns: 150 },
  )
})

test('edits are told by their kind where they are found', async () => {
  await fc.assert(
    fc.asyncProperty(scripts, async (script) => {
      const made = await compareTexts(drafts(script).old, drafts(script).next)
      const found = made.passages.filter(({ status }) => status === 'edited')
      for (const { old, changes } of found) {
        const edit = script.edits.find((_, n) => old.quote.includes(`quay${spelled(n * 7)} `))
        expect(changes).toContain(edit)
      }
    }),
    { numRuns: 60 },
  )
})

test('every span is its quote, old passages are the text in order, and new ones are placed or added', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(scripts, { minLength: 2, maxLength: 2 }), async ([one, two]) => {
      const [old, next] = [await read(drafts(one!).old), await read(drafts(two!).next)]
      const { passages, added } = compareDocuments(old, next)
      let from = 0
      for (const passage of passages) {
        expect(old.text.slice(passage.old.start, passage.old.end)).toBe(passage.old.quote)
        expect(passage.old.start).toBeGreaterThanOrEqual(from)
        from = passage.old.end
        if (passage.new) expect(next.text.slice(passage.new.start, passage.new.end)).toBe(passage.new.quote)
        expect(passage.new === null).toBe(passage.status === 'deleted')
      }
      const covered = [...added, ...passages.flatMap((passage) => (passage.new ? [passage.new] : []))]
      for (const sentence of next.sentences)
        expect(covered.some((span) => span.start < sentence.end && sentence.start < span.end)).toBe(true)
      for (const span of added) expect(next.text.slice(span.start, span.end)).toBe(span.quote)
    }),
    { numRuns: 60 },
  )
})
