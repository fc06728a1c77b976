import { expect, test } from 'vitest'
import { auditPage } from '../../src/web/pages/audit-page.ts'

const finding = {
  severity: 'blocker' as const,
  label: '5',
  message: 'Marker 5 has no note.',
  start: 410,
  end: 413,
  quote: '[5]',
  count: 1,
  waived: null,
}

test('findings stand by severity and rule, each a link from its claim', () => {
  const audit = {
    passed: false,
    counts: { blocker: 1, warning: 0, advice: 2 },
    findings: [
      { ...finding, rule: 'note-missing', claim: 7 },
      { ...finding, rule: 'unsourced', severity: 'advice' as const, count: 3 },
      { ...finding, rule: 'unsourced', severity: 'advice' as const },
    ],
  }
  const { parts, answer, counts } = auditPage('r 1', audit)
  expect(answer).toBe('Not ready to publish')
  expect(counts.map(({ words }) => words)).toEqual(['1 blocks', '0 warn', '2 are advice'])
  expect(
    parts.map(({ heading, rules }) => [heading, rules.map(({ name, findings }) => [name, findings.length])]),
  ).toEqual([
    ['Blocks publication', [['Note missing', 1]]],
    ['Advice', [['Unsourced', 2]]],
  ])
  expect(parts[0]?.rules[0]?.findings[0]).toMatchObject({
    href: '/reports/r%201/desk?claim=7#c7',
    link: 'Claim 7',
  })
  expect(parts[1]?.rules[0]?.findings[0]).toMatchObject({ href: null, more: 'and 2 more' })
})
