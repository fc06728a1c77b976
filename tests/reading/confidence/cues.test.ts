import { describe, expect, test } from 'vitest'
import { boostersOf, cuesOf, levelOf, read } from './support.ts'

describe('a flat assertion has no cues and reads high', () => {
  test.each([
    'The mayor opened the new bridge on March 3.',
    'The firm paid a fine of $2 million in 2019.',
    'The delegation toured some of the hangars and left on Tuesday.',
    'The column reached the border in May with some Wagner trucks.',
  ])('%s', (text) => {
    expect(cuesOf(text)).toEqual([])
    expect(levelOf(text)).toBe('high')
  })
})

describe('each kind of cue is found with its exact words', () => {
  test.each([
    ['The bridge may close next year.', 'may', 'hedge', 'moderate'],
    ['The pilots had possibly been warned.', 'possibly', 'hedge', 'moderate'],
    ['The envoy reportedly left through the back door.', 'reportedly', 'hedge', 'moderate'],
    ['The outcome is less certain than before.', 'less certain', 'hedge', 'moderate'],
    ['The minister allegedly took the money.', 'allegedly', 'doubt', 'low'],
    ['The ministry repeated the unverified figures.', 'unverified', 'doubt', 'low'],
    ['Anonymous sources confirmed the deal.', 'Anonymous sources', 'vague-attribution', 'low'],
    [
      'According to Lebanese officials, the port stays shut.',
      'According to Lebanese officials',
      'vague-attribution',
      'moderate',
    ],
    ['Some critics argue that the law is too weak.', 'Some critics', 'vague-attribution', 'moderate'],
    [
      'It was later reported that the ship had sunk.',
      'It was later reported',
      'vague-attribution',
      'moderate',
    ],
    ['Cole said that some critics argue too much.', 'some critics', 'vague-attribution', 'moderate'],
    ['The talks are very likely to fail.', 'very likely', 'likelihood', 'moderate'],
    ['The pact holds unless the parliament objects.', 'unless', 'condition', 'high'],
  ])('%s', (text, words, kind, level) => {
    const { confidence } = read(text)
    expect(confidence.cues.map((cue) => [cue.text, cue.kind])).toEqual([[words, kind]])
    expect(confidence.level).toBe(level)
  })
})

test('a likelihood carries the band of ICD 203', () => {
  expect(read('A second strike is almost certain.').confidence.cues).toMatchObject([
    { kind: 'likelihood', band: [0.95, 0.99] },
  ])
  expect(read('A second strike is highly improbable.').confidence.cues).toMatchObject([{ band: [0.05, 0.2] }])
})

test('a comparison of likelihoods stands for no band', () => {
  const [cue] = read('It is now more likely that the ship turns back.').confidence.cues
  expect(cue).toMatchObject({ text: 'likely', kind: 'hedge' })
  expect(cue).not.toHaveProperty('band')
})

describe('likelihoods and conditions by themselves never read low', () => {
  test.each([
    'A strike is almost certainly unlikely, very unlikely, and highly improbable.',
    'If it rains, unless it snows, provided that it freezes, the road shuts if asked.',
  ])('%s', (text) => expect(levelOf(text)).not.toBe('low'))
})

test('a report that nobody signs makes its verb weaker than a study does', () => {
  expect(levelOf('Other reports suggest that the convoy turned back.')).toBe('low')
  expect(levelOf('The trial suggests that the drug works.')).toBe('moderate')
})

test('hedges heap up', () => {
  const one = read('The firm may sell the plant.').confidence.score
  const many = read('Some critics claim the firm may possibly perhaps sell the plant.').confidence.score
  expect(many).toBeLessThan(one)
  expect(levelOf('Some critics claim the firm may possibly perhaps sell the plant.')).toBe('low')
})

describe('cues inside quotation marks are shown and do not lower the level', () => {
  const text = 'The general said: "We may strike, possibly tomorrow."'
  test('they carry quoted', () =>
    expect(read(text).confidence.cues).toMatchObject([
      { text: 'may', quoted: true },
      { text: 'possibly', quoted: true },
    ]))
  test('the level stays high', () => expect(levelOf(text)).toBe('high'))
})

describe('words that look like cues and are none', () => {
  test.each([
    ['the month of May', 'The treaty of May 2021 expired in May.'],
    ['a day in May', 'On 3 May the court met.'],
    ['might as strength', 'The fleet showed its military might.'],
    ['could not as inability', 'The divers could not reach the wreck.'],
    ['a capital inside a name', 'The Revolutionary Guards Corps held a parade.'],
    ['a named speaker', 'Minister Ada Cole said the road is open.'],
    ['a document', 'The court ruling said the road is open.'],
    ['officials the text has introduced', 'The officials said the road is open.'],
  ])('%s', (_, text) => expect(cuesOf(text)).toEqual([]))
})

test('may at the start of a sentence is the month only before a number', () => {
  expect(cuesOf('May 4 was a holiday.')).toEqual([])
  expect(cuesOf('May the talks succeed.')).toEqual(['May'])
})

describe('boosters are what overstates', () => {
  test.each([
    ['There is no longer any question that the plant paid.', ['no longer any question']],
    ['The firm undoubtedly knew, and it clearly lied.', ['undoubtedly', 'clearly']],
    ['There is no doubt that the firm knew.', ['no doubt']],
  ])('%s', (text, words) => {
    expect(boostersOf(text)).toEqual(words)
    expect(levelOf(text)).toBe('high')
  })

  test('a negated booster overstates nothing', () =>
    expect(boostersOf('The firm was not clearly at fault.')).toEqual([]))
  test('"no certainty" is a hedge', () =>
    expect(cuesOf('There is no certainty about the date.')).toEqual(['no certainty']))
  test('"almost certainly" is a likelihood and no booster', () =>
    expect(boostersOf('The firm almost certainly knew.')).toEqual([]))
})

test('markers are no words: a cue goes on behind one', () => {
  const text = 'The port, some critics[12] argue, is too small.'
  expect(cuesOf(text)).toEqual(['some critics'])
  expect(cuesOf('It was[3] reported that the ship sank.')).toEqual(['It was[3] reported'])
})

describe('a cue says whether it leaves the statement uncertain or is only loose', () => {
  test.each([
    ['The bridge may close next year.', 'may', false],
    ['The minister allegedly took the money.', 'allegedly', false],
    ['The pact holds unless the parliament objects.', 'unless', false],
    ['It is often described as one of the most beautiful harbours.', 'one of the most', true],
  ])('%s', (text, words, isDiscourse) => {
    const cue = read(text).confidence.cues.find((one) => one.text === words)
    expect(cue).toBeDefined()
    expect(cue?.discourse ?? false).toBe(isDiscourse)
  })
})
