import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../src/paths.ts'

/** Where the labelled corpora stand: beside the project, when they are there at all. */
export const corpora = join(projectRoot, '../shared/corpora/sentences')
export const haveCorpora = existsSync(corpora)

export interface Labelled {
  readonly text: string
  readonly positive: boolean
}

/** Sentences of the CoNLL-2010 hedge corpus: "uncertain" is positive. */
export function conll(name: 'bio-train.tsv' | 'wiki-train-subset.tsv'): Labelled[] {
  return lines(join(corpora, 'hedge-conll2010', name))
    .slice(1)
    .map((line) => line.split('\t'))
    .map(([label, text]) => ({ text: text ?? '', positive: label === 'uncertain' }))
}

/** Running text of the Szeged uncertainty corpus: a sentence with any cue is positive. */
export function szeged(name: 'bio_bmc.jsonl' | 'wiki.visible.jsonl'): Labelled[] {
  return lines(join(corpora, 'hedge-szeged', name))
    .map((line) => JSON.parse(line) as { part?: string; text: string; cues: unknown[] })
    .filter((row) => row.part === undefined || row.part === 'Text')
    .map((row) => ({ text: row.text, positive: row.cues.length > 0 }))
}

export interface Finding {
  readonly text: string
  /** 1 (very uncertain) to 6 (certain). */
  readonly certainty: number
}

export function findings(): Finding[] {
  return lines(join(corpora, 'certainty', 'sentence-level-certainty.jsonl'))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .map((row) => ({ text: String(row['finding']), certainty: Number(row['sentence-level-certainty']) }))
}

/** Debate sentences of CheckThat! 2024, task 1: check-worthy is positive. */
export function debates(part: 'train' | 'dev' | 'dev-test'): Labelled[] {
  return quotedRows(
    readFileSync(join(corpora, 'check-worthy', `CT24_checkworthy_english_${part}.tsv`), 'utf8'),
  )
    .slice(1)
    .filter((row) => row.length >= 3)
    .map((row) => ({ text: row[1] ?? '', positive: row[2] === 'Yes' }))
}

const lines = (file: string): string[] => readFileSync(file, 'utf8').split('\n').filter(Boolean)

/** Rows of a TSV whose fields may be quoted, with doubled quotes inside. */
function quotedRows(text: string): string[][] {
  const rows = text.split(/\r?\n/).filter(Boolean)
  return rows.map((row) => row.split('\t').map((field) => unquoted(field)))
}

const unquoted = (field: string): string =>
  field.startsWith('"') && field.endsWith('"') && field.length > 1
    ? field.slice(1, -1).replaceAll('""', '"')
    : field
