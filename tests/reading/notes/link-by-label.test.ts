import { expect, test } from 'vitest'
import type { FlowBlock, FlowMark, LinkedFlow } from '../../../src/reading/flow.ts'
import { linkByLabel } from '../../../src/reading/notes/link-by-label.ts'

type Content = string | FlowBlock
const paragraph = (text: string, marks: FlowMark[] = []): FlowBlock => ({ kind: 'paragraph', text, marks })
const heading = (text: string): FlowBlock => ({ kind: 'heading', level: 2, text, marks: [] })
const blockOf = (content: Content): FlowBlock => {
  if (typeof content !== 'string') return content
  return content.startsWith('# ') ? heading(content.slice(2)) : paragraph(content)
}
const flowOf = (...contents: Content[]): LinkedFlow => ({
  title: null,
  language: null,
  body: contents.map(blockOf),
  notes: [],
  calls: [],
  warnings: [],
})

/** Each call as `words before|label → note`, in order. */
function links({ body, notes, calls }: LinkedFlow): string[] {
  return calls.map(({ block, inNote, start, label, note }) => {
    const text = (inNote === undefined ? body[block] : notes[inNote]?.blocks[block])?.text ?? ''
    const meant =
      note === null ? 'nothing' : (notes[note]?.blocks.map((part) => part.text).join(' / ') ?? '?')
    return `${text.slice(Math.max(0, start - 5), start).trimStart()}|${label} → ${meant}`
  })
}
const linked = (...contents: Content[]): string[] => links(linkByLabel(flowOf(...contents)))
const rules = (flow: LinkedFlow): string[] => flow.warnings.map(({ rule, message }) => `${rule}: ${message}`)

test('links numbers in brackets to the notes at the end of the text', () => {
  const flow = linkByLabel(
    flowOf('The mill burned[1] down.[2]', 'It was rebuilt.[1]', '[1] Parish book.', '[2], 3 May 1902.'),
  )
  expect(links(flow)).toEqual(['urned|1 → Parish book.', 'down.|2 → , 3 May 1902.', 'uilt.|1 → Parish book.'])
  expect(flow.body.map(({ text }) => text)).toEqual(['The mill burned[1] down.[2]', 'It was rebuilt.[1]'])
  expect(flow.warnings).toEqual([])
})

test('a marker whose note is missing stays a marker and is warned of', () => {
  const flow = linkByLabel(flowOf('One.[1] Two.[2] Three.[3]', '[1] First.', '[3] Third.'))
  expect(links(flow)).toEqual(['One.|1 → First.', 'Two.|2 → nothing', 'hree.|3 → Third.'])
  expect(rules(flow)).toEqual(['note-missing: Marker 2 has no note.'])
  expect(flow.warnings[0]).toMatchObject({ block: 0, start: 12, end: 15 })
})

test('a note that nothing calls is kept and warned of', () => {
  const flow = linkByLabel(flowOf('One.[1]', '# Notes', '[1] First.', '[2] Second.'))
  expect(flow.notes.map(({ label }) => label)).toEqual(['1', '2'])
  expect(rules(flow)).toEqual(['note-uncalled: Note 2 is called nowhere in the text.'])
})

test.each([
  'He thanked the [i.e. the northern] trust.',
  '"[We] went [sic] on," he said[citation needed].',
  'In [1998] it rained; [...] and then it stopped.',
  'See a[0] and [x] and [007] and [123456].',
])('takes nothing in %j for a marker', (text) => {
  const flow = linkByLabel(flowOf('One.[1] Two.[2]', text, '[1] First.', '[2] Second.'))
  expect(flow.calls.map(({ block }) => block)).toEqual([0, 0])
})

test('a text of markers without any note has them all as markers without notes', () => {
  const flow = linkByLabel(flowOf('One[1] two[2] three[3].', 'In [1847] none.'))
  expect(links(flow).map((link) => link.split('|')[1])).toEqual(['1 → nothing', '2 → nothing', '3 → nothing'])
})

test('code calls nothing', () => {
  const code: FlowMark = { kind: 'code', start: 4, end: 8 }
  expect(linked(paragraph('Use a[1] here.[1]', [code]), '[1] First.')).toEqual(['here.|1 → First.'])
})

test('where numbering restarts, the notes below a chapter answer its calls', () => {
  expect(
    linked(
      '# I',
      'One.[1] Two.[2]',
      '# Notes',
      '[1] I, one.',
      '[2] I, two.',
      '# II',
      'Three.[1]',
      '# Notes',
      '[1] II, one.',
    ),
  ).toEqual(['One.|1 → I, one.', 'Two.|2 → I, two.', 'hree.|1 → II, one.'])
})

