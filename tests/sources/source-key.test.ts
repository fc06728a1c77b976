import { expect, test } from 'vitest'
import { sourceKeyOf } from '../../src/sources/source-key.ts'

const keyOf = (csl: Parameters<typeof sourceKeyOf>[0]) => sourceKeyOf(csl)?.key

test('scheme, www, tracking, fragment and a last slash make no other source', () => {
  const plain = keyOf({ type: 'webpage', URL: 'https://example.org/tides?year=2021' })
  expect(
    keyOf({ type: 'webpage', URL: 'http://www.Example.org/tides/?utm_source=x&year=2021&fbclid=1#top' }),
  ).toBe(plain)
  expect(keyOf({ type: 'webpage', URL: 'https://example.org/tides?year=2020' })).not.toBe(plain)
})

test('a DOI is one source however it is written', () => {
  const key = keyOf({ type: 'article-journal', DOI: '10.5555/Tides.7' })
  expect(
    keyOf({ type: 'article-journal', DOI: '10.5555/tides.7', URL: 'https://doi.org/10.5555/tides.7' }),
  ).toBe(key)
})

test('a numbered work is known by its series and number', () => {
  const csl = { type: 'report', 'collection-title': 'Harbour Brief', number: '12' }
  expect(sourceKeyOf(csl)).toEqual({ key: 'series:harbour brief|12', title: 'Harbour Brief No. 12' })
  expect(keyOf({ ...csl, title: 'Low Water' })).toBe(keyOf(csl))
})

test('a titled work is known by outlet, title and date', () => {
  const csl = {
    type: 'article-newspaper',
    title: 'Boer’s Dues',
    'container-title': 'Gazette',
    issued: { 'date-parts': [[2021, 5, 3]] },
  }
  expect(keyOf({ ...csl, title: "Boer's  dues" })).toBe(keyOf(csl))
  expect(keyOf({ ...csl, issued: { 'date-parts': [[2021, 5, 4]] } })).not.toBe(keyOf(csl))
})

test('articles without a title share their outlet, posts their account', () => {
  expect(
    sourceKeyOf({
      type: 'article-newspaper',
      'container-title': 'Gazette',
      issued: { 'date-parts': [[2021]] },
    })?.title,
  ).toBe('Gazette')
  const post = (literal: string) =>
    sourceKeyOf({ type: 'post', 'container-title': 'Telegram', author: [{ literal }] })
  expect(post('portdesk')).toEqual({ key: 'outlet:telegram, portdesk', title: 'Telegram, portdesk' })
  expect(post('other')?.key).not.toBe(post('portdesk')?.key)
})

test('a date alone, or an address that is none, identifies no source', () => {
  expect(sourceKeyOf({ type: 'article-newspaper', issued: { 'date-parts': [[2021, 5, 3]] } })).toBeNull()
  expect(sourceKeyOf({ type: 'webpage', URL: 'javascript:alert(1)' })).toBeNull()
})

test('two works that name only the site they stand on are two sources', () => {
  const article = (title: string) => keyOf({ type: 'webpage', title, URL: 'https://www.example.org' })
  expect(article('Low water in the delta')).not.toBe(article('High water in the delta'))
  expect(keyOf({ type: 'webpage', URL: 'https://www.example.org' })).toBe('url:example.org')
})

test('the number of a series that anybody may have is not enough', () => {
  const paper = (publisher: string) =>
    keyOf({ type: 'report', 'collection-title': 'Working Paper', number: '12', publisher })
  expect(paper('Harbour Board')).not.toBe(paper('River Board'))
})

test('one title by two authors is two works, and a short title alone tells none', () => {
  const by = (family: string) => keyOf({ type: 'document', title: 'Introduction', author: [{ family }] })
  expect(by('Boer')).not.toBe(by('Tamm'))
  expect(keyOf({ type: 'document', title: 'Annual Report' })).toBeUndefined()
  expect(keyOf({ type: 'document', title: 'The dues of the outer harbour' })).toBeDefined()
})
