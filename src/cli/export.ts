import { writeFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import { Invalid } from '../errors.ts'
import { exportFormats, type ExportFormat, inclusions, type Inclusion } from '../exports/formats.ts'
import { withDatabase } from './with-database.ts'

interface Options {
  readonly format: ExportFormat
  readonly out?: string
  readonly include: readonly Inclusion[]
  readonly byOthers?: boolean
}

/** `stet export ID`: takes a report out of the building. */
export function registerExport(program: Command): void {
  program
    .command('export')
    .description('write a report to a file, in one of many formats')
    .argument('<id>', 'the report’s id')
    .addOption(new Option('--format <format>', 'the format').choices(exportFormats).makeOptionMandatory())
    .option('--out <file>', 'where to; standard output by default')
    .addOption(
      new Option('--include <parts>', `what leaves only when named: ${inclusions.join(', ')}`)
        .argParser(readInclusions)
        .default([]),
    )
    .option('--by-others', 'the report is by others: its claims leave as reviewed (claimreview)')
    .action(exportTo)
}

/** What a terminal cannot show. */
const BINARY: ReadonlySet<ExportFormat> = new Set(['docx', 'xlsx', 'pdf', 'pack'])

async function exportTo(reportId: string, { format, out, include, byOthers }: Options): Promise<void> {
  if (out === undefined && process.stdout.isTTY && BINARY.has(format))
    throw new Invalid(`A ${format} file is not for a terminal: add --out FILE.`)
  const { exportReport } = await import('../exports/export-report.ts')
  const { readConfig } = await import('../config.ts')
  const { deskOf } = await import('../exports/desk-of.ts')
  const from = { desk: deskOf(readConfig(process.env)), byOthers, by: null, at: new Date() }
  const file = await withDatabase((db) => exportReport(db, { reportId, format, include, ...from }))
  if (file.unplaced > 0)
    console.error(`${file.unplaced} comments could not be put on their words; they stand at the beginning.`)
  for (const line of file.missing) console.error(`Not in it: ${line}`)
  if (out === undefined) process.stdout.write(file.bytes)
  else await writeFile(out, file.bytes)
}

function readInclusions(given: string): Inclusion[] {
  return given.split(',').map((word) => {
    const known = inclusions.find((one) => one === word.trim())
    if (known === undefined) throw new Invalid(`--include takes ${inclusions.join(', ')}, not “${word}”.`)
    return known
  })
}
