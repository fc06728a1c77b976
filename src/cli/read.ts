import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import { Invalid } from '../errors.ts'
import { readAsJson, readWithinLimits } from '../reading/cage/read-within-limits.ts'
import type { SourceType } from '../reading/document.ts'
import { sourceTypes } from '../reading/formats.ts'
import { describeReading } from './describe-reading.ts'
import { expectToEndSoon } from './expect-to-end-soon.ts'
import { bytesOf } from './input-file.ts'
import { startProgressBar } from './progress-bar.ts'

interface Options {
  readonly type?: SourceType
  readonly format: 'text' | 'json'
}

/** `stet read FILE`: what a file holds, without any database. */
export function registerRead(program: Command): void {
  program
    .command('read')
    .description('read a file and show its claims, notes and what reading lost')
    .argument('<file>', 'the file, or “-” for standard input')
    .addOption(
      new Option('--type <type>', 'the format; told from name and content by default').choices(sourceTypes),
    )
    .addOption(new Option('--format <format>', 'how to show it').choices(['text', 'json']).default('text'))
    .action(read)
}

async function read(file: string, options: Options): Promise<void> {
  expectToEndSoon()
  if (file === '-' && options.type === undefined) {
    throw new Invalid(
      `Standard input has no name to tell its format from: add --type (one of ${sourceTypes.join(', ')}).`,
    )
  }
  const name = file === '-' ? 'stdin' : basename(file)
  const asked = options.type === undefined ? { name } : { name, type: options.type }
  const bytes = bytesOf(file)
  const bar = await startProgressBar()
  try {
    const pieces = await (options.format === 'json'
      ? readAsJson(bytes, asked, bar.tell)
      : readWithinLimits(bytes, asked, bar.tell).then((document) => [describeReading(document)]))
    bar.stop()
    for (const piece of pieces) process.stdout.write(piece)
    process.stdout.write('\n')
  } finally {
    bar.stop()
  }
}
