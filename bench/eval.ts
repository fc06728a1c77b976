import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../src/paths.ts'
import { citationFigures } from './eval/citations.ts'
import { crossValidatedFigures } from './eval/cross-validated.ts'
import { isMissed, tableOf, type Figure } from './eval/figure.ts'
import { footnoteFigures } from './eval/footnotes.ts'
import { revisionFigures } from './eval/revisions.ts'
import { shared } from './eval/scorer.ts'
import { seedFigures } from './eval/seed.ts'
import { sentenceFigures } from './eval/sentences.ts'
import { tickFigures } from './eval/ticks.ts'

/**
 * How well Stet reads, against labelled material (`npm run eval`, or `npm run eval -- seed footnotes` for parts of it).
 * Prints every figure beside its target; exit 1 when one is missed.
 */
const parts: Readonly<Record<string, () => Figure[] | Promise<Figure[]>>> = {
  seed: seedFigures,
  footnotes: footnoteFigures,
  sentences: sentenceFigures,
  revisions: revisionFigures,
  'cross-validated': crossValidatedFigures,
  citations: citationFigures,
  ticks: tickFigures,
}

async function run(names: readonly string[]): Promise<void> {
  if (!existsSync(shared))
    console.log(`Skipped: the labelled material does not stand beside the project (${shared}).`)
  else if (!existsSync(join(projectRoot, 'dist'))) fail('Nothing is built yet: run npm run build first.')
  else await measure(names)
}

async function measure(names: readonly string[]): Promise<void> {
  const figures: Figure[] = []
  for (const name of names) {
    const part = (await parts[name]?.()) ?? []
    console.log(`${name}\n${tableOf(part)}\n`)
    figures.push(...part)
  }
  const missed = figures.filter(isMissed)
  if (missed.length > 0) fail(`${missed.length} of ${figures.length} figures miss their target.`)
}

function fail(message: string): void {
  console.error(message)
  process.exitCode = 1
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in parts))
if (unknown.length > 0) fail(`No such part: ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}.`)
else await run(wanted.length > 0 ? wanted : Object.keys(parts))
