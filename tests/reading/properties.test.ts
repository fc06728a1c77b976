import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReadDocument, SourceType } from '../../src/reading/document.ts'
import { readDocument } from '../../src/reading/read-document.ts'
import { docx, footnoteCall, note, p, r } from '../support/docx.ts'
import {
  type GeneratedReport,
  generatedReport,
  type GeneratedSentence,
} from '../support/generated-reports.ts'
import { odtReport } from '../support/odt-report.ts'
import { lines as linesAt, pdfOf } from '../support/pdf.ts'

type Write = (report: GeneratedReport) => Uint8Array

/** Sentences with their markers, as a format writes them. */
const written = (sentences: readonly GeneratedSentence[], marker: (label: number) => string): string =>
  sentences.map(({ words, marker: label }) => words + (label === null ? '' : marker(label))).join(' ')

const escaped = (words: string): string => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

const given = ({ notes }: GeneratedReport): readonly { label: number; words: string }[] =>
  notes.flatMap((words, i) => (words === null ? [] : [{ label: i + 1, words }]))

const asText: Write = (report) =>
  Buffer.from(
    [
      ...report.paragraphs.map((sentences) => written(sentences, (label) => `[${label}]`)),
      ...(given(report).length > 0 ? ['Notes'] : []),
      ...given(report).map(({ label, words }) => `[${label}] ${words}`),
    ].join('\n\n'),
  )

const asMarkdown: Write = (report) =>
  Buffer.from(
    [
      ...report.paragraphs.map((sentences) => written(sentences, (label) => `[^${label}]`)),
      ...given(report).map(({ label, words }) => `[^${label}]: ${words}`),
    ].join('\n\n'),
  )

const asHtml: Write = (report) =>
  Buffer.from(
    `<!doctype html><title>R</title><main>${report.paragraphs
      .map(
        (sentences) =>
          `<p>${written(sentences, (label) => `<sup><a href="#fn${label}" id="ref${label}">${label}</a></sup>`)}</p>`,
      )
      .join('')}<section><h2>Notes</h2>${given(report)
      .map(
        ({ label, words }) => `<p id="fn${label}"><a href="#ref${label}">${label}</a> ${escaped(words)}</p>`,
      )
      .join('')}</section></main>`,
  )

const asDocx: Write = (report) =>
  docx({
    body: report.paragraphs
      .map((sentences) =>
        p(
          sentences
            .map(({ words, marker }) => r(`${words} `) + (marker === null ? '' : footnoteCall(marker)))
            .join(''),
        ),
      )
      .join(''),
    footnotes: given(report)
      .map(({ label, words }) => note('footnote', label, words))
      .join(''),
  })

/** In OpenDocument a note stands where it is called: one that is missing has no marker. */
const markersIn = (type: SourceType, report: GeneratedReport): number =>
  type === 'odt' ? given(report).length : report.notes.length

const formats: readonly (readonly [SourceType, Write])[] = [
  ['text', asText],
  ['markdown', asMarkdown],
  ['html', asHtml],
  ['docx', asDocx],
  ['odt', odtReport],
]

const folded = (text: string): string => text.replace(/\s+/g, ' ')

/** Everything that a span points at holds what it is said to hold. */
function expectSpansToFit({ text, blocks, notes, markers, sentences, claims, warnings }: ReadDocument): void {
  for (const { start, end } of [...blocks, ...notes, ...markers, ...sentences, ...claims]) {
    expect(start).toBeLessThanOrEqual(end)
    expect(text.slice(start, end)).toHaveLength(end - start)
  }
  for (const { label, start, end } of markers) expect(text.slice(start, end)).toBe(`[${label}]`)
  for (const { start, end, quote, confidence } of claims) {
    expect(text.slice(start, end)).toBe(quote)
    for (const cue of [...confidence.cues, ...confidence.boosters])
      expect(text.slice(cue.start, cue.end)).toBe(cue.text)
  }
  for (const { end = 0 } of warnings) expect(end).toBeLessThanOrEqual(text.length)
  expect(claims.flatMap(({ notes: own }) => own.map(({ marker }) => marker))).toEqual([
    ...new Set(claims.flatMap(({ notes: own }) => own.map(({ marker }) => marker))),
  ])
}

describe.each(formats)('a generated report as %s', (type, write) => {
  const read = (report: GeneratedReport): Promise<ReadDocument> =>
    readDocument(write(report), { name: `report.${type}`, type })

  test('comes out with the words that went in, every span on its quote, and no marker lost without a word', async () => {
    await fc.assert(
      fc.asyncProperty(generatedReport, async (report) => {
        const document = await read(report)
        const text = folded(document.text)
        for (const { words } of report.paragraphs.flat()) expect(text).toContain(folded(words))
        for (const { words } of given(report)) expect(text).toContain(folded(words))
        expectSpansToFit(document)

        const called = markersIn(type, report)
        const lost = document.warnings.filter(({ rule }) => /note|marker|label/.test(rule)).length
        expect(document.markers.length).toBeLessThanOrEqual(called)
        expect(document.markers.length + lost).toBeGreaterThanOrEqual(called)
        const missing = document.markers.filter((marker) => marker.note === null).length
        expect(lost).toBeGreaterThanOrEqual(missing)
      }),
      { numRuns: 40 },
    )
  })

  test('reads the same each time', async () => {
    await fc.assert(
      fc.asyncProperty(generatedReport, async (report) => {
        expect(JSON.stringify(await read(report))).toBe(JSON.stringify(await read(report)))
      }),
      { numRuns: 10 },
    )
  })
})

test('a generated PDF comes out with the words that went in, each claim on its page', async () => {
  const words = fc.array(fc.constantFrom('harbour', 'clerk', 'ledger', 'storm', 'mill', 'letters'), {
    minLength: 3,
    maxLength: 6,
  })
  const pages = fc.array(fc.array(words, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 4 })
  await fc.assert(
    fc.asyncProperty(pages, async (given) => {
      const lines = given.map((page, i) =>
        page.map((line, k) => `Entry ${i + 1}.${k + 1}: the ${line.join(' ')} stood.`),
      )
      const document = await readDocument(pdfOf(lines.map((page) => ({ runs: linesAt(page, 72, 90) }))), {
        name: 'report.pdf',
      })
      const text = folded(document.text)
      for (const line of lines.flat()) expect(text).toContain(line)
      expectSpansToFit(document)
      for (const { page } of document.claims) expect(page).toBeLessThanOrEqual(given.length)
    }),
    { numRuns: 12 },
  )
})
