import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../src/paths.ts'
import { cpuSeconds } from './support/cpu.ts'
import { newDesk } from './support/desk.ts'
import type { Measured } from './support/figures.ts'

const MB = 1_000_000
const BOOK = join(projectRoot, '../shared/corpora/footnotes/keynes/15776.txt')
const SAMPLE = join(projectRoot, 'seed/sample-report.md')

/** What the floor does with each line: parse it, divide it into sentences and words with the platform's own segmenter. */
const FLOOR = `
const { readFileSync } = require('node:fs')
const sentences = new Intl.Segmenter('en', { granularity: 'sentence' })
const words = new Intl.Segmenter('en', { granularity: 'word' })
let count = 0
for (const line of readFileSync(process.argv[1], 'utf8').split('\\n').filter(Boolean))
  for (const { segment } of sentences.segment(JSON.parse(line).text))
    for (const { isWordLike } of words.segment(segment)) if (isWordLike) count++
console.log(count)
`

/**
 * Dividing texts into sentences and grading them with `stet grade`: what nine more megabytes cost, so that starting is left
 * out, in CPU time; and the same beside the platform's bare segmenter in this run.
 */
export function benchGrading(): readonly Measured[] {
  const { folder } = newDesk()
  const file = (name: string, megabytes: number): string => {
    const path = join(folder, name)
    writeFileSync(path, linesOf(megabytes * MB))
    return path
  }
  const [one, ten] = [file('one.jsonl', 1), file('ten.jsonl', 10)]
  const ours = cpuSeconds(grade(ten)) - cpuSeconds(grade(one))
  const floor = cpuSeconds(segment(ten)) - cpuSeconds(segment(one))
  return [
    {
      name: 'splitting and grading prose',
      value: 9 / ours,
      unit: 'MB/s of CPU time',
      target: { min: 2 },
      detail: `${ours.toFixed(2)} s for 9 MB`,
    },
    {
      name: 'splitting and grading against bare segmentation by Intl.Segmenter',
      value: ours / floor,
      unit: 'times its CPU time',
      target: { max: 1 },
      detail: `${ours.toFixed(2)} s, ${floor.toFixed(2)} s`,
    },
  ]
}

const grade = (path: string): readonly string[] => [
  'bash',
  '-c',
  '"$0" "$1" grade < "$2"',
  process.execPath,
  join(projectRoot, 'bin/stet'),
  path,
]

const segment = (path: string): readonly string[] => [process.execPath, '-e', FLOOR, path]

/** Paragraphs of prose, a line of JSON each, over and over until there are so many bytes of text. */
function linesOf(bytes: number): string {
  const text = readFileSync(existsSync(BOOK) ? BOOK : SAMPLE, 'utf8')
  const paragraphs = text.split(/\r?\n\s*\n/).filter((paragraph) => paragraph.length > 80)
  const lines: string[] = []
  let size = 0
  for (let i = 0; size < bytes; i++) {
    const paragraph = paragraphs[i % paragraphs.length] ?? text
    lines.push(JSON.stringify({ text: paragraph }))
    size += paragraph.length
  }
  return `${lines.join('\n')}\n`
}
