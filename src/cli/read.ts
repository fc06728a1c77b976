import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import { Invalid } from '../errors.ts'
import type { SourceType } from '../reading/document.ts'
import { sourceTypes } from '../reading/formats.ts'
import { describeReading } from './describe-reading.ts'
import { expectToEndSoon } from './expect-to-end-soon.ts'

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
  const { readDocument } = await import('../reading/read-document.ts')
  if (file === '-' && options.type === undefined) {
    throw new Invalid(
      `Standard input has no name to tell its format from: add --type (one of ${sourceTypes.join(', ')}).`,
    )
  }
  const name = file === '-' ? 'stdin' : basename(file)
  const type = options.type === undefined ? {} : { type: options.type }
  const document = await readDocument(bytesOf(file), { name, ...type })
  process.stdout.write(
    `${options.format === 'json' ? JSON.stringify(document) : describeReading(document)}\n`,
  )
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file === '-' ? 0 : file)
  } catch (error) {
    throw new Invalid(
      `${file} cannot be opened (${reasonOf(error)}): give the path of a file that you may read.`,
    )
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT') return 'no such file'
  if (code === 'EISDIR') return 'a folder'
  return code === 'EACCES' ? 'no permission' : 'it could not be read'
}
