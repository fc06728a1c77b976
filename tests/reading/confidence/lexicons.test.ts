import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { wordsOf } from '../../../src/reading/confidence/phrases.ts'
import { tokenise } from '../../../src/reading/confidence/tokens.ts'

const folder = fileURLToPath(new URL('../../../src/reading/confidence/', import.meta.url))
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
const dataOf = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(folder + name, 'utf8')) as Record<string, unknown>

describe.each(files)('%s', (name) => {
  test('says where it comes from and under which licence', () => {
    expect(dataOf(name)).toMatchObject({
      source: expect.stringMatching(/\w/) as string,
      licence: expect.stringMatching(/\w/) as string,
    })
  })

  test('stays under 150 kB', () => expect(readFileSync(folder + name).length).toBeLessThan(150_000))
})

test('every factor of a cue lies between 0 and 1', () => {
  const tables = ['cues.json', 'contextual.json'].flatMap((name) => Object.values(dataOf(name)))
  const factors = tables.flatMap((table) =>
    typeof table === 'object' && table !== null ? Object.values(table as Record<string, number>) : [],
  )
  expect(factors.length).toBeGreaterThan(300)
  expect(factors.filter((factor) => !(factor > 0 && factor < 1))).toEqual([])
})

test('a phrase of the lexicon is divided as a text is', () => {
  for (const phrase of ['so-called', "couldn't be more", "the ministry's word", '100 percent', 'well-known'])
    expect(wordsOf(phrase)).toHaveLength(
      tokenise(phrase, { start: 0, end: phrase.length }, [], []).ids.length,
    )
})
