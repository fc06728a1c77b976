import { describe, expect, test } from 'vitest'
import { readCitations } from '../../../src/reading/citations/read-citations.ts'

const read = (note: string) => readCitations(note, { start: 0, end: note.length })
const csl = (note: string) => read(note).citations.map((citation) => citation.csl)
const spans = (note: string) => read(note).citations.map(({ start, end }) => note.slice(start, end))
const day = (...parts: number[]) => ({ 'date-parts': [parts] })

describe('spans', () => {
  test('are into the whole text and leave out what joins works', () => {
    const text = 'Body.\n\n[1] See Telegram, portdesk, May 4, 2021; Harbour Gazette, May 5, 2021.'
    const { citations } = readCitations(text, { start: 11, end: text.length })
    expect(citations.map(({ start, end }) => text.slice(start, end))).toEqual([
      'Telegram, portdesk, May 4, 2021',
      'Harbour Gazette, May 5, 2021',
    ])
  })
})

describe('slots', () => {
  test('a date alone is a citation without an outlet', () => {
    expect(csl(', March 9, 2021.')).toEqual([{ type: 'article-newspaper', issued: day(2021, 3, 9) }])
  })

  test('several dates are several citations', () => {
    expect(spans(', March 9, 2021;, March 8, 2021.')).toEqual(['March 9, 2021', 'March 8, 2021'])
    expect(spans('Gazette, March 9, 2021, Herald, March 8, 2021')).toEqual([
      'Gazette, March 9, 2021',
      'Herald, March 8, 2021',
    ])
  })

  test.each([
    [',, March 9, 2021.', [0]],
    [',,, March 9, 2021.', [0, 1]],
    [', March 9, 2021;', [15]],
    [', March 9, 2021;,', [15]],
    [';, March 9, 2021.', [0]],
    [', March 9, 2021; ; March 10, 2021', [15]],
  ])('an empty slot in %j is a warning with its place, not a citation', (note, places) => {
    const { warnings } = read(note)
    expect(warnings.map(({ rule, start }) => [rule, start])).toEqual(
      places.map((at) => ['citation-slot-empty', at]),
    )
  })

  test('a doubled comma in prose is no lost citation', () => {
    expect(read('The dues,, they said, were low;').warnings).toEqual([])
  })
})

describe('prose beside citations', () => {
  test('a note that is only prose names no work', () => {
    expect(
      csl('The port reported Monday that its crews were planning a strike. It would close the river.'),
    ).toEqual([])
    expect(csl('On May 3, 2021, the board met in Delft, which was unusual.')).toEqual([])
    expect(csl('See Box 3.')).toEqual([])
  })

  test('a sentence after a citation is left out of it', () => {
    expect(
      spans(', May 3, 2021. The paper added that he had praised the plan for "ending the dispute."'),
    ).toEqual(['May 3, 2021'])
  })

  test('a quoted statement is no title, and its date stands alone', () => {
    expect(csl('The board said: "We regret the delay of the boats.", May 3, 2021.')).toEqual([
      { type: 'article-newspaper', issued: day(2021, 5, 3) },
    ])
  })

  test('"see" begins a citation inside a sentence', () => {
    expect(
      spans(
        'The union has long opposed it. On its earlier strikes, see Harbour Desk Brief No. 12, A Quiet Year, May 3, 2021.',
      ),
    ).toEqual(['Harbour Desk Brief No. 12, A Quiet Year, May 3, 2021'])
  })

  test('of an address in prose only the address is read', () => {
    expect(csl('The tables are kept at https://example.org/tides and were checked in 2020.')).toEqual([
      { type: 'webpage', URL: 'https://example.org/tides' },
    ])
  })

  test('ibid. and op. cit. name nothing by themselves', () => {
    expect(csl('Ibid., p. 5, May 3, 2021.')).toEqual([])
    expect(csl('Boer, N. (2014), op. cit., p. 7')).toEqual([])
  })
})

describe('works in a series', () => {
  test('number, title and date are read, and a semicolon inside the title divides nothing', () => {
    expect(
      csl('Harbour Desk Briefing No. 517, Pilots Strike Again; Board Answers With Silence, May 3, 2021.'),
    ).toEqual([
      {
        type: 'report',
        title: 'Pilots Strike Again; Board Answers With Silence',
        'collection-title': 'Harbour Desk Briefing',
        number: '517',
        issued: day(2021, 5, 3),
      },
    ])
  })

  test('each of many is a citation of its own', () => {
    const many = Array.from(
      { length: 20 },
      (_, i) => `Harbour Brief No. ${i + 1}, The Tides Of Week ${i + 1}, May ${i + 1}, 2021`,
    )
    expect(csl(`See ${many.join('; ')}.`).map((item) => item.number)).toEqual(
      many.map((_, i) => String(i + 1)),
    )
  })

  test('dashes part number, title and date as well as commas', () => {
    expect(csl('Harbour Brief No. 9 - Low Water – And Lower Dues – May 3, 2021.')[0]).toMatchObject({
      title: 'Low Water – And Lower Dues',
      issued: day(2021, 5, 3),
    })
  })

  test('a report named by its publisher and title', () => {
    expect(csl('See also Harbour Desk report Who Pays The Pilots, May 3, 2021.')).toEqual([
      { type: 'report', publisher: 'Harbour Desk', title: 'Who Pays The Pilots', issued: day(2021, 5, 3) },
    ])
  })
})