test('where all notes stand at the end in groups, the headings of the chapters decide', () => {
  const text = [
    '# Mills',
    'One.[1] Two.[2]',
    '# Ferries',
    'Three.[1]',
    '# Notes',
    '# Mills',
    '[1] Mills, one.',
    '[2] Mills, two.',
  ]
  expect(linked(...text, '# Ferries', '[1] Ferries, one.')).toEqual([
    'One.|1 → Mills, one.',
    'Two.|2 → Mills, two.',
    'hree.|1 → Ferries, one.',
  ])
})

test('groups without headings are matched to as many runs of calls, and to no other number of runs', () => {
  const notes = ['# Notes', '[1] A one.', '[2] A two.', '[1] B one.', '[2] B two.']
  expect(linked('One.[1] Two.[2]', 'Three.[1] Four.[2]', ...notes).map((link) => link.slice(-6))).toEqual([
    'A one.',
    'A two.',
    'B one.',
    'B two.',
  ])
  const flow = linkByLabel(flowOf('One.[1] Two.[2]', 'Three.[1] Four.[2]', 'Five.[1] Six.[2]', ...notes))
  expect(flow.calls.every(({ note }) => note === null)).toBe(true)
  expect(rules(flow)).toContain(
    'label-repeated: Marker 1 can mean more than one note and was linked to none.',
  )
})

test('a chapter that lost its notes does not borrow those of the chapter before', () => {
  const flow = linkByLabel(
    flowOf('# I', 'One.[1] Two.[2]', '# Notes', '[1] I one.', '[2] I two.', '# II', 'Three.[1] Four.[2]'),
  )
  expect(flow.calls.map(({ note }) => note)).toEqual([0, 1, null, null])
})

test('keys in brackets call the references that start with them', () => {
  const flow = linkByLabel(
    flowOf(
      'As in [LOFT99] and [BIRD-X], not [BIRD].',
      '# 9. References',
      '[LOFT99] Lofts.',
      '[BIRD-X] Birds.',
    ),
  )
  expect(links(flow)).toEqual(['s in |LOFT99 → Lofts.', 'and |BIRD-X → Birds.'])
  expect(flow.notes.map(({ kind }) => kind)).toEqual(['reference', 'reference'])
})

test('lists and ranges in one bracket are several markers', () => {
  const notes = [1, 2, 3, 4, 5].map((n) => `[${n}] Note ${n}.`)
  const flow = linkByLabel(flowOf('Much is known [1, 3–5; 2].', ...notes))
  expect(flow.calls.map(({ label, note }) => [label, note])).toEqual([
    ['1', 0],
    ['3', 2],
    ['4', 3],
    ['5', 4],
    ['2', 1],
  ])
  expect(flow.calls[0]?.start).toBe(14)
  expect(flow.calls.at(-1)?.end).toBe(25)
})

test('a raised number calls a note of a plain numbered list below a heading', () => {
  const raised: FlowMark = { kind: 'raised', start: 4, end: 5 }
  expect(linked(paragraph('One.1 Two², 30 m².', [raised]), '# Endnotes', '1. First.', '2) Second.')).toEqual([
    'One.|1 → First.',
    '1 Two|2 → Second.',
  ])
})

test('an ordered list whose numbers are not in its text counts by its ordinals', () => {
  const item = (text: string, ordinal: string): FlowBlock => ({
    kind: 'list-item',
    level: 1,
    text,
    marks: [],
    ordinal,
  })
  expect(linked('One.[2]', '# References', item('First.', '1'), item('Second.', '2'))).toEqual([
    'One.|2 → Second.',
  ])
})

test('a numbered list without a heading is notes only at the very end and only when each number is called', () => {
  expect(linked('One.[1] Two.[2]', '1 First.', '2 Second.')).toEqual(['One.|1 → First.', 'Two.|2 → Second.'])
  expect(
    linked('One.[1] Two.[2]', '1. Dig.', '2. Fill.', 'The end.').every((link) => link.endsWith('nothing')),
  ).toBe(true)
  expect(linkByLabel(flowOf('One.[1]', '1. Dig.', '2. Fill.')).notes).toEqual([])
})

test('paragraphs that are numbered in brackets are no notes, and words that refer to them no markers', () => {
  const flow = linkByLabel(
    flowOf('[1] The mill was sold.', '[2] The buyer, as said at [1], paid.', '[3] He left.'),
  )
  expect(flow.notes).toEqual([])
  expect(flow.calls).toEqual([])
})

