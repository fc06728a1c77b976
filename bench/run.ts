/** `npm run bench [PART …]`: speed and weight, as ratios against something measured in the same run. */
import { benchBackup } from './backup.ts'
import { benchCompare } from './compare.ts'
import { benchDrafts } from './drafts.ts'
import { benchGate } from './gate.ts'
import { benchGrading } from './grading.ts'
import { benchKill } from './kill.ts'
import { benchMemory } from './memory.ts'
import { benchPack } from './pack.ts'
import { benchProof } from './proof.ts'
import { benchReading } from './reading.ts'
import { benchReadingOffice } from './reading-office.ts'
import { benchReadingPdf } from './reading-pdf.ts'
import { benchServing } from './serving.ts'
import { benchSizes } from './sizes.ts'
import { printFigures, type Measured } from './support/figures.ts'

type Bench = () => readonly Measured[] | Promise<readonly Measured[]>

const parts: Readonly<Record<string, Bench>> = {
  sizes: benchSizes,
  reading: benchReading,
  'reading-office': benchReadingOffice,
  'reading-pdf': benchReadingPdf,
  grading: benchGrading,
  compare: benchCompare,
  drafts: benchDrafts,
  gate: benchGate,
  serving: benchServing,
  memory: async () => [await benchMemory()],
  kill: benchKill,
  proof: benchProof,
  pack: benchPack,
  backup: benchBackup,
}

const asked = process.argv.slice(2)
let allReached = true
for (const [name, bench] of Object.entries(parts))
  if (asked.length === 0 || asked.includes(name)) allReached = printFigures(await bench()) && allReached
process.exitCode = allReached ? 0 : 1
