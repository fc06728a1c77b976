import { expect, test } from 'vitest'
import { canonicalDoi, canonicalUrl, namesAPage, pageKey } from '../../src/sources/canonical-url.ts'

test.each([
  ['https://Example.org:443/tides/?utm_source=x&b=2&a=1&fbclid=9#top', 'https://example.org/tides?a=1&b=2'],
  ['http://www.example.org/Tides', 'http://www.example.org/Tides'],
  ['https://example.org/tides#:~:text=low%20water', 'https://example.org/tides'],
  ['https://example.org/#!/tides/7', 'https://example.org/#!/tides/7'],
  ['https://boer:secret@example.org/tides', 'https://example.org/tides'],
])('%s is known as %s', (written, canonical) => {
  expect(canonicalUrl(written)).toBe(canonical)
})

test('what is no web address has no canonical form', () => {
  for (const written of [
    'javascript:alert(1)',
    'mailto:a@example.org',
    'tides',
    'file:///etc/hosts',
    '/wiki/Tide',
  ])
    expect(canonicalUrl(written)).toBeNull()
})

test('a parameter that says what is read stays', () => {
  expect(canonicalUrl('https://example.org/watch?v=low&gclid=1')).toBe('https://example.org/watch?v=low')
  expect(pageKey('https://example.org/watch?v=low')).not.toBe(pageKey('https://example.org/watch?v=high'))
})

test('scheme and www make no other page; letter case in the path may', () => {
  expect(pageKey('http://www.example.org/a')).toBe(pageKey('https://example.org/a'))
  expect(pageKey('https://example.org/a')).not.toBe(pageKey('https://example.org/A'))
})

test('a front page is no page of its own', () => {
  expect(namesAPage('https://www.example.org/')).toBe(false)
  expect(namesAPage('https://www.example.org/?id=3')).toBe(true)
})

test('a DOI is bare and in small letters', () => {
  for (const written of ['10.5555/Tides.7', 'doi: 10.5555/TIDES.7', 'https://dx.doi.org/10.5555/tides.7'])
    expect(canonicalDoi(written)).toBe('10.5555/tides.7')
})
