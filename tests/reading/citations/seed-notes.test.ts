import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCitations } from '../../../src/reading/citations/read-citations.ts'

const path = '../shared/seeds/000_6691c3246dd5b83f.txt'

describe.skipIf(!existsSync(path))('the notes of the seed text in ../shared', () => {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const citationsOf = (label: number) => {
    const start = text.lastIndexOf(`\n[${label}]`) + `\n[${label}]`.length
    const next = /\n\[\d+\]|\nShare this/.exec(text.slice(start))
    return readCitations(text, { start, end: start + (next?.index ?? 0) })
  }

  test.each([
    [2, 1, 0],
    [7, 3, 0],
    [13, 1, 1],
    [14, 0, 0],
    [18, 2, 0],
    [21, 1, 1],
    [23, 1, 1],
    [25, 1, 2],
    [42, 2, 0],
    [50, 1, 1],
    [53, 2, 0],
    [56, 4, 0],
    [60, 2, 0],
    [63, 1, 0],
  ])('note %i names %i works and has lost %i', (label, works, lost) => {
    const { citations, warnings } = citationsOf(label)
    expect([citations.length, warnings.length]).toEqual([works, lost])
  })

  test('note 57 names each of its works by number, title and date', () => {
    const { citations } = citationsOf(57)
    expect(citations).toHaveLength(18)
    expect(citations.every(({ csl }) => csl.number && csl.title && csl.issued)).toBe(true)
  })

  test('a number read there stands there', () => {
    for (const { csl, start, end } of citationsOf(57).citations)
      expect(text.slice(start, end)).toContain(csl.number)
  })

  const months = 'January|February|March|April|May|June|July|August|September|October|November|December'
  const labels = [...text.matchAll(/^\[(\d+)\]/gm)].map((match) => Number(match[1]))
  const noteText = (label: number) => {
    const start = text.lastIndexOf(`\n[${label}]`)
    return text.slice(start, start + 1 + text.slice(start + 1).search(/\n\[\d+\]|\nShare this/))
  }

  test('every date to the day that is printed in a note is the date of one of its works', () => {
    const missing = [...new Set(labels)].flatMap((label) => {
      const read = citationsOf(label).citations.flatMap(({ csl }) => csl.issued?.['date-parts'] ?? [])
      const dates = new RegExp(`(${months}),? (\\d{1,2}), (\\d{4})`, 'g')
      return [...noteText(label).matchAll(dates)]
        .map((match) => [Number(match[3]), months.split('|').indexOf(match[1] ?? '') + 1, Number(match[2])])
        .filter((date) => !read.some((parts) => parts.join() === date.join()))
        .map((date) => `[${label}] ${date.join('-')}`)
    })
    expect(labels.length).toBeGreaterThan(50)
    expect(missing).toEqual([])
  })

  test('every number behind "No." in a note is the number of one of its works', () => {
    const missing = [...new Set(labels)].flatMap((label) => {
      const read = new Set(citationsOf(label).citations.map(({ csl }) => csl.number))
      return [...noteText(label).matchAll(/No\. (\d+)/g)]
        .filter((match) => !read.has(match[1]))
        .map((match) => `[${label}] ${match[1]}`)
    })
    expect(missing).toEqual([])
  })
})
