import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { reportRules } from '../../src/audit/report-rules.ts'
import { textRules } from '../../src/audit/text-rules.ts'
import { findingsIn, foundBy } from '../support/audited.ts'

/** Of each rule: texts in which it finds these words, and texts in which it finds nothing. */
const CASES: Readonly<
  Record<
    string,
    {
      readonly found: readonly (readonly [string, readonly (string | null)[]])[]
      readonly none: readonly string[]
    }
  >
> = {
  'note-missing': {
    found: [
      [
        'The weir was raised.[^1] It held.[^2] The mill closed.[^3]\n\n[^1]: Minutes of the council, 3 May 1911.\n[^3]: The Reedham Courier, 9 June 1911.\n',
        ['[2]'],
      ],
    ],
    none: ['The weir was raised.[^1]\n\n[^1]: Minutes of the council, 3 May 1911.\n'],
  },
  'note-uncalled': {
    found: [
      [
        'The weir was raised.[^1] It held.[^2]\n\n[^1]: Minutes of the council.\n[^2]: The Reedham Courier.\n[^4]: A letter to Miller Dunn.\n',
        ['A letter to Miller Dunn.'],
      ],
    ],
    none: ['The weir was raised.[^1]\n\n[^1]: Minutes of the council, 3 May 1911.\n'],
  },
  'label-gap': {
    found: [
      [
        'The weir was raised.[^1] It held.[^4]\n\n[^1]: Minutes of the council.\n[^4]: The Reedham Courier.\n',
        ['[4]'],
      ],
    ],
    none: ['The weir was raised.[^1] It held.[^2]\n\n[^1]: Minutes.\n[^2]: The Reedham Courier.\n'],
  },
  'citation-without-outlet': {
    found: [
      [
        'The weir was raised.[^1] It held.[^2] It leaked.[^3]\n\n[^1]: 3 May 1911.\n[^2]: The Reedham Courier, 9 June 1911.\n[^3]: Ada Cole, *The Lower Weir*, Reedham Press, 1912.\n',
        ['3 May 1911'],
      ],
    ],
    none: ['The weir was raised.[^1]\n\n[^1]: 48 C.F.R. § 2.101.\n'],
  },
  'same-note-twice': {
    found: [
      [
        'The weir was raised.[^1] It held.[^2] It leaked.[^3]\n\n[^1]: Ada Cole, *The Lower Weir*, Reedham Press, 1912.\n[^2]: Minutes of the council.\n[^3]: Ada Cole, *The Lower Weir*, Reedham Press, 1912.\n',
        ['Ada Cole, The Lower Weir, Reedham Press, 1912.'],
      ],
    ],
    none: [
      'The weir was raised.[^1] It held.[^2]\n\n[^1]: Ada Cole, *The Lower Weir*, Reedham Press, 1912.\n[^2]: Ibid.\n',
    ],
  },
  'date-impossible': {
    found: [
      ['The ferry sank on February 30, 2021, near the weir.', ['February 30, 2021']],
      ['The ferry sank on 31 April, near the weir.', ['31 April']],
      [
        'The ferry sank.[^1]\n\n[^1]: The Reedham Courier, 9 June 2031.\n',
        ['The Reedham Courier, 9 June 2031'],
      ],
    ],
    none: ['The ferry sank on February 29, 2020. In May 40 people moved away.'],
  },
  'weekday-and-date-disagree': {
    found: [['The council met on Monday, 14 March 2023, in the church.', ['Monday, 14 March 2023']]],
    none: ['The council met on Tuesday, 14 March 2023, in the church. It had met on Monday, 14 March.'],
  },
  unsourced: {
    found: [
      [
        'The mill lost 240 workers between 2019 and 2021.\n\nThe weir was built in 1911 and cost £48,000.[^1] The council lent £30,000 in 1912.[^1]\n\n[^1]: Minutes.\n',
        ['The mill lost 240 workers between 2019 and 2021.'],
      ],
    ],
    none: ['The weir was built in 1911 and cost £48,000.[^1]\n\n[^1]: Minutes.\n'],
  },
  'likelihood-and-confidence-mixed': {
    found: [
      [
        'It is very likely, with high confidence, that the weir was opened by hand.',
        ['It is very likely, with high confidence, that the weir was opened by hand.'],
      ],
    ],
    none: ['It is very likely that the weir was opened by hand.'],
  },
  'booster-without-support': {
    found: [['The weir was undoubtedly opened by hand.', ['undoubtedly']]],
    none: ['“The weir was undoubtedly opened by hand,” Miller Dunn said.'],
  },
  'absolute-wording': {
    found: [
      ['The council never met the millers. It met the farmers in May. It sold the boat in June.', ['never']],
      ['All boats were sold in June 1911. The weir was raised. The mill was closed in May.', ['All']],
    ],
    none: [
      'At first the council met the millers. Not only did it meet them; it met them for the first time.',
    ],
  },
  'many-sources-one-cited': {
    found: [
      [
        'Several local newspapers reported that the weir had been opened by hand.[^1]\n\n[^1]: The Reedham Courier, 9 June 2021.\n',
        ['Several local newspapers'],
      ],
    ],
    none: [
      'Several newspapers reported that the weir was opened.[^1]\n\n[^1]: The Reedham Courier, 9 June 2021; The Loddon Post, 10 June 2021.\n',
    ],
  },
  'quotation-unsourced': {
    found: [
      [
        'On the gate hung a sign: “Nobody may open this weir without leave.” Another sign was painted over.',
        ['“Nobody may open this weir without leave.”'],
      ],
    ],
    none: ['“Nobody may open this weir without leave,” Miller Dunn said.'],
  },
  'unclosed-quotation': {
    found: [
      [
        'Miller Dunn said: "The weir was opened by hand. We saw it from the church.\n\nThe council met on Tuesday.',
        ['"The weir was opened by hand. We saw it from the church.'],
      ],
    ],
    none: [
      'Miller Dunn said: "The weir was opened by hand.\n\n"We saw it from the church."\n\nThe council met.',
    ],
  },
  'same-figure-differs': {
    found: [
      [
        'The flood drove 240 families out of their homes along the river.\n\nThe mill closed.\n\nThe flood drove 420 families out of their homes along the river.',
        ['420 families'],
      ],
    ],
    none: [
      'The flood of 1911 drove 240 families out of their homes. The flood of 1953 drove 420 families out of their homes.',
    ],
  },
  'date-conflict': {
    found: [
      [
        'On May 3, 2023, Ada Cole met with Miller Dunn at the Reedham town hall.\n\nMay 2, 2023: Ada Cole (left) with Miller Dunn at the Reedham town hall.',
        ['May 2, 2023'],
      ],
    ],
    none: [
      'On May 3, 2023, Ada Cole met with Miller Dunn at the Reedham town hall. On May 5, 2023, Ada Cole flew to Oslo.',
    ],
  },
  'name-spelled-variously': {
    found: [
      [
        'The report names Yusuf Al-Nounou as its author. Later, Al-Nono withdrew it, and Al-Nounou said nothing.',
        ['Al-Nono'],
      ],
      [
        'In May Sergei Dorin sold the boat. In June Sergey Malin bought it, and Sergey Dorin moved away.',
        ['Sergey Dorin'],
      ],
    ],
    none: [
      'In May Naftali Bennett spoke. In June Gordon Bennet answered, and Naftali Bennett left.',
      'The Asian games were held near the ASEAN seat. Li met Lee in May.',
      'The Houthi leader spoke, and the Houthis left.',
    ],
  },
  'source-dated-after-claim': {
    found: [
      [
        'The Courier reported on 3 May 2023 that the weir leaked.[^1]\n\n[^1]: The Reedham Courier, 9 May 2023.\n',
        ['3 May 2023'],
      ],
    ],
    none: [
      'The Courier reported on 3 May 2023 that the weir leaked.[^1]\n\n[^1]: The Reedham Courier, 3 May 2023.\n',
    ],
  },
  'sum-does-not-add-up': {
    found: [
      ['The flood drove out 240 people: 140 men and 110 women.', ['240 people']],
      [
        'The council has 12 seats, of which 7 seats are held by farmers and 6 seats by millers.',
        ['12 seats'],
      ],
    ],
    none: [
      'The flood drove out 240 people: 140 men and 100 women.',
      'The flood drove out 240 people, including 14 men and 11 women.',
    ],
  },
}

