import { expect, test } from 'vitest'
import { linkedClaims } from '../../../src/exports/linked/claims.ts'
import { statementsOf } from '../../support/contexts.ts'
import { describeOnSqlite } from '../../support/databases.ts'
import { exportedPolyglot } from '../../support/exported.ts'

const TYPE = '<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>'
const ofType = (statements: readonly string[], type: string): number =>
  statements.filter((line) => line.includes(`${TYPE} <http://schema.org/${type}>`)).length

describeOnSqlite('claims as linked data', (makeDatabase) => {
  test('of the desk’s own report are claims with what they cite, and nobody reviews them', async () => {
    const report = await exportedPolyglot(await makeDatabase())
    const statements = await statementsOf(linkedClaims(report))
    expect(ofType(statements, 'Claim')).toBe(report.claims.length)
    expect(ofType(statements, 'ClaimReview')).toBe(0)
    const cited = statements.filter((line) => line.includes('<http://schema.org/citation>'))
    expect(cited).toHaveLength(3)
    expect(statements.join('\n')).toContain('Паром «Ёлка» перевёз 320 пассажиров.')
    expect(statements.join('\n')).not.toMatch(/clerk|gazette\.example/)
  })

  test('of a report by others are reviewed on a scale that says what it means, where a verdict holds', async () => {
    const report = await exportedPolyglot(await makeDatabase(), [], { byOthers: true })
    const statements = await statementsOf(linkedClaims(report))
    expect(ofType(statements, 'ClaimReview')).toBe(2)
    const said = statements.join('\n')
    expect(said).toContain('"Substantiated"')
    expect(said).toContain('"Disputed"')
    expect(said).toContain('Credible evidence contradicts the claim. The verdict tests that it is so.')
    expect(said).toMatch(/ratingValue> "3"/)
    expect(said).toContain('"2026-01-05"^^<http://schema.org/Date>')
    expect(said).not.toContain('The painter has two dolphins.')
  })

  test('hold the checkers’ rationale where it is named', async () => {
    const report = await exportedPolyglot(await makeDatabase(), ['rationale'], { byOthers: true })
    expect(JSON.stringify(linkedClaims(report))).toContain('The painter has two dolphins.')
  })

  test('a term that means nothing is found by the processor', async () => {
    const report = await exportedPolyglot(await makeDatabase())
    await expect(statementsOf({ ...linkedClaims(report), verdictOfMine: 'x' })).rejects.toThrow()
  })
})

test.each([
  ['The Harbour Desk', 'the harbour desk', false],
  ['Bay Institute', 'The Harbour Desk', true],
  [null, 'The Harbour Desk', false],
  ['Bay Institute', null, false],
])('a report published by %j is by others for the house %j: %j', async (publisher, house, byOthers) => {
  const { isByOthers } = await import('../../../src/exports/load-exported-report.ts')
  expect(isByOthers(publisher, house)).toBe(byOthers)
})
