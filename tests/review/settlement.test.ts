import { describe, expect, test } from 'vitest'
import type { GivenVerdict } from '../../src/claims/ruled.ts'
import { settlementOf as settle, type ToSettle } from '../../src/review/settlement.ts'

const WORDING = 'present'
let clock = 0

const given = (checkerId: string, verdict: string, more: Partial<GivenVerdict> = {}): GivenVerdict => ({
  id: `${checkerId}-${++clock}`,
  checkerId,
  verdict,
  wordingKey: WORDING,
  placementId: 'p',
  tests: 'that it is so',
  withdraws: null,
  fixId: null,
  confidence: null,
  outcome: verdict === 'substantiated' ? 'stands' : null,
  at: new Date(clock * 1000),
  ...more,
})
const withdrawn = (verdict: GivenVerdict): GivenVerdict =>
  given(verdict.checkerId, verdict.verdict, { withdraws: verdict.id, outcome: null })
const settlementOf = (
  verdicts: readonly GivenVerdict[],
  outcomes: ToSettle['outcomes'],
  wordingKey: string,
  more: Partial<ToSettle> = {},
) =>
  settle({
    verdicts,
    outcomes,
    wordingKey,
    needsSecond: false,
    differences: [],
    objections: [],
    rechecks: 0,
    ...more,
  })
const decided = (outcome: string) => ({ outcome, at: new Date(++clock * 1000) })

describe('the settlement of a claim', () => {
  test('without a verdict it is unreviewed and unsettled', () => {
    expect(settlementOf([], [], WORDING)).toEqual({
      status: 'unreviewed',
      stale: false,
      differs: false,
      outcome: null,
      assessed: null,
      settled: false,
      checkers: 0,
      objections: 0,
      rechecks: 0,
    })
  })

  test('substantiated stands and is settled', () => {
    expect(settlementOf([given('ana', 'substantiated')], [], WORDING)).toMatchObject({
      status: 'substantiated',
      outcome: 'stands',
      settled: true,
    })
  })

  test('disputed without an outcome leaves the words to be dealt with', () => {
    expect(settlementOf([given('ana', 'disputed')], [], WORDING)).toMatchObject({
      status: 'disputed',
      settled: false,
    })
  })

  test.each([
    ['query open', false],
    ['fix asked', false],
    ['cut', true],
    ['on author', true],
    ['fixed', true],
  ])('an unsubstantiated claim whose outcome is “%s” is settled: %s', (outcome, settled) => {
    expect(settlementOf([given('ana', 'unsubstantiated', { outcome })], [], WORDING).settled).toBe(settled)
  })

  test('an outcome alone settles nothing that nobody ruled on', () => {
    expect(settlementOf([], [decided('not checked')], WORDING)).toMatchObject({
      outcome: 'not checked',
      settled: false,
    })
  })

  test('the same checker’s newest verdict counts', () => {
    const verdicts = [given('ana', 'substantiated'), given('ana', 'disputed')]
    expect(settlementOf(verdicts, [], WORDING)).toMatchObject({
      status: 'disputed',
      differs: false,
      outcome: null,
    })
  })

  test('two checkers who differ leave the claim unsettled until they agree', () => {
    const verdicts = [given('ana', 'substantiated'), given('ben', 'disputed')]
    expect(settlementOf(verdicts, [], WORDING)).toMatchObject({ differs: true, settled: false })
    expect(settlementOf([...verdicts, given('ben', 'substantiated')], [], WORDING)).toMatchObject({
      differs: false,
      settled: true,
    })
  })

  test('taking a verdict back brings the one before it back, with its outcome', () => {
    const first = given('ana', 'substantiated')
    const second = given('ana', 'disputed')
    expect(settlementOf([first, second, withdrawn(second)], [], WORDING)).toMatchObject({
      status: 'substantiated',
      outcome: 'stands',
      settled: true,
    })
  })

  test('taking back the only verdict leaves the claim unreviewed', () => {
    const only = given('ana', 'disputed')
    expect(settlementOf([only, withdrawn(only)], [], WORDING).status).toBe('unreviewed')
  })

  test('a verdict on other words is shown as stale and never settled', () => {
    const verdicts = [given('ana', 'substantiated', { wordingKey: 'earlier' })]
    expect(settlementOf(verdicts, [], WORDING)).toMatchObject({
      status: 'substantiated',
      stale: true,
      settled: false,
    })
  })

  test('a verdict on the present words outweighs every stale one', () => {
    const verdicts = [given('ana', 'disputed', { wordingKey: 'earlier' }), given('ben', 'substantiated')]
    expect(settlementOf(verdicts, [], WORDING)).toMatchObject({
      status: 'substantiated',
      stale: false,
      differs: false,
    })
  })

  test('a verdict on a fix neither rules on the present words nor makes them look reworded', () => {
    const onFix = given('ana', 'substantiated', { wordingKey: 'with the fix', fixId: 'fix' })
    expect(settlementOf([onFix], [], WORDING)).toMatchObject({ status: 'unreviewed', stale: false })
    const onWords = given('ana', 'disputed')
    expect(settlementOf([onWords, { ...onFix, id: 'later' }], [], WORDING)).toMatchObject({
      status: 'disputed',
      outcome: null,
    })
    expect(settlementOf([onWords, onFix], [], 'with the fix')).toMatchObject({
      status: 'substantiated',
      stale: false,
      settled: true,
    })
  })

  test('a decision about the words made after the verdict stands, and one made before it gives way', () => {
    const before = decided('query open')
    const verdict = given('ana', 'substantiated')
    expect(settlementOf([verdict], [before], WORDING).outcome).toBe('stands')
    expect(settlementOf([verdict], [before, decided('cut')], WORDING).outcome).toBe('cut')
  })

  test('confidence as assessed is the newest that a counting verdict gave', () => {
    const verdicts = [given('ana', 'substantiated', { confidence: 'low' }), given('ben', 'substantiated')]
    expect(settlementOf(verdicts, [], WORDING).assessed).toBe('low')
  })

  test('a claim that stands nowhere is settled by a cut alone, whatever was ruled', () => {
    const verdicts = [given('ana', 'substantiated')]
    expect(settlementOf(verdicts, [], WORDING, { start: null }).settled).toBe(false)
    expect(settlementOf(verdicts, [decided('cut')], WORDING, { start: null }).settled).toBe(true)
    expect(settlementOf([], [decided('cut')], WORDING, { start: null }).settled).toBe(true)
    expect(settlementOf([], [decided('cut')], WORDING, { start: 12 }).settled).toBe(false)
    expect(settlementOf([], [decided('cut'), decided('stands')], WORDING, { start: null }).settled).toBe(
      false,
    )
  })
})