describe('outlets', () => {
  test('a post has its platform and account', () => {
    expect(csl('Telegram, portdesk, May 4, 2021.')).toEqual([
      {
        type: 'post',
        'container-title': 'Telegram',
        medium: 'Telegram',
        author: [{ literal: 'portdesk' }],
        issued: day(2021, 5, 4),
      },
    ])
  })

  test('a press release has who issued it, and its kind is no title', () => {
    expect(csl('Press Release, Board of Harbours, May 4, 2021.')).toEqual([
      {
        type: 'document',
        publisher: 'Board of Harbours',
        medium: 'press release',
        issued: day(2021, 5, 4),
      },
    ])
  })

  test.each([
    ['Delta Herald (Delft), May 4, 2021', 'article-newspaper', 'Delta Herald (Delft)', undefined],
    ['Harbour Radio, May 4, 2021', 'broadcast', 'Harbour Radio', 'broadcast'],
    [
      'Port Authority Telegram channel, May 4, 2021',
      'post',
      'Port Authority Telegram channel',
      'Telegram channel',
    ],
  ])('%s', (note, type, container, medium) => {
    expect(csl(note)).toEqual([
      { type, 'container-title': container, ...(medium ? { medium } : {}), issued: day(2021, 5, 4) },
    ])
  })

  test('an interview is told by its name', () => {
    expect(csl('Author’s interview, Nina Boer, May 4, 2021')).toMatchObject([
      { type: 'interview', medium: 'author’s interview' },
    ])
  })

  test('an agency after a title issued it', () => {
    expect(
      csl('Guidance On River Dues, Office of Ports, May 4, 2021. https://example.org/dues.pdf.'),
    ).toEqual([
      {
        type: 'document',
        title: 'Guidance On River Dues',
        publisher: 'Office of Ports',
        issued: day(2021, 5, 4),
        URL: 'https://example.org/dues.pdf',
      },
    ])
  })
})

describe('titles in quotation marks', () => {
  test('an encyclopedia’s web citation: sure author, outlet, issue but not access', () => {
    expect(csl('Tamm, Kaja (May 6, 2003). "Why Tides Turn". River News. Retrieved 2007-01-30.')).toEqual([
      {
        type: 'webpage',
        title: 'Why Tides Turn',
        author: [{ family: 'Tamm', given: 'Kaja' }],
        'container-title': 'River News',
        issued: day(2003, 5, 6),
      },
    ])
  })

  test('a standard with its authors, number, DOI and address', () => {
    expect(
      csl(
        'Boer, N. and K. Tamm, "Tides over IP", RFC 9999, DOI 10.5555/RFC9999, May 2003, <https://example.org/rfc9999>.',
      ),
    ).toEqual([
      {
        type: 'standard',
        title: 'Tides over IP',
        author: [
          { family: 'Boer', given: 'N.' },
          { family: 'Tamm', given: 'K.' },
        ],
        'collection-title': 'RFC',
        number: '9999',
        issued: { 'date-parts': [[2003, 5]] },
        URL: 'https://example.org/rfc9999',
        DOI: '10.5555/rfc9999',
      },
    ])
  })
})

describe('scholarly and legal references', () => {
  test('authors, year, title and journal', () => {
    expect(
      csl('Boer, N., & Tamm, K. (2014). Harbour dues and who pays them. Journal of Ports, 3, 1–9.'),
    ).toEqual([
      {
        type: 'article-journal',
        title: 'Harbour dues and who pays them',
        author: [
          { family: 'Boer', given: 'N.' },
          { family: 'Tamm', given: 'K.' },
        ],
        'container-title': 'Journal of Ports',
        volume: '3',
        page: '1–9',
        issued: { 'date-parts': [[2014]] },
      },
    ])
  })

  test('a book in a note', () => {
    expect(csl('Nina Boer, Harbour Dues (Delft: Kade, 2014).')).toEqual([
      {
        type: 'book',
        title: 'Harbour Dues',
        author: [{ given: 'Nina', family: 'Boer' }],
        publisher: 'Kade',
        'publisher-place': 'Delft',
        issued: { 'date-parts': [[2014]] },
      },
    ])
  })

  test('a decision and a place in a code', () => {
    expect(csl('See Boer v. Harbour Board, 514 F.2d 799, 802 (5th Cir. 1975).')).toMatchObject([
      { type: 'legal_case', title: 'Boer v. Harbour Board', issued: { 'date-parts': [[1975]] } },
    ])
    expect(csl('As defined in 48 C.F.R. § 9.101.')).toEqual([
      { type: 'regulation', title: '48 C.F.R. § 9.101' },
    ])
  })
})

describe('hostile notes', () => {
  const seeds = [
    '; ',
    '“',
    'Boer, N., ',
    'May 2, 2000; ',
    'see X. ',
    'No. 1 ',
    'http://a.b/)) ',
    '1.2.2000 ',
    ', ',
    '. ',
    '(',
    'A ',
    '_',
  ]
  test.each(seeds)('half a megabyte of %j is read in linear time', (unit) => {
    const cost = (length: number) => {
      const note = `May 2, 2000${unit.repeat(Math.ceil(length / unit.length))}x; x; `
      const before = process.cpuUsage()
      readCitations(note, { start: 0, end: note.length })
      return process.cpuUsage(before).user / 1000
    }
    cost(50_000)
    expect(cost(500_000)).toBeLessThan(25 * Math.max(cost(50_000), 20))
  })
})
