import { writeFileSync } from 'node:fs'
import { haveCorpora } from '../corpora.ts'
import { trainParts } from './weights.ts'

/** Trains the weights that cut references into parts (`npx tsx bench/train/citations/run.ts`); `npm run eval -- citations` measures. */
const file = new URL('../../../src/reading/citations/parts/part-weights.json', import.meta.url)

if (!haveCorpora) console.log('skipped: no corpora beside the project')
else writeFileSync(file, `${JSON.stringify(trainParts(), null, 2)}\n`)