describe.each(Object.entries(CASES))('%s', (rule, { found, none }) => {
  test.each(found.map(([text, quotes]) => ({ text, quotes })))('finds $quotes', async ({ text, quotes }) => {
    expect(await foundBy(rule, text)).toEqual(quotes)
  })

  test.each(none)('finds nothing in: %s', async (text) => {
    expect(await foundBy(rule, text)).toEqual([])
  })
})

test('a rule that hits more than half of its objects is one finding with a count and all places', async () => {
  const text = 'The weir was raised.[^1] It held.[^2] It leaked.[^3]\n\n[^3]: Minutes of the council, 1911.\n'
  const found = (await findingsIn(text)).filter(({ rule }) => rule === 'note-missing')
  expect(found).toMatchObject([
    { count: 2, label: '1', quote: '[1]', places: [{ label: '1' }, { label: '2' }], severity: 'blocker' },
  ])
})

test('every rule has a name of its own and says why it exists', () => {
  const rules = [...textRules, ...reportRules]
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  for (const { why } of rules) expect(why).toMatch(/^.{20,}\.$/)
})

test('the documentation says of every rule why it exists', () => {
  const documented = readFileSync('docs/audit-rules.md', 'utf8')
  for (const { id, severity, why } of [...textRules, ...reportRules])
    expect(documented.replace(/ +/g, ' ')).toContain(`| \`${id}\` | ${severity} | ${why} |`)
})
