import { writeFileSync } from 'node:fs'
import { haveCorpora } from '../corpora.ts'
import { trainParts } from './weights.ts'

/** Trains the weights that cut references into parts (`npx tsx bench/train/citations/run.ts`); `npm run eval -- citations` measures. */
const file = new URL('../../../src/reading/citations/parts/part-weights.json', import.meta.url)

if (!haveCorpora) console.log('skipped: no corpora beside the project')
else {
  const { source, licence, features, steps } = trainParts()
  const rows = (record: object): string =>
    Object.entries(record)
      .map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
      .join(',\n')
  writeFileSync(
    file,
    `{"source": ${JSON.stringify(source)},\n"licence": ${JSON.stringify(licence)},\n"features": {\n${rows(features)}\n},\n"steps": {\n${rows(steps)}\n}}\n`,
  )
}
