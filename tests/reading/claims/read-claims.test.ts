import { describe, expect, test } from 'vitest'
import { readClaims } from '../../../src/reading/claims/read-claims.ts'
import { layOut } from './lay-out.ts'

/** The claims of blocks: what each says, and what each of its markers vouches for. */
function claimsOf(...blocks: readonly string[]): { quote: string; notes: [string, string][] }[] {
  const laid = layOut(...blocks)
  return readClaims(laid).claims.map(({ quote, notes }) => ({
    quote,
    notes: notes.map(({ marker, scope }) => [
      laid.markers[marker]!.label,
      laid.text.slice(scope.start, scope.end),
    ]),
  }))
}

const quotesOf = (...blocks: readonly string[]): string[] => claimsOf(...blocks).map(({ quote }) => quote)

const kindsOf = (...blocks: readonly string[]): string[] =>
  readClaims(layOut(...blocks)).sentences.map(({ kind }) => kind)

describe('claims and their notes', () => {
  test('a sentence includes the markers that end it, a claim does not', () => {
    const laid = layOut('The dam broke in May.[1][2] It was rebuilt.')
    const { sentences, claims } = readClaims(laid)
    expect(sentences.map(({ start, end }) => laid.text.slice(start, end))).toEqual([
      'The dam broke in May.[1][2]',
      'It was rebuilt.',
    ])
    expect(claims.map(({ quote }) => quote)).toEqual(['The dam broke in May.', 'It was rebuilt.'])
  })

  test('each marker vouches from the one before it, or the start, up to itself', () => {
    expect(claimsOf('They used rafts,[1] kites[2] and mules.[3]')[0]?.notes).toEqual([
      ['1', 'They used rafts,'],
      ['2', 'kites'],
      ['3', 'and mules.'],
    ])
  })

  test('markers side by side vouch for the same words', () => {
    expect(claimsOf('They used rafts[1][2] and mules.[3]')[0]?.notes).toEqual([
      ['1', 'They used rafts'],
      ['2', 'They used rafts[1]'],
      ['3', 'and mules.'],
    ])
  })

  test('a marker never reaches back over a sentence', () => {
    expect(claimsOf('The dam broke. It was rebuilt.[1]').map(({ notes }) => notes.length)).toEqual([0, 1])
  })

  test('a lost full stop leaves one claim with all its markers', () => {
    const [claim] = claimsOf(
      'The feast had a speech by Oriel Photos of it show the mayor,[1] the bishop[2] and the envoy.[3]',
    )
    expect(claim?.notes.map(([label]) => label)).toEqual(['1', '2', '3'])
  })

  test('markers on a line of their own belong to the words before them', () => {
    expect(claimsOf('The dam broke.\n[1] [2]')).toHaveLength(1)
    expect(claimsOf('The dam broke.\n[1] [2]')[0]?.notes).toHaveLength(2)
  })
})

describe('a quotation is one claim with the sentence that introduces it', () => {
  test('within a paragraph', () => {
    expect(quotesOf('Moe said: "It broke. It was old. Nobody came."[1] Roe left.')).toEqual([
      'Moe said: "It broke. It was old. Nobody came."',
      'Roe left.',
    ])
  })

  test('over paragraphs, with the note at its end', () => {
    const claims = claimsOf(
      'It was Tuesday. Moe wrote:',
      '"It broke. It was old.',
      '"Nobody came, and so on."[1]',
      'Roe left.',
    )
    expect(claims.map(({ quote }) => quote)).toEqual([
      'It was Tuesday.',
      'Moe wrote:\n\n"It broke. It was old.\n\n"Nobody came, and so on."',
      'Roe left.',
    ])
    expect(claims[1]?.notes.map(([label]) => label)).toEqual(['1'])
  })

  test('in blocks of quotation', () => {
    expect(quotesOf('Moe wrote:', '>It broke. It was old.', '>Nobody came.[1]', 'Roe left.')).toEqual([
      'Moe wrote:\n\nIt broke. It was old.\n\nNobody came.',
      'Roe left.',
    ])
  })

  test('a quotation that never closes ends with its paragraph', () => {
    expect(quotesOf('Moe said: "It broke. It was old. We wept.', 'Roe left. The valve held.')).toEqual([
      'Moe said: "It broke. It was old. We wept.',
      'Roe left.',
      'The valve held.',
    ])
  })

  test('items below a line with a colon stand for themselves', () => {
    expect(quotesOf('Moe said two things:', '-"It broke in May."', '-"It was old by then."')).toHaveLength(3)
  })
})

describe('kinds of sentences', () => {
  test.each([
    ['The dam broke in May 1998.', 'claim'],
    ['I think the dam was too old.', 'opinion'],
    ['The council should rebuild the dam.', 'opinion'],
    ['It should be noted that the dam was old.', 'claim'],
    ['Moe said that the council should rebuild the dam.', 'claim'],
    ['The dam will break again within ten years.', 'forecast'],
    ['Prices are likely to rise next year.', 'forecast'],
    ['It should be expected that the river rises again.', 'forecast'],
    ['Engineers warned that the dam will break again.', 'claim'],
    ['They assessed that, by then, the town is likely to lose its port.', 'claim'],
    ['The dam, which will be rebuilt, broke in May.', 'claim'],
    ['It is also more likely that the dam was part of a larger plan.', 'claim'],
    ['Members shall pay their dues in May.', 'claim'],
    ['Delays are often due to the old valve.', 'claim'],
    ['United States of America', 'other'],
    ['M. T. Ekwall.', 'other'],
    ['Why did the dam break?', 'question'],
    ['Moe asked, "Why did the dam break?"', 'claim'],
    ['Please send us your photographs of the dam.', 'instruction'],
    ['Click the map for a larger view.', 'instruction'],
    ['Use of force was banned in 1998.', 'claim'],
    ['Note that the dam broke in May.', 'claim'],
    ['"The dam was old. It broke in May."', 'quotation'],
    ['November 8, 1998', 'other'],
    ['Contact:', 'other'],
    ['水坝在五月倒塌了。', 'claim'],
    ['Плотина рухнула в мае.', 'claim'],
  ])('%s: %s', (text, kind) => {
    expect(kindsOf(text)).toEqual([kind])
  })

  test('headings and captions are no claims, labels and numbers in lists and tables are none', () => {
    expect(
      kindsOf(
        '#The dam broke.',
        '!The dam in May. It was old.',
        '-Dams',
        '|42 %',
        '-The dam broke in May',
        '|The dam broke.',
      ),
    ).toEqual(['heading', 'caption', 'caption', 'other', 'other', 'claim', 'claim'])
    expect(quotesOf('#The dam broke.', '!The dam in May.', '-Dams', '|42 %', '^The dam broke.')).toEqual([])
  })

  test('apparatus makes no claims, whatever it says', () => {
    const laid = layOut('The dam broke in May.[1]', 'It was rebuilt.')
    expect(readClaims({ ...laid, contents: new Set([0]) }).claims.map(({ quote }) => quote)).toEqual([
      'It was rebuilt.',
    ])
  })

  test('an opinion, a forecast or a fragment that a marker stands on is a claim', () => {
    expect(quotesOf('I think the dam was too old.[1]', 'The dam will break again.[2]', '-Dams[3]')).toEqual([
      'I think the dam was too old.',
      'The dam will break again.',
      'Dams',
    ])
    expect(quotesOf('I think the dam was too old.', 'The dam will break again.', '-Dams')).toEqual([])
  })
})
