import { TICK_KINDS, type TickKind } from '../../src/claims/ticks/tick-span.ts'
import { sampleAgreement } from '../../tests/fixtures/sample-ticks.ts'
import type { Figure } from './figure.ts'

const TARGET = 0.9

/** Ticks found in the sample report against its spans labelled by hand, exact spans only: together as the target asks, then each kind. */
export async function tickFigures(): Promise<Figure[]> {
  const agree = await sampleAgreement()
  const figure = (name: string, kinds: readonly TickKind[]): Figure => {
    const { f1, labelled, wrong } = agree(...kinds)
    return { name, value: f1, target: TARGET, unit: `F1 over ${labelled} spans`, misses: wrong }
  }
  return [
    figure('ticks, names, numbers and dates', ['name', 'number', 'date']),
    ...TICK_KINDS.map((kind) => figure(`ticks, ${kind}`, [kind])),
  ]
}
