import { expect, test } from 'vitest'
import type { MarkedFinding } from '../../src/audit/fingerprint.ts'
import { auditPage } from '../../src/web/pages/audit-page.ts'

const finding: MarkedFinding = {
  rule: 'note-missing',
  severity: 'blocker',
  label: '5',
  message: 'Marker 5 has no note.',
  start: 410,
  end: 413,
  quote: '[5]',
  count: 1,
  waived: null,
  fingerprint: 'aaaa',
}

const shown = {
  reportId: 'r 1',
  audit: {
    passed: false,
    counts: { blocker: 1, warning: 0, advice: 2 },
    findings: [
      { ...finding, claim: 7 },
      {
        ...{ ...finding, rule: 'disputed-without-caveat', claim: 8, start: 600, fingerprint: 'bbbb' },
        waived: { id: 'w', by: 'Eve', at: '2026-01-05T08:00:00.000Z', reason: 'Said so.' },
      },
      { ...finding, rule: 'unsourced', severity: 'advice' as const, count: 3 },
      { ...finding, rule: 'sign-off-missing', severity: 'advice' as const, start: null, quote: null },
    ],
  },
  sections: [
    { start: 0, title: 'The mill' },
    { start: 500, title: 'The owner' },
  ],
  claimIds: new Map([[8, 'claim-8']]),
  by: 'rule',
  typed: { of: 'aaaa', words: 'No ti' },
} as const

test('findings stand by severity and rule, each a link from its claim', () => {
  const { parts, answer, counts } = auditPage(shown)
  expect(answer).toBe('Not ready to publish')
  expect(counts.map(({ words }) => words)).toEqual(['1 blocks, 1 waived', '0 warn', '2 are advice'])
  expect(
    parts.map(({ heading, groups }) => [
      heading,
      groups.map(({ name, findings }) => [name, findings.length]),
    ]),
  ).toEqual([
    [
      'Blocks publication',
      [
        ['Note missing', 1],
        ['Disputed without caveat', 1],
      ],
    ],
    [
      'Advice',
      [
        ['Unsourced', 1],
        ['Sign off missing', 1],
      ],
    ],
  ])
  const [missing, disputed] = parts[0]?.groups.flatMap(({ findings }) => findings) ?? []
  expect(missing).toMatchObject({
    ...{ href: '/reports/r%201/desk?claim=7#c7', link: 'Claim 7', typed: 'No ti', waivable: true },
    ...{ caveatOn: null, waived: null, tag: null },
  })
  expect(disputed).toMatchObject({ caveatOn: 'claim-8', typed: null, waived: { by: 'Eve', id: 'w' } })
  expect(parts[1]?.groups.map(({ findings }) => findings[0])).toMatchObject([
    { href: null, more: 'and 2 more' },
    { waivable: false },
  ])
})

test('by place they stand under the headings of the text, with their rules', () => {
  const { parts } = auditPage({ ...shown, by: 'place', typed: null })
  expect(
    parts.map(({ groups }) => groups.map(({ name, findings }) => [name, findings.map(({ tag }) => tag)])),
  ).toEqual([
    [
      ['The mill', ['Note missing']],
      ['The owner', ['Disputed without caveat']],
    ],
    [
      ['The mill', ['Unsourced']],
      ['The report as a whole', ['Sign off missing']],
    ],
  ])
})
