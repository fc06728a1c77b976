import { beforeAll, describe, expect, test } from 'vitest'
import { TICK_KINDS } from '../../../src/claims/ticks/tick-span.ts'
import { sampleAgreement } from '../../fixtures/sample-ticks.ts'

describe('on the sample report, against every span labelled by hand', () => {
  let agree: Awaited<ReturnType<typeof sampleAgreement>>
  beforeAll(async () => {
    agree = await sampleAgreement()
  })

  test.each(TICK_KINDS)('ticks of kind %s are found with F1 of at least 0.9', (kind) => {
    const { f1, wrong } = agree(kind)
    expect(f1, wrong.join('\n')).toBeGreaterThanOrEqual(0.9)
  })

  test('names, numbers and dates together are found with F1 of at least 0.9', () => {
    const { f1, labelled } = agree('name', 'number', 'date')
    expect(labelled).toBeGreaterThan(150)
    expect(f1).toBeGreaterThanOrEqual(0.9)
  })
})
