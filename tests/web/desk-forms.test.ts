import { describe, expect, test } from 'vitest'
import { readOutcomeForm } from '../../src/web/forms/outcome-form.ts'
import { readVerdictForm } from '../../src/web/forms/verdict-form.ts'

describe('the verdict form', () => {
  test('one button is enough to substantiate', () => {
    const form = readVerdictForm({ verdict: 'substantiated', seenVersion: '3', reason: '', rationale: '' })
    expect(form).toMatchObject({ ok: true, value: { verdict: 'substantiated', seenVersion: 3 } })
  })

  test('a reason that was chosen before the claim was substantiated after all is not kept', () => {
    const form = readVerdictForm({ verdict: 'substantiated', reason: 'no-note', seenVersion: '1' })
    expect(form.ok && form.value.reason).toBeUndefined()
  })

  test('a verdict that finds fault without a reason points at the reasons and keeps what was typed', () => {
    const form = readVerdictForm({ verdict: 'disputed', confidence: 'low', seenVersion: '1' })
    expect(form).toMatchObject({ ok: false, typed: { verdict: 'disputed', confidence: 'low' } })
    expect(form.ok ? [] : form.problems.map(({ href }) => href)).toEqual(['#reason-1'])
  })

  test('letting it stand points at the rationale that it needs', () => {
    const form = readVerdictForm({ verdict: 'disputed', reason: 'other', outcome: 'stet', seenVersion: '1' })
    expect(form.ok ? [] : form.problems.map(({ href }) => href)).toEqual(['#rationale'])
  })

  test.each([[{}], [undefined], [{ verdict: 'certain' }], [{ verdict: ['disputed'] }]])(
    'without one of the verdicts (%j) it asks for one',
    (body) => {
      const form = readVerdictForm(body)
      expect(form.ok ? [] : form.problems.map(({ href }) => href)).toEqual(['#verdict-substantiated'])
    },
  )

  test('a rationale of more than 20,000 characters is asked to be shorter', () => {
    const form = readVerdictForm({ verdict: 'disputed', rationale: 'x'.repeat(20_001), seenVersion: '1' })
    expect(form.ok ? '' : form.problems[0]?.text).toContain('Shorten the rationale')
  })

  test.each(['', '0', '-1', '1.5', 'latest', '99999999999'])(
    'a version of “%s” is no version',
    (seenVersion) => {
      const form = readVerdictForm({ verdict: 'substantiated', seenVersion })
      expect(form.ok && form.value.seenVersion).toBe(0)
    },
  )
})

describe('the outcome form', () => {
  test('not checking needs a reason in words', () => {
    const form = readOutcomeForm({ outcome: 'not checked', reason: ' ', seenVersion: '1' })
    expect(form.ok ? [] : form.problems.map(({ href }) => href)).toEqual(['#outcome-reason'])
  })

  test('a query is opened by one button', () => {
    const form = readOutcomeForm({ outcome: 'query open', seenVersion: '2' })
    expect(form).toMatchObject({ ok: true, value: { outcome: 'query open', seenVersion: 2 } })
  })
})
