import { expect, test } from 'vitest'
import { commentOn, type OpenClaim, type OpenVerdict } from '../../src/exports/open-claim.ts'
import { morning } from '../support/reports.ts'

const verdict = (checker: string): OpenVerdict => ({
  ...{ id: checker, checkerId: checker, checker, verdict: 'disputed', wordingKey: 'w', withdraws: null },
  ...{ placementId: 'p', tests: 'that it is so', confidence: null, outcome: null, fixId: null },
  ...{ at: morning(1), reason: 'detail-differs', rationale: null },
})

const claim = (...checkers: string[]): OpenClaim => ({
  ...{ number: 3, start: 0, end: 9, stale: false, differs: false, outcome: null, wordingKey: 'w' },
  ...{ verdicts: checkers.map(verdict), decisions: [] },
})

test('a comment for the author says where one person alone has checked', () => {
  expect(commentOn(claim('Ana'), false).text).toBe(
    'Claim 3\nAna: disputed, a detail differs.\nChecked by one person.',
  )
  expect(commentOn(claim('Ana', 'Ben'), false).text).not.toContain('one person')
  expect(commentOn(claim(), false).text).not.toContain('one person')
})
