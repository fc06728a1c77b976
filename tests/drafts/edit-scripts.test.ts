import { expect, test } from 'vitest'
import { runScripts, type ScriptResult } from '../support/carried-truth.ts'

/** First drafts, and next drafts of each: 2,000 scripts. A hundred thousand run in `bench/drafts.ts`. */
const DRAFTS = 200
const SCRIPTS = 10

test('after 2,000 generated edits no verdict holds on changed words or notes, and claims stand on their own words', async () => {
  const results: ScriptResult[] = []
  for (let seed = 1; seed <= DRAFTS; seed++) results.push(...(await runScripts(seed, SCRIPTS)))
  const sum = (of: (result: ScriptResult) => number): number =>
    results.reduce((total, result) => total + of(result), 0)
  expect(results.flatMap(({ silent }) => silent)).toEqual([])
  expect(results.flatMap(({ foreign }) => foreign)).toEqual([])
  expect(sum((result) => result.placed)).toBeGreaterThan(15_000)
  expect(sum((result) => result.stale)).toBeGreaterThan(1000)
  expect(sum((result) => result.kept) / sum((result) => result.same)).toBeGreaterThan(0.97)
}, 300_000)
