import { describe, expect, test } from 'vitest'
import { findBackReferences } from '../../../src/reading/citations/back-references.ts'
import { citeNotes } from '../../../src/reading/citations/cite-notes.ts'

const shown = (text: string) =>
  findBackReferences(text).map(({ kind, head, label, locator, start, end }) => [
    kind,
    text.slice(start, end),
    ...[head, label, locator].filter((one) => one !== undefined && one !== ''),
  ])

describe('short forms', () => {
  test.each([
    ['Ibid.', [['previous', 'Ibid']]],
    ['Ibid., p. 12.', [['previous', 'Ibid., p. 12', '12']]],
    ['See ibid., pp. 4–6; Harbour Gazette, May 4, 2021.', [['previous', 'ibid., pp. 4–6', '4–6']]],
    ['Id. at 4.', [['previous', 'Id. at 4', '4']]],
    ['Ebd., S. 33.', [['previous', 'Ebd., S. 33', '33']]],
    ['Boer, op. cit., p. 7.', [['work', 'Boer, op. cit., p. 7', 'Boer', '7']]],
    ['Tamm, a. a. O., S. 9', [['work', 'Tamm, a. a. O., S. 9', 'Tamm', '9']]],
    ['Boer, supra note 4, at 12.', [['note', 'Boer, supra note 4, at 12', 'Boer', '4', '12']]],
    ['On the strike, see note 12.', [['note', 'see note 12', '12']]],
    ['See also n. 3 above.', [['note', 'See also n. 3 above', '3']]],
    ['Siehe Anm. 12.', [['note', 'Siehe Anm. 12', '12']]],
    [
      'See notes 2 and 5.',
      [
        ['note', 'See notes 2', '2'],
        ['note', '5', '5'],
      ],
    ],
  ])('%s', (text, expected) => {
    expect(shown(text)).toEqual(expected)
  })

  test.each([
    'Id., Harbour Dues, 2014.',
    'The note 12 of the ministry said nothing.',
    'See note 4 of the treaty.',
    'Media Note 12, Board of Harbours, May 4, 2021.',
    'His idea was cited in 2014.',
    'The ID 4 was lost.',
  ])('none in: %s', (text) => {
    expect(shown(text)).toEqual([])
  })
})

/** Notes of a document, by label. */
const cite = (bodies: Readonly<Record<string, string>>) => {
  let text = ''
  const notes = Object.entries(bodies).map(([label, body]) => {
    const start = text.length
    text += `${body}\n\n`
    return { label, kind: 'footnote', start, end: start + body.length } as const
  })
  const cited = citeNotes(text, notes)
  return {
    found: cited.notes.map(({ citations }) =>
      citations.map(({ csl, refersTo, start, end }) => ({ words: text.slice(start, end), csl, refersTo })),
    ),
    troubles: cited.warnings.filter(({ rule }) => rule === 'ibid-ambiguous').map(({ message }) => message),
  }
}
const BOER = 'Boer, N. (2014). Harbour dues and who pays them. Journal of Ports, 3, 1–9.'
const TAMM = 'Tamm, K. (2015). Low water in the delta. Journal of Ports, 4, 2–8.'

