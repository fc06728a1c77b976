import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../src/paths.ts'
import { shareOf } from './support/cpu.ts'
import { newDesk } from './support/desk.ts'
import type { Measured } from './support/figures.ts'
import { reportDocx } from './support/report-docx.ts'

const CORPORA = join(projectRoot, '../shared/corpora/footnotes')
const PACKAGE = join(projectRoot, 'node_modules/pdfjs-dist/')

/** pdf.js taking the text out of every page, as a program of its own, with the options of `stet read`. */
const EXTRACT = `
import { readFileSync } from 'node:fs'
import { getDocument } from ${JSON.stringify(join(PACKAGE, 'legacy/build/pdf.mjs'))}
const task = getDocument({
  data: new Uint8Array(readFileSync(process.argv[1])), disableFontFace: true, useSystemFonts: false, isEvalSupported: false,
  enableXfa: false, stopAtErrors: false, useWorkerFetch: false, cMapUrl: ${JSON.stringify(join(PACKAGE, 'cmaps/'))}, cMapPacked: true,
  standardFontDataUrl: ${JSON.stringify(join(PACKAGE, 'standard_fonts/'))}, verbosity: 0,
})
const file = await task.promise
for (let number = 1; number <= file.numPages; number++) {
  const page = await file.getPage(number)
  await page.getTextContent()
  page.cleanup()
}
await task.destroy()`

/** Reading a PDF, claims and confidence included, against pdf.js's bare extraction of the same file's text. */
export function benchReadingPdf(): readonly Measured[] {
  const files = [...realFiles(), ...inventedFile()]
  return files.length > 0 ? files.map(([name, path]) => against(name, path)) : [withoutFiles]
}

const withoutFiles: Measured = {
  name: 'CPU time of reading a PDF',
  why: 'neither the corpora nor LibreOffice are here (apt-get install libreoffice-writer)',
}

function realFiles(): (readonly [string, string])[] {
  const names = [
    ['a UN report', 'wgig-converted/wgig.pdf'],
    ['a typeset report', 'mueller/mueller-report-appendix.pdf'],
  ] as const
  return names
    .map(([name, file]) => [name, join(CORPORA, file)] as const)
    .filter(([, path]) => existsSync(path))
}

/** An invented report of some 100 pages, made a PDF by LibreOffice. */
function inventedFile(): (readonly [string, string])[] {
  if (spawnSync('soffice', ['--version']).status !== 0) return []
  const { folder } = newDesk()
  writeFileSync(join(folder, 'report.docx'), reportDocx(2000))
  execFileSync(
    'soffice',
    ['--headless', '--convert-to', 'pdf', '--outdir', folder, join(folder, 'report.docx')],
    {
      stdio: 'ignore',
    },
  )
  return [['an invented report', join(folder, 'report.pdf')]]
}

function against(name: string, path: string): Measured {
  const ours = [process.execPath, join(projectRoot, 'bin/stet'), 'read', '--format', 'json', path]
  const bare = [process.execPath, '--input-type=module', '-e', EXTRACT, path]
  const share = shareOf(ours, bare)
  return {
    name: `CPU time of reading ${name} in PDF, as a share of pdf.js's bare text extraction`,
    value: share.ratio,
    unit: '',
    target: { max: 1.3 },
    detail: `${share.ours.toFixed(2)} s, pdf.js ${share.theirs.toFixed(2)} s`,
  }
}
