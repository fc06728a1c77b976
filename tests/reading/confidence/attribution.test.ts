import { describe, expect, test } from 'vitest'
import { read } from './support.ts'

describe('a statement is put to whoever the sentence says', () => {
  test.each([
    ['Deputy Minister Ada Cole said that the road is open.', 'Deputy Minister Ada Cole', true],
    ['According to Ada Cole, the road is open.', 'Ada Cole', true],
    ['The road is open, according to a statement of the ministry.', 'a statement of the ministry', true],
    ['The road, Cole has repeatedly insisted that week, "stays open".', 'Cole', true],
    ['"The road is open," said Ada Cole.', 'Ada Cole', true],
    [
      'A report by the Harbour Board saying that the quay is unsafe was withdrawn.',
      'the Harbour Board',
      true,
    ],
    ['Ada Cole, the deputy minister, said that the road is open.', 'Ada Cole', true],
    ['The ministry announced a new road.', 'The ministry', true],
    ['They assessed that the road would close.', 'They', true],
    ['Five days later he told the council that the road would close.', 'he', true],
    ['Two unnamed officials said that the road is open.', 'Two unnamed officials', false],
    ['Unnamed officials said that the road is open.', 'Unnamed officials', false],
    ['A senior diplomat told the paper that talks had begun.', 'A senior diplomat', false],
    ['According to rebel sources, the road is open.', 'rebel sources', false],
    ['There are unconfirmed reports that the road is open.', 'unconfirmed reports', false],
    ['It was widely reported that the road is open.', 'It was widely reported', false],
    ['The road was reportedly open.', 'reportedly', false],
  ])('%s', (text, words, named) => {
    expect(read(text).attribution).toMatchObject({ text: words, named })
    expect(read(text).tests).toBe('that it was said')
  })
})

describe('a statement in the writer’s own voice is put to nobody and tests that it is so', () => {
  test.each([
    'The road is open.',
    'The minister was told nothing.',
    'The two states signed a treaty.',
    'Although the firm has promised that jobs are safe, the plant is closed.',
    'The report runs to ninety pages.',
    'The Harbour Board could confirm neither statement.',
  ])('%s', (text) => {
    expect(read(text).attribution).toBeNull()
    expect(read(text).tests).toBe('that it is so')
  })
})

test('somebody speaking inside a quotation is not who the sentence is put to', () => {
  expect(read('Cole said: "My sister claimed that it was late."').attribution).toMatchObject({ text: 'Cole' })
})

test('a quotation without its introduction tests that it was said', () => {
  expect(read('We keep the road open.', 'quotation')).toMatchObject({
    attribution: null,
    tests: 'that it was said',
  })
})

test('a name goes before nameless people', () => {
  expect(
    read('Critics said the road was closed, but Ada Cole said that it was open.').attribution,
  ).toMatchObject({ text: 'Ada Cole', named: true })
})

describe('an attribution tells the words that say so, and whose words the speaker gives', () => {
  test.each([
    ['Ada Cole said that Lee claims that it rained.', 'Ada Cole', 'said', 'Lee', 'claims'],
    ['Ada Cole said that critics claim the road is closed.', 'Ada Cole', 'said', 'critics', 'claim'],
    ['According to Cole, the ministry said that it rained.', 'Cole', 'According to', 'the ministry', 'said'],
    ['The minister said the police reported three deaths.', 'The minister', 'said', 'the police', 'reported'],
  ])('%s', (text, speaker, verb, inner, innerVerb) => {
    expect(read(text).attribution).toMatchObject({
      text: speaker,
      verb: { text: verb },
      inner: { text: inner, verb: { text: innerVerb } },
    })
  })

  test.each([
    'Cole said, and Lee said too, that it rained.',
    'Cole said that it rained, and Lee insisted that it snowed.',
    'Cole said: "My sister claimed that it was late."',
  ])('nobody speaks inside another’s words: %s', (text) => {
    expect(read(text).attribution).toMatchObject({ text: 'Cole', verb: { text: 'said' } })
    expect(read(text).attribution).not.toHaveProperty('inner')
  })
})
