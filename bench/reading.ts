import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../src/paths.ts'
import { shareOf } from './support/cpu.ts'
import { newDesk } from './support/desk.ts'
import type { Measured } from './support/figures.ts'
import { ofBytes, reportPage, reportText } from './support/report-text.ts'

const MB = 1_000_000
const CORPORA = join(projectRoot, '../shared/corpora/footnotes')

/** Reading a megabyte, claims and confidence included, against pandoc on the same file; and ten times as much. */
export function benchReading(): readonly Measured[] {
  const { folder } = newDesk()
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  const documents = [
    ['invented Markdown', file('invented.md', ofBytes(reportText, MB))],
    ['invented HTML', file('invented.html', ofBytes(reportPage, MB))],
    ...realDocuments().map(
      ([name, extension, text], i) => [name, file(`real-${i}.${extension}`, text)] as const,
    ),
  ] as const
  return [
    ...documents.map(([name, path]) => againstPandoc(name, path)),
    growth('Markdown', file('ten.md', ofBytes(reportText, 10 * MB)), join(folder, 'invented.md')),
    growth('HTML', file('ten.html', ofBytes(reportPage, 10 * MB)), join(folder, 'invented.html')),
  ]
}

const read = (path: string): readonly string[] => [
  process.execPath,
  join(projectRoot, 'bin/stet'),
  'read',
  '--format',
  'json',
  path,
]

function againstPandoc(name: string, path: string): Measured {
  const title = `CPU time of reading 1 MB of ${name}, as a share of pandoc's`
  if (spawnSync('pandoc', ['--version']).status !== 0) return { name: title, why: 'pandoc is not installed' }
  const { ratio, ours, theirs } = shareOf(read(path), ['pandoc', '-t', 'json', path])
  return {
    name: title,
    value: ratio,
    unit: '',
    target: { max: 0.75 },
    detail: `${ours.toFixed(2)} s, pandoc ${theirs.toFixed(2)} s`,
  }
}

function growth(name: string, tenfold: string, single: string): Measured {
  const { ratio, ours: ten, theirs: one } = shareOf(read(tenfold), read(single), 3)
  return {
    name: `reading 10 MB of ${name} against 1 MB`,
    value: ratio,
    unit: 'times',
    target: { max: 12 },
    detail: `${one.toFixed(2)} s, ${ten.toFixed(2)} s`,
  }
}

/** Real documents repeated to about a megabyte, where the labelled corpora are at hand. */
function realDocuments(): readonly (readonly [string, string, string])[] {
  if (!existsSync(CORPORA)) return []
  const repeated = (path: string): string => {
    const text = readFileSync(join(CORPORA, path), 'utf8')
    return text.repeat(Math.max(1, Math.round(MB / text.length)))
  }
  return [
    ['a UN report in Markdown', 'md', repeated('wgig-converted/wgig.md')],
    ['a manual in Markdown', 'md', repeated('pandoc/MANUAL.md')],
    ['a book in HTML', 'htm', repeated('keynes/15776-h.htm')],
    ['an encyclopedia article in HTML', 'html', repeated('wikipedia/wikipedia.html')],
  ]
}
