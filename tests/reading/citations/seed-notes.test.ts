import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readCitations } from '../../../src/reading/citations/read-citations.ts'

const path = '../shared/seeds/000_6691c3246dd5b83f.txt'

describe.skipIf(!existsSync(path))('the notes of the seed text', () => {
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
})