test('a paragraph between two notes belongs to the first of them', () => {
  const flow = linkByLabel(flowOf('One.[1] Two.[2]', '[1] First, see', 'Dispatch 12.', '[2] Second.'))
  expect(flow.notes[0]?.blocks.map(({ text }) => text)).toEqual(['First, see', 'Dispatch 12.'])
})

test('text that calls the next note is no part of the note above it', () => {
  const flow = linkByLabel(flowOf('One.[1]', '[1] First.', 'Then came two.[2]', '[2] Second.'))
  expect(flow.body.map(({ text }) => text)).toEqual(['One.[1]', 'Then came two.[2]'])
})

test('the last note goes on only where its words break off', () => {
  const flow = linkByLabel(
    flowOf('One.[1]', '[1] Available at', 'http://example.org/mill.', 'The end of the page.'),
  )
  expect(flow.notes[0]?.blocks).toHaveLength(2)
  expect(flow.body.map(({ text }) => text)).toEqual(['One.[1]', 'The end of the page.'])
})

test('notes in brackets leave the text, also those of several paragraphs and with brackets inside', () => {
  const flow = linkByLabel(
    flowOf(
      'One.[1] Two.[2]',
      '[Footnote 1: First [so it says].]',
      '[Footnote 2: Second.',
      'It goes on.]',
      'Three [Footnote 3: Third.] and four.',
    ),
  )
  expect(links(flow)).toEqual([
    'One.|1 → First [so it says].',
    'Two.|2 → Second. / It goes on.',
    'Three|3 → Third.',
  ])
  expect(flow.body.map(({ text }) => text)).toEqual(['One.[1] Two.[2]', 'Three and four.'])
})

test('a note in brackets without a label is called where it stands', () => {
  expect(linked('It burned [Footnote: In May.] twice.')).toEqual(['urned|1 → In May.'])
})

test('a sign at a word calls the next note that starts with it', () => {
  expect(
    linked(
      'It cost 4,000* then.',
      '* Prices of 1902.',
      'And 5,000* then later.†',
      '* Prices of 1904.',
      '† In June.',
    ),
  ).toEqual(['4,000|* → Prices of 1902.', '5,000|* → Prices of 1904.', 'ater.|† → In June.'])
})

test.each(['This is *so* clear.', 'Three * four is twelve.', 'Nothing at all.'])(
  'in %j no sign calls anything',
  (text) => {
    expect(linked(text, '* A Line after a sign.')).toEqual([])
  },
)

test('a note on the authors stays in the text, with a role and a warning', () => {
  const byline: FlowBlock = { ...paragraph('By A. Writer and B. Other*'), role: 'byline' }
  const flow = linkByLabel(flowOf(byline, 'One.[1]', '* A. Writer is a miller.', '[1] First.'))
  expect(flow.notes.map(({ label }) => label)).toEqual(['1'])
  expect(flow.body.find(({ role }) => role === 'author-note')?.text).toBe('* A. Writer is a miller.')
  expect(flow.warnings.map(({ rule }) => rule)).toEqual(['author-note'])
})

test('markers inside notes are found, with their place in the note', () => {
  const flow = linkByLabel(flowOf('One.[1]', '# Notes', '[1] Cost 4,000[A] then.', '[A] In gold.'))
  expect(flow.calls.find(({ label }) => label === 'A')).toEqual({
    block: 0,
    inNote: 0,
    start: 10,
    end: 13,
    label: 'A',
    note: 1,
  })
})

test('what structure linked stays, and labels find its notes too', () => {
  const given: LinkedFlow = {
    ...flowOf('One(a) two[2] and [1].'),
    notes: [
      { label: '1', kind: 'footnote', blocks: [paragraph('First.')] },
      { label: '2', kind: 'footnote', blocks: [paragraph('Second.')] },
    ],
    calls: [{ block: 0, start: 18, end: 21, label: '1', note: 0 }],
  }
  expect(links(linkByLabel(given)).sort()).toEqual([') two|2 → Second.', 'and |1 → First.'])
})

test('words of five thousand characters in brackets are no label', () => {
  expect(
    linked(`One[${'x'.repeat(5000)}] two.[1]`, `[${'x'.repeat(5000)}] Long.`, '[1] First.').map((link) =>
      link.slice(-10),
    ),
  ).toEqual(['1 → First.'])
})

test('entries without labels below References get their role', () => {
  const { body } = linkByLabel(
    flowOf('Text.', '# References', 'Miller, A. On Mills. 1902.', 'Said in prose.'),
  )
  expect(body.map(({ role }) => role)).toEqual([undefined, undefined, 'references', undefined])
})
