import { expect, test } from 'vitest'
import { signedByDesk } from '../../../src/reading/office/desk-comment.ts'
import { readDocument } from '../../../src/reading/read-document.ts'
import { docx, p } from '../../support/docx.ts'

const range = (id: number, words: string): string =>
  `<w:commentRangeStart w:id="${id}"/><w:r><w:t>${words}</w:t></w:r><w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`
const comment = (id: number, author: string, words: string): string =>
  `<w:comment w:id="${id}" w:author="${author}">${p(words)}</w:comment>`

test('comments that the desk put into a file are no notes when it comes back; the writer’s own are', async () => {
  const file = docx({
    body: `<w:p>${range(0, 'The mill burned in May.')}</w:p><w:p>${range(1, 'Nobody was hurt.')}</w:p>`,
    comments: comment(0, signedByDesk('Ana Reyes'), 'In June?') + comment(1, 'Nils Holm', 'From the log.'),
  })
  const { notes, markers, warnings, text } = await readDocument(file, { name: 'mill.docx' })
  expect(notes.map(({ start, end }) => text.slice(start, end))).toEqual(['From the log.'])
  expect(markers).toHaveLength(1)
  expect(warnings.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    'desk-comments: A comment of the desk was left out: it is no note.',
  ])
})
