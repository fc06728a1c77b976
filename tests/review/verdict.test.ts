import { describe, expect, test } from 'vitest'
import { Invalid } from '../../src/errors.ts'
import { completeRuling } from '../../src/review/verdict.ts'

describe('a ruling', () => {
  test('that substantiates lets the words stand', () => {
    expect(completeRuling({ verdict: 'substantiated' }).outcome).toBe('stands')
  })

  test('that substantiates keeps another outcome that was given', () => {
    expect(completeRuling({ verdict: 'substantiated', outcome: 'fix asked' }).outcome).toBe('fix asked')
  })

  test.each(['unsubstantiated', 'disputed'] as const)('%s needs a reason or a rationale', (verdict) => {
    expect(() => completeRuling({ verdict })).toThrow(Invalid)
    expect(() => completeRuling({ verdict, rationale: '   ' })).toThrow(`Say why the claim is ${verdict}`)
    expect(completeRuling({ verdict, reason: 'no-note' }).reason).toBe('no-note')
    expect(completeRuling({ verdict, rationale: ' The ledger gives 12. ' }).rationale).toBe(
      'The ledger gives 12.',
    )
  })

  test.each(['stet', 'not checked'] as const)('with the outcome “%s” needs words', (outcome) => {
    expect(() => completeRuling({ verdict: 'disputed', reason: 'other', outcome })).toThrow(Invalid)
  })
})
