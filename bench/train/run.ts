import { writeFileSync } from 'node:fs'
import { crossValidateCheckworthiness, trainCheckworthiness } from './checkworthiness.ts'
import { crossValidateCues, trainCues } from './contextual.ts'
import { haveCorpora } from './corpora.ts'
import { trainLooseness } from './looseness.ts'
import { trainSemantic } from './semantic.ts'
import { crossValidateFirmness, trainFirmness } from './firmness.ts'

/** Trains one of the weight files (`npx tsx bench/train/run.ts contextual|semantic|looseness|firmness|checkworthiness`) and prints how well it does. */

const folder = new URL('../../src/reading/confidence/', import.meta.url)

const trainings = {
  contextual: { train: trainCues, measure: crossValidateCues },
  semantic: { train: trainSemantic, measure: crossValidateCues },
  looseness: { train: trainLooseness, measure: crossValidateCues },
  firmness: { train: trainFirmness, measure: crossValidateFirmness },
  checkworthiness: { train: trainCheckworthiness, measure: crossValidateCheckworthiness },
}

const isTraining = (name: string): name is keyof typeof trainings => name in trainings

const name = process.argv[2] ?? ''
if (!haveCorpora) console.log('skipped: no corpora beside the project')
else if (!isTraining(name)) console.error(`usage: run.ts ${Object.keys(trainings).join('|')}`)
else {
  console.log(name, 'cross-validated:', trainings[name].measure())
  writeFileSync(
    new URL(`${name}-weights.json`, folder),
    `${JSON.stringify(trainings[name].train(), null, 2)}\n`,
  )
}
