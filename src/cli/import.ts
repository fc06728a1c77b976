import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Command, Option } from 'commander'
import type { ImportedDraft } from '../drafts/import-draft.ts'
import type { ImportedReport, NewReport } from '../drafts/import-report.ts'
import { Invalid } from '../errors.ts'
import { type ReturnedKind, returnedKinds } from '../imports/returned-file.ts'
import type { Warning } from '../reading/document.ts'
import { startProgressBar } from './progress-bar.ts'
import { takeIn } from './take-in.ts'
import { withDatabase } from './with-database.ts'

interface ImportOptions {
  readonly title?: string
  readonly report?: string
  readonly anyway?: boolean
  readonly as?: ReturnedKind
  readonly by?: string
  readonly dryRun?: boolean
  readonly leaveOutStale?: boolean
  readonly format: 'text' | 'json'
}

/** `stet import FILE`: makes a report of a file, or the next draft of one; or takes in what came back to one. */
export function registerImport(program: Command): void {
  program
    .command('import')
    .description('make a report of a file, or the next draft of a report')
    .argument('<file>', 'the file, of any format that “stet read” reads')
    .option('--title <title>', 'the report’s title, when it is not the one in the file')
    .option('--report <id>', 'the report that the file is the next draft of')
    .option('--anyway', 'also where the file may be the wrong one: hardly a claim of the report is in it')
    .addOption(
      new Option(
        '--as <kind>',
        'the file came back to the report: annotations, or its table of claims',
      ).choices(returnedKinds),
    )
    .option('--by <email>', 'with --as: who takes it in')
    .option('--dry-run', 'with --as: only tell what would come of it')
    .option('--leave-out-stale', 'with --as claims: leave out lines that are out of date')
    .option('--format <format>', 'text or json', 'text')
    .action(importFile)
}

async function importFile(file: string, options: ImportOptions): Promise<void> {
  const bytes = await readFile(file).catch(() => {
    throw new Invalid(`${file} cannot be opened: check the path.`)
  })
  if (options.as !== undefined)
    return takeIn({
      file: { bytes, name: basename(file) },
      kind: options.as,
      reportId: options.report,
      email: options.by,
      dryRun: options.dryRun ?? false,
      leaveOutStale: options.leaveOutStale ?? false,
      format: options.format,
    })
  const bar = await startProgressBar()
  const input = { bytes, name: basename(file), importedBy: null, at: new Date(), tell: bar.tell }
  const imported = await (
    options.report === undefined
      ? newReport(input, options.title)
      : nextDraft({ ...input, anyway: options.anyway ?? false }, options.report)
  ).finally(bar.stop)
  if (options.format === 'json') console.log(JSON.stringify(imported))
  else console.log([describe(imported), ...imported.warnings.map(warningLine)].join('\n'))
}

type Input = Omit<NewReport, 'title'>

async function newReport(input: Input, title: string | undefined): Promise<ImportedReport> {
  const { importReport } = await import('../drafts/import-report.ts')
  return withDatabase((db) => importReport(db, { ...input, title }))
}

async function nextDraft(
  input: Input & { readonly anyway: boolean },
  reportId: string,
): Promise<ImportedDraft> {
  const { importDraft } = await import('../drafts/import-draft.ts')
  return withDatabase((db) => importDraft(db, { ...input, reportId }))
}

function describe(imported: ImportedReport | ImportedDraft): string {
  const counts = `${imported.claims} claims, ${imported.notes} notes, ${imported.markers} markers.`
  if (!('orphaned' in imported)) return `Report ${imported.id}: ${counts}`
  const { placed, moved, edited, orphaned, added } = imported
  return `Report ${imported.id}, draft ${imported.draft}: ${counts}\n${placed} claims as they stood, ${moved} moved, ${edited} edited, ${orphaned} not found, ${added} new.`
}

const warningLine = ({ rule, message }: Warning): string => `  ${rule}: ${message}`