describe('what short forms mean', () => {
  test('ibid. is the one work of the note before, with a place of its own', () => {
    const { found, troubles } = cite({ 3: BOER, 4: 'Ibid., p. 7.', 5: 'Ibid.' })
    expect(found[1]).toMatchObject([
      { words: 'Ibid., p. 7', csl: { title: 'Harbour dues and who pays them', locator: '7' } },
    ])
    expect(found.slice(1).map(([one]) => one?.refersTo)).toEqual([
      { note: 0, citation: 0 },
      { note: 0, citation: 0 },
    ])
    expect(found[2]?.[0]?.csl).not.toHaveProperty('locator')
    expect(troubles).toEqual([])
  })

  test('after another work in the same note it is that work', () => {
    const { found } = cite({ 1: BOER, 2: `${TAMM.slice(0, -1)}; ibid., p. 9.` })
    expect(found[1]?.[1]?.refersTo).toEqual({ note: 1, citation: 0 })
  })

  test('after a note of several works it is ambiguous, and so is what repeats it', () => {
    const { found, troubles } = cite({
      1: 'Harbour Gazette, May 4, 2021; Delta Herald, May 5, 2021.',
      2: 'Ibid., p. 7.',
      3: 'Ibid.',
    })
    expect(found.slice(1)).toEqual([[], []])
    expect(troubles).toEqual([
      '“Ibid., p. 7” cannot be led to one work: note 1 names 2 works.',
      '“Ibid” cannot be led to one work: what note 2 repeats is itself not sure.',
    ])
  })

  test('across a missing note, after a lost work and in the first note it is not guessed', () => {
    expect(cite({ 3: BOER, 5: 'Ibid.' }).troubles[0]).toContain('note 4, which it follows, is missing')
    expect(cite({ 1: 'Gazette, May 4, 2021;', 2: 'Ibid.' }).troubles[0]).toContain('has lost a work')
    expect(cite({ 1: 'Ibid.' }).troubles[0]).toContain('no note stands before')
    expect(cite({ 1: 'Nobody ever said so.', 2: 'Ibid.' }).troubles[0]).toContain('names no work')
  })

  test('op. cit. is the one work by that author, however far back', () => {
    const { found } = cite({ 1: BOER, 2: TAMM, 3: 'Boer, op. cit., p. 5; Tamm, op. cit.' })
    expect(found[2]?.map(({ refersTo }) => refersTo?.note)).toEqual([0, 1])
  })

  test('of two works by one author the year decides, without it nothing does', () => {
    const second = 'Boer, N. (2016). The pilots go home early. Journal of Ports, 5, 1–2.'
    const { found, troubles } = cite({ 1: BOER, 2: second, 3: 'Boer (2016), op. cit.', 4: 'Boer, op. cit.' })
    expect(found[2]?.[0]?.refersTo).toEqual({ note: 1, citation: 0 })
    expect(found[3]).toEqual([])
    expect(troubles).toEqual(['“Boer, op. cit” cannot be led to one work: 2 works cited before fit.'])
  })

  test('an author nobody has cited is listed', () => {
    expect(cite({ 1: BOER, 2: 'Achterberg, op. cit.' }).troubles).toHaveLength(1)
  })

  test('a note is meant by its label, before or after', () => {
    const { found, troubles } = cite({
      1: 'See note 3 below.',
      2: 'See note 1.',
      3: BOER,
      4: 'Boer, supra note 3, at 8.',
    })
    expect(found[0]?.[0]?.refersTo).toEqual({ note: 2, citation: 0 })
    expect(found[3]).toMatchObject([{ refersTo: { note: 2, citation: 0 }, csl: { locator: '8' } }])
    expect(troubles).toEqual([])
  })

  test('a note of several works is meant as a whole, unless one of them is named', () => {
    const { found, troubles } = cite({
      1: `${BOER} ${TAMM}`,
      2: 'See note 1.',
      3: 'Tamm, supra note 1, at 3.',
      4: 'Supra note 1, at 3.',
    })
    expect(found[1]).toMatchObject([{ refersTo: { note: 0, citation: null } }])
    expect(found[2]?.[0]?.refersTo).toEqual({ note: 0, citation: 1 })
    expect(troubles).toHaveLength(1)
  })

  test('a note that is missing, or a label that two bear, is listed', () => {
    expect(cite({ 1: BOER, 2: 'See note 9.' }).troubles[0]).toContain('note 9 is missing')
  })

  test('two notes that point at each other lead nowhere', () => {
    const { found, troubles } = cite({ 1: 'Supra note 2, at 4.', 2: 'Supra note 1, at 4.' })
    expect(found).toEqual([[], []])
    expect(troubles).toHaveLength(2)
  })

  test('what stands beside a short form is read as ever', () => {
    const { found } = cite({ 1: BOER, 2: 'Ibid., p. 7; Harbour Gazette, May 4, 2021.' })
    expect(found[1]?.map(({ csl }) => csl['container-title'])).toEqual([
      'Journal of Ports',
      'Harbour Gazette',
    ])
  })
})

test.each(['ibid. ', 'Boer, op. cit., ', 'see note 1, ', 'supra ', 'Id. at 4. '])(
  'half a megabyte of %j is read in linear time',
  (unit) => {
    const cost = (length: number) => {
      const before = process.cpuUsage()
      cite({ 1: BOER, 2: unit.repeat(Math.ceil(length / unit.length)) })
      return process.cpuUsage(before).user / 1000
    }
    cost(50_000)
    expect(cost(500_000)).toBeLessThan(25 * Math.max(cost(50_000), 20))
  },
)
