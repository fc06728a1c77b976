import { expect, test } from 'vitest'
import { gradeText } from '../../src/reading/grade.ts'

test('every sentence of a text is graded, with spans into it', () => {
  const text = 'The dam broke in 1998. It may have been old.\n\nWhy did it break?'
  const { sentences } = gradeText(text)
  expect(sentences.map(({ start, end, kind }) => [text.slice(start, end), kind])).toEqual([
    ['The dam broke in 1998.', 'claim'],
    ['It may have been old.', 'claim'],
    ['Why did it break?', 'question'],
  ])
  expect(sentences[0]?.confidence.level).toBe('high')
  expect(sentences[1]?.confidence.cues.map(({ kind }) => kind)).toEqual(['hedge'])
})

test('the answer has the fields of the contract and no others', () => {
  const [sentence] = gradeText('The dam broke in 1998.').sentences
  expect(Object.keys(sentence ?? {})).toEqual([
    'start',
    'end',
    'kind',
    'confidence',
    'attribution',
    'checkworthy',
  ])
})

test('cues inside a quotation that runs over paragraphs are quoted', () => {
  const { sentences } = gradeText('“It broke.\n\n“It may have been old.”')
  expect(sentences[1]?.confidence.cues.map(({ quoted }) => quoted)).toEqual([true])
})

test.each(['', ' \n ', '\u200b'])('%j holds no sentence', (text) => {
  expect(gradeText(text)).toEqual({ sentences: [] })
})

test('a text in another language is divided, read without cues, and said to be', () => {
  const text = 'Der Hafen wird vielleicht geschlossen. Die Stadt hat noch nichts davon gehört, sagt der Rat.'
  const { sentences, language, warnings } = gradeText(text)
  expect(sentences.map(({ start, end }) => text.slice(start, end))).toHaveLength(2)
  expect(sentences.map(({ confidence }) => confidence.cues)).toEqual([[], []])
  expect(language).toBe('de')
  expect(warnings).toMatchObject([{ rule: 'language-without-cues' }])
})

test('a text in English says nothing of its language', () => {
  expect(Object.keys(gradeText('The harbour may close.'))).toEqual(['sentences'])
})
