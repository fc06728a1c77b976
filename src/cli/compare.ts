import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import { Invalid } from '../errors.ts'
import { readWithinLimits } from '../reading/cage/read-within-limits.ts'
import type { ReadDocument, SourceType } from '../reading/document.ts'
import { sourceTypes } from '../reading/formats.ts'
import { expectToEndSoon } from './expect-to-end-soon.ts'
import { bytesOf } from './input-file.ts'

interface Options {
  readonly type?: SourceType
  readonly format: 'text' | 'json'
}

/** `stet compare OLD NEW`: where each sentence of OLD went in NEW, without any database. */
export function registerCompare(program: Command): void {
  program
    .command('compare')
    .description('show where each sentence of a file went in a newer version of it, and what changed')
    .argument('<old>', 'the older file')
    .argument('<new>', 'the newer file')
    .addOption(
      new Option('--type <type>', 'the format of both; told from name and content by default').choices(
        sourceTypes,
      ),
    )
    .addOption(new Option('--format <format>', 'how to show it').choices(['text', 'json']).default('text'))
    .action(compare)
}

async function compare(oldFile: string, newFile: string, options: Options): Promise<void> {
  expectToEndSoon()
  const { compareDocuments } = await import('../reading/compare/compare-documents.ts')
  const comparison = compareDocuments(await readFile(oldFile, options), await readFile(newFile, options))
  if (options.format === 'json') {
    process.stdout.write(`${JSON.stringify(comparison)}\n`)
    return
  }
  const { describeComparison } = await import('./describe-comparison.ts')
  process.stdout.write(`${describeComparison(comparison)}\n`)
}

/** @throws Invalid naming the file that cannot be opened or read */
async function readFile(file: string, { type }: Options): Promise<ReadDocument> {
  const bytes = bytesOf(file)
  const name = file === '-' ? 'stdin' : basename(file)
  try {
    return await readWithinLimits(bytes, type === undefined ? { name } : { name, type })
  } catch (error) {
    throw error instanceof Invalid ? new Invalid(`${file}: ${error.message}`) : error
  }
}
