import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Command } from 'commander'
import { Invalid } from '../errors.ts'
import { startProgressBar } from './progress-bar.ts'
import { withDatabase } from './with-database.ts'

interface ImportOptions {
  readonly title?: string
  readonly format: 'text' | 'json'
}

/** `stet import FILE`: makes a report of a file. */
export function registerImport(program: Command): void {
  program
    .command('import')
    .description('make a report of a file')
    .argument('<file>', 'the file, of any format that “stet read” reads')
    .option('--title <title>', 'the report’s title, when it is not the one in the file')
    .option('--format <format>', 'text or json', 'text')
    .action(importFile)
}

async function importFile(file: string, options: ImportOptions): Promise<void> {
  const bytes = await readFile(file).catch(() => {
    throw new Invalid(`${file} cannot be opened: check the path.`)
  })
  const { importReport } = await import('../drafts/import-report.ts')
  const bar = await startProgressBar()
  const imported = await withDatabase((db) =>
    importReport(db, {
      bytes,
      name: basename(file),
      title: options.title,
      importedBy: null,
      at: new Date(),
      tell: bar.tell,
    }),
  ).finally(bar.stop)
  if (options.format === 'json') console.log(JSON.stringify(imported))
  else
    console.log(
      [
        `Report ${imported.id}: ${imported.claims} claims, ${imported.notes} notes, ${imported.markers} markers.`,
        ...imported.warnings.map((warning) => `  ${warning.rule}: ${warning.message}`),
      ].join('\n'),
    )
}
