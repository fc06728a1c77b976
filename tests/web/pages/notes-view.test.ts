import { expect, test } from 'vitest'
import { notesView, webAddress } from '../../../src/web/pages/notes-view.ts'

const text = 'Salt rose,[1] grain fell.[2]\n\n[1] Gazette, 3 May.'

test('each note says what its marker vouches for, and a missing note says that it is missing', () => {
  const source = {
    id: 's',
    title: 'Gazette',
    url: 'https://gazette.example/',
    reliability: null,
    protected: false,
    doNotFetch: false,
    fallen: null,
  }
  const notes = notesView(text, { start: 0, end: 25 }, [
    {
      label: '1',
      scope: { start: 0, end: 10 },
      note: { index: 0, start: 34, end: 49, citations: [{ id: 'c', start: 34, end: 48, source }] },
    },
    { label: '2', scope: { start: 13, end: 25 }, note: null },
  ])
  expect(notes).toEqual([
    {
      label: '1',
      missing: false,
      covers: 'Salt rose,',
      coversAll: false,
      body: 'Gazette, 3 May.',
      citations: [{ words: 'Gazette, 3 May', source: 'Gazette', href: 'https://gazette.example/' }],
    },
    { label: '2', missing: true, covers: 'grain fell.', coversAll: false, body: '', citations: [] },
  ])
})

test.each([
  ['https://a.example/b', 'https://a.example/b'],
  ['javascript:alert(1)', null],
  ['data:text/html,x', null],
  ['not an address', null],
  [null, null],
])('%s leads to %s', (url, href) => expect(webAddress(url)).toBe(href))
