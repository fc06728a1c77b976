import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../src/paths.ts'
import { shareOf } from './support/cpu.ts'
import { newDesk } from './support/desk.ts'
import type { Measured } from './support/figures.ts'
import { reportDocx } from './support/report-docx.ts'
import { sentence } from './support/report-text.ts'

const MB = 1_000_000

/** Mammoth turning a Word file into HTML, as a program of its own. */
const CONVERT = `require(${JSON.stringify(join(projectRoot, 'node_modules/mammoth'))})
  .convertToHtml({ path: process.argv[1] })
  .then(({ value }) => process.stdout.write(value))`

/** Reading a Word file of a megabyte of text, claims and confidence included, against mammoth and pandoc on the same file. */
export function benchReadingOffice(): readonly Measured[] {
  const { folder } = newDesk()
  const path = join(folder, 'report.docx')
  writeFileSync(path, reportDocx(claimsOf(MB)))
  const ours = [process.execPath, join(projectRoot, 'bin/stet'), 'read', '--format', 'json', path]
  const mammoth = [process.execPath, '-e', CONVERT, path]
  const pandoc = ['pandoc', '-t', 'json', path]
  return [
    against('mammoth', ours, mammoth, 0.5),
    spawnSync('pandoc', ['--version']).status === 0
      ? against('pandoc', ours, pandoc, 0.2)
      : { name: title('pandoc'), why: 'pandoc is not installed' },
  ]
}

/** How many sentences with their share of notes make a text of about so many bytes. */
function claimsOf(bytes: number): number {
  const sentences = Array.from({ length: 1000 }, (_, i) => sentence(i).length + 1).reduce(
    (sum, each) => sum + each,
    0,
  )
  return Math.round((bytes / (sentences + (1000 / 3) * 42)) * 1000)
}

const title = (other: string): string => `CPU time of reading 1 MB of text in DOCX, as a share of ${other}'s`

function against(other: string, ours: readonly string[], theirs: readonly string[], max: number): Measured {
  const share = shareOf(ours, theirs)
  return {
    name: title(other),
    value: share.ratio,
    unit: '',
    target: { max },
    detail: `${share.ours.toFixed(2)} s, ${other} ${share.theirs.toFixed(2)} s`,
  }
}
